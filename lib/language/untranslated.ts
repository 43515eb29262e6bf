/** English left behind: small-letter words in a German sentence, and German compounds with an English end. */
import { isUpperAt } from '../text/characters.ts';
import { questionIn, questionOf, visitPlaces } from '../text/places.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import type { Slip } from './slip.ts';
import table from './words/english.yml';

const lists = table as Readonly<Record<'words' | 'heads' | 'not_by_head', readonly string[]>>;
const english = new Set(lists.words);
const isInTable = questionIn(english);
const notByHead = new Set(lists.not_by_head);
/** Short English words that stand in no German sentence: next to a run they make it an English one. */
const englishGlue = new Set(['a', 'all', 'are', 'be', 'by', 'i', 'is', 'it', 'my', 'not', 'of', 'to', 'we', 'for', 'on', 'at']);
/** A run of more English words than this is a quotation in English, not a slip. */
const longestRun = 3;
/** Letters that a compound has before its English end. */
const shortestFront = 4;

/** Finds words that were not translated; `isName` says which tokens belong to a known name. */
export function findUntranslated(reading: Reading, isName: (token: number) => boolean): Slip[] {
  return [...runs(reading, isName), ...compounds(reading, isName)];
}

function runs(reading: Reading, isName: (token: number) => boolean): Slip[] {
  const { tokens, text } = reading;
  const slips: Slip[] = [];
  let last = 0;
  visitPlaces(reading, isInTable, (at, sentence) => {
    if (at < last || !isEnglish(reading, at, isName)) return;
    last = at + 1;
    while (last < sentence.last && isEnglish(reading, last, isName)) last += 1;
    if (last - at > longestRun || !isInGerman(reading, sentence, at, last)) return;
    const begin = tokens[at]!.begin;
    const end = tokens[last - 1]!.end;
    slips.push({ rule: 'language.untranslated', begin, end, words: [text.slice(begin, end)] });
  });
  return slips;
}

function isEnglish(reading: Reading, at: number, isName: (token: number) => boolean): boolean {
  const token = reading.tokens[at]!;
  return english.has(token.lower) && token.kind === 'word' && !isName(at) && !isUpperAt(reading.text, token.begin);
}

/** The words around must be German: no capitalised word touches the run (a title in English), and no other English word stands near. */
function isInGerman(reading: Reading, sentence: Sentence, first: number, last: number): boolean {
  const { tokens, text } = reading;
  const before = tokens[first - 1];
  const after = tokens[last];
  const touchesTitle = (token: typeof before): boolean => token !== undefined && token.kind === 'word' && isUpperAt(text, token.begin) && english.has(token.lower);
  const isCapital = (token: typeof before): boolean => token !== undefined && token.kind === 'word' && isUpperAt(text, token.begin);
  if (touchesTitle(before) || touchesTitle(after) || (isCapital(before) && isCapital(after))) return false;
  if ([first - 2, first - 1, last, last + 1].some((at) => at >= sentence.first && at < sentence.last && englishGlue.has(tokens[at]!.lower))) return false;
  const near = tokens.slice(Math.max(sentence.first, first - 6), Math.min(sentence.last, last + 6));
  return near.filter((token) => english.has(token.lower)).length <= last - first;
}

function compounds(reading: Reading, isName: (token: number) => boolean): Slip[] {
  const { tokens, text } = reading;
  const slips: Slip[] = [];
  visitPlaces(reading, hasEnglishEnd, (at) => {
    const { begin, end, kind } = tokens[at]!;
    if (kind === 'word' && !isName(at) && isUpperAt(text, begin)) slips.push({ rule: 'language.mixed-compound', begin, end, words: [text.slice(begin, end)] });
  });
  return slips;
}

const hasEnglishEnd = questionOf(({ lower }) => {
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  if (notByHead.has(last)) return false;
  const head = lists.heads.find((one) => last.endsWith(one) && last.length >= one.length + shortestFront);
  return head !== undefined && ![...notByHead].some((word) => last.endsWith(word)) && !english.has(last.slice(0, -head.length));
});
