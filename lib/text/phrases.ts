/**
 * Word patterns over tokens: how every word table of ours says what it looks for. A pattern is words with spaces between them.
 *
 *   kein Wunder           these words in this order; the table's case is the guard: `Wunder` must be written with a capital,
 *                         `kein` with a small letter unless it begins the sentence
 *   a|b                   one of several words
 *   glitzernd~            with any ending of an adjective; with a capital (`Farce~`) any ending of a noun
 *   faseln^               all forms of a regular verb; strong verbs are written out with |
 *   *                     any one word
 *   …                     a gap of up to four words, without punctuation
 *   ,                     the mark itself (also : ? !)
 *
 * Only the places of a pattern's anchor are looked at, the longest of its words before any gap, so that frequent small words (`in`, `die`)
 * rarely start a comparison; gaps are bounded, so matching is linear in the text.
 */
import { isUpperAt } from './characters.ts';
import { type Question, questionIn, visitPlaces } from './places.ts';
import type { Reading, Sentence } from './reading.ts';

export interface PhraseRow {
  find: string;
}

export interface PhraseHit<Row> {
  row: Row;
  sentence: Sentence;
  /** Its tokens: `tokens.slice(first, last)`. */
  first: number;
  last: number;
  begin: number;
  end: number;
}

interface Step {
  /** Lower case; null for any word. */
  words: ReadonlySet<string> | null;
  /** How many words may stand before it that the pattern does not name. */
  gap: number;
  capital: boolean;
}

interface Candidate<Row> {
  row: Row;
  steps: readonly Step[];
  /** How many tokens before its anchor the pattern begins. */
  before: number;
}

export interface PhraseIndex<Row> {
  /** Whether any pattern's anchor is a word. */
  isAnchor: Question;
  /** The patterns by their anchor, in lower case. */
  byAnchor: ReadonlyMap<string, readonly Candidate<Row>[]>;
}

const longestGap = 4;
const adjectiveEndings = ['', 'e', 'en', 'er', 'es', 'em', 'ere', 'eren', 'erer', 'eres', 'erem', 'ste', 'sten', 'ster', 'stes', 'stem'];
const nounEndings = ['', 's', 'es', 'e', 'en', 'n', 'er', 'ern', 'in', 'innen'];
const inseparable = /^(?:be|emp|ent|er|ge|miss|ver|zer|über|unter)/;

/** Makes patterns ready to be looked for. Throws, with the pattern, where it could never match. */
export function indexPhrases<Row extends PhraseRow>(rows: readonly Row[]): PhraseIndex<Row> {
  const byAnchor = new Map<string, Candidate<Row>[]>();
  for (const row of rows) {
    const steps = readPattern(row.find);
    const before = anchorOf(steps);
    for (const word of steps[before]!.words!) {
      const there = byAnchor.get(word);
      if (there) there.push({ row, steps, before });
      else byAnchor.set(word, [{ row, steps, before }]);
    }
  }
  return { isAnchor: questionIn(byAnchor), byAnchor };
}

/** The step, before any gap, whose shortest word is longest. */
function anchorOf(steps: readonly Step[]): number {
  let best = 0;
  let longest = 0;
  for (const [at, { words, gap }] of steps.entries()) {
    if (gap > 0) break;
    const shortest = words ? Math.min(...[...words].map((word) => word.length)) : 0;
    if (shortest > longest) [best, longest] = [at, shortest];
  }
  return best;
}

/** The steps of one pattern. */
export function readPattern(pattern: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of pattern.split(' ')) {
    if (part === '…') gap = longestGap;
    else {
      steps.push(part === '*' ? { words: null, gap, capital: false } : { words: new Set(part.split('|').flatMap(formsOf)), gap, capital: /^\p{Lu}/u.test(part) });
      gap = 0;
    }
  }
  const first = steps[0];
  if (!first?.words || first.gap > 0 || gap > 0 || [...first.words].includes('')) throw new Error(`pattern “${pattern}” must begin and end with a word`);
  return steps;
}

/** All the forms, in lower case, that one word of a pattern stands for. */
export function formsOf(word: string): string[] {
  const stem = word.slice(0, -1).toLowerCase();
  if (word.endsWith('~')) return (/^\p{Lu}/u.test(word) ? nounEndings : adjectiveEndings).map((ending) => stem + ending);
  if (word.endsWith('^')) return verbForms(stem);
  return [word.toLowerCase()];
}

/** Forms of a regular (weak) verb from its infinitive, with the past participle. */
function verbForms(infinitive: string): string[] {
  const stem = infinitive.replace(/e?n$/, '');
  const link = /[td]$|[^lr][mn]$/.test(stem) ? 'e' : '';
  const participle = inseparable.test(infinitive) || infinitive.endsWith('ieren') ? `${stem}${link}t` : `ge${stem}${link}t`;
  const bare = [`${stem}e`, `${stem}${link}st`, `${stem}${link}t`, `${stem}${link}te`, `${stem}${link}ten`, `${stem}${link}test`, `${stem}${link}tet`];
  return [...new Set([infinitive, participle, ...bare])];
}

/** Finds every pattern in the text, in order of begin. */
export function findPhrases<Row extends PhraseRow>(reading: Reading, index: PhraseIndex<Row>): PhraseHit<Row>[] {
  const hits: PhraseHit<Row>[] = [];
  const { tokens } = reading;
  visitPlaces(reading, index.isAnchor, (at, sentence) => {
    for (const { row, steps, before } of index.byAnchor.get(tokens[at]!.lower)!) {
      const first = at - before;
      const last = first < sentence.first ? -1 : endOfMatch(reading, sentence, steps, first);
      if (last > 0) hits.push({ row, sentence, first, last, begin: tokens[first]!.begin, end: tokens[last - 1]!.end });
    }
  });
  return hits.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

/** The index behind the last token of a match that begins at `at`, or 0. */
function endOfMatch(reading: Reading, sentence: Sentence, steps: readonly Step[], at: number): number {
  let next = at;
  for (const step of steps) {
    const found = findStep(reading, sentence, step, next, next === at);
    if (found < 0) return 0;
    next = found + 1;
  }
  return next;
}

function findStep(reading: Reading, sentence: Sentence, step: Step, from: number, isFirst: boolean): number {
  for (let at = from; at <= from + step.gap && at < sentence.last; at += 1) {
    if (fits(reading, sentence, step, at, isFirst)) return at;
    if (reading.tokens[at]!.kind === 'punctuation') return -1;
  }
  return -1;
}

function fits(reading: Reading, sentence: Sentence, step: Step, at: number, isFirst: boolean): boolean {
  const token = reading.tokens[at]!;
  if (step.words === null) return token.kind === 'word';
  if (!step.words.has(token.lower)) return false;
  const isUpper = isUpperAt(reading.text, token.begin);
  if (step.capital) return isUpper;
  return !isUpper || (isFirst && beginsSentence(reading, sentence, at));
}

/** Whether only punctuation stands before this token in its sentence, or a colon right before it. */
function beginsSentence(reading: Reading, sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= sentence.first; before -= 1) {
    const token = reading.tokens[before]!;
    if (token.lower === ':') return true;
    if (token.kind !== 'punctuation') return false;
  }
  return true;
}
