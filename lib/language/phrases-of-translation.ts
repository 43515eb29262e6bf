/** Phrases taken over word for word, and nouns left apart that German writes together. */
import { isUpperAt } from '../text/characters.ts';
import { findPhrases, indexPhrases, type PhraseRow } from '../text/phrases.ts';
import { questionIn, visitPlaces } from '../text/places.ts';
import type { Reading } from '../text/reading.ts';
import { genderOf } from './genders.ts';
import type { Slip } from './slip.ts';
import calqueTable from './words/calques.yml';
import compoundTable from './words/open-compounds.yml';

const calques = indexPhrases((calqueTable as { rows: readonly (PhraseRow & { better: string })[] }).rows);
const compounds = compoundTable as Readonly<Record<'heads' | 'measures', readonly string[]>>;
const isHead = questionIn(new Set(compounds.heads));
const measures = new Set(compounds.measures);

/** Finds the table's phrases. */
export function findCalques(reading: Reading): Slip[] {
  return findPhrases(reading, calques).map((hit) => ({
    rule: 'language.calque',
    begin: hit.begin,
    end: hit.end,
    words: [reading.text.slice(hit.begin, hit.end), hit.row.better],
    suggestion: hit.row.better,
  }));
}

/** Finds a known common noun right before one of the table's heads, both with a capital; `isName` guards names. */
export function findOpenCompounds(reading: Reading, isName: (token: number) => boolean): Slip[] {
  const { tokens, text } = reading;
  const slips: Slip[] = [];
  visitPlaces(reading, isHead, (at, sentence) => {
    if (at - 2 < sentence.first) return;
    const [first, second] = [tokens[at - 1]!, tokens[at]!];
    if (second.begin !== first.end + 1 || isName(at - 1) || isName(at)) return;
    if (!isUpperAt(text, first.begin) || !isUpperAt(text, second.begin) || isUpperAt(text, tokens[at - 2]!.begin)) return;
    if (measures.has(first.lower) || first.lower.includes('-') || genderOf(first.lower) === undefined) return;
    slips.push({ rule: 'language.open-compound', begin: first.begin, end: second.end, words: [text.slice(first.begin, second.end)] });
  });
  return slips;
}
