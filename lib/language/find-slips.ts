/**
 * Slips of machine translation and grammar. One odd ending is a typing error and none of our business; notes show only where
 * the page as a whole looks machine-translated: slips of several kinds, heavy enough together and dense enough for its length.
 */
import type { Draft, EntityNote, LanguageNote, Rule } from '../model.ts';
import { countWords, type Reading } from '../text/reading.ts';
import { findDisagreements } from './agreement.ts';
import { findMisnamedPeople } from './people.ts';
import { findCalques, findOpenCompounds } from './phrases-of-translation.ts';
import { slipRule, slipRules, type Slip } from './slip.ts';
import { findUntranslated } from './untranslated.ts';
import { findVerbSlips } from './verb-slips.ts';

export const languageRules: readonly Rule[] = slipRules.map(({ id, kind, category, doc, on, precision }) => ({ id, kind, category, doc, on, ...(precision ? { precision } : {}) }));

/** What makes a page look machine-translated: the weight of its slips, how many kinds, and weight per 1,000 words. */
const page = { weight: 3.5, kinds: 3, density: 2.5 };

/** Finds slips of machine translation and grammar; silent unless the text as a whole looks machine-translated. */
export function findSlips(reading: Reading, entities: readonly Draft<EntityNote>[]): Draft<LanguageNote>[] {
  const slips = collectSlips(reading, entities);
  if (!looksTranslated(reading, slips)) return [];
  return slips.map(({ rule, begin, end, words, suggestion }) => {
    const { category, confidence } = slipRule(rule);
    const key = `reason.language.${rule.slice('language.'.length).replaceAll('-', '_')}`;
    return { kind: 'language', rule, category, begin, end, confidence, reason: { key, values: words }, ...(suggestion === undefined ? {} : { suggestion }) };
  });
}

/** All slips, whatever the page as a whole looks like; in order, one for each place. */
export function collectSlips(reading: Reading, entities: readonly Draft<EntityNote>[]): Slip[] {
  const isName = namesOf(reading, entities);
  const slips = [
    ...findUntranslated(reading, isName),
    ...findMisnamedPeople(reading),
    ...findDisagreements(reading, isName),
    ...findVerbSlips(reading),
    ...findCalques(reading),
    ...findOpenCompounds(reading, isName),
  ].sort((a, b) => a.begin - b.begin || b.end - a.end);
  let end = 0;
  return slips.filter((slip) => {
    if (slip.begin < end) return false;
    end = slip.end;
    return true;
  });
}

function looksTranslated(reading: Reading, slips: readonly Slip[]): boolean {
  const weight = slips.reduce((sum, slip) => sum + slipRule(slip.rule).weight, 0);
  return weight >= page.weight && new Set(slips.map((slip) => slip.rule)).size >= page.kinds && (1000 * weight) / countWords(reading) >= page.density;
}

/** Whether a token lies in a known name. */
function namesOf(reading: Reading, entities: readonly Draft<EntityNote>[]): (token: number) => boolean {
  const isName = new Uint8Array(reading.tokens.length);
  let at = 0;
  for (const { begin, end } of entities) {
    while (at < reading.tokens.length && reading.tokens[at]!.end <= begin) at += 1;
    for (let token = at; token < reading.tokens.length && reading.tokens[token]!.begin < end; token += 1) isName[token] = 1;
  }
  return (token) => isName[token] === 1;
}
