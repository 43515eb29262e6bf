import { matchFlags } from '../claims/match-flags.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { matchEntities } from '../match/match-entities.ts';
import type { Flag } from '../model.ts';
import { readText } from '../text/read-text.ts';
import type { Judge } from './differing.ts';

/** Takes a dataset; gives the judge that compares a flag's words with other flags field by field, as an article is compared with them. */
export function createJudge(dataset: Dataset): Judge {
  return (flag, others) => {
    const reading = readText(flag.quote.exact);
    return matchFlags(reading, matchEntities(reading, dataset), others, dataset).filter(({ relation }) => relation === 'contradicts');
  };
}

/** Takes a dataset; gives the entities that a flag's words name, for the filter: dataset ids, each once. */
export function createEntityFinder(dataset: Dataset): (flag: Flag) => readonly string[] {
  return ({ quote }) => [...new Set(matchEntities(readText(quote.exact), dataset).map(({ entity }) => entity))];
}
