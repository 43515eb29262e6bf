/**
 * What surrounds the pieces of a text: the words before and after, the sentence, and where the words are that speak for an
 * entity. Made once for a text, and only when an ambiguous name occurs in it.
 */
import { remember } from '../text/remember.ts';
import { stemEnglish, stemGerman } from '../text/stem.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Reading } from '../text/reading.ts';
import { fold, type FoldedPieces } from './pieces.ts';
import syntaxTable from './syntax-words.yml';

interface SyntaxTable {
  kinds: string[]; heads: string[]; verbs: string[]; business: string[]; articles: string[]; prepositions: string[]; joiners: string[];
  organisationTails: string[]; prefixes: string[]; places: string[]; compounds: { first: string; heads: string[] }[];
}

const table = syntaxTable as SyntaxTable;
const stems = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(stemOf));

/** The table's words, ready for look-up: stems of content words, plain lower case for function words. */
export const syntax = {
  kinds: stems(table.kinds),
  heads: stems(table.heads),
  verbs: new Set(table.verbs.flatMap((verb) => [stemOf(verb), stemEnglish(verb)])),
  business: stems(table.business),
  articles: new Set(table.articles),
  prepositions: new Set(table.prepositions),
  joiners: new Set(table.joiners),
  organisationTails: new Set(table.organisationTails),
  prefixes: new Set(table.prefixes),
  places: new Set(table.places),
  compounds: new Map(table.compounds.map((row) => [row.first, row.heads])),
};

/** The stem of a word as this engine compares it. */
export function stemOf(word: string): string {
  return stemGerman(fold(word));
}

/** The questions asked of words around a name; each word is stemmed once. */
export const wordTests = {
  isKind: remember((word) => endsInStem(word, syntax.kinds)),
  isHead: remember((word) => endsInStem(word, syntax.heads)),
  /** A form of one of the table's verbs, German or English. */
  isActingVerb: remember((word) => syntax.verbs.has(stemOf(word)) || syntax.verbs.has(stemEnglish(word))),
} as const;

/** Whether a word, or the last part of a compound, has one of the stems: `Drohnen-Lieferdienst`, `Technologiekonzern`. */
function endsInStem(word: string, wanted: ReadonlySet<string>): boolean {
  const stem = stemOf(word);
  if (wanted.has(stem)) return true;
  for (let size = 4; size <= 16 && size < stem.length - 2; size += 1) if (wanted.has(stem.slice(-size))) return true;
  return false;
}

/** Places (indices of pieces, ascending) of the words that speak for each entity. */
export type Witnesses = ReadonlyMap<string, readonly number[]>;

/** The key under which general business words are witnessed. */
export const businessKey = '#business';

/** The context stems of a whole dataset in a word (itself, beginnings and ends of it): worked out once a word, since most words hold none. */
type ContextStemsIn = (word: string) => readonly string[];

const contexts = new WeakMap<Dataset, ContextStemsIn>();

function contextStemsOf(dataset: Dataset): ContextStemsIn {
  let stemsInWord = contexts.get(dataset);
  if (!stemsInWord) {
    const stems = new Set(syntax.business);
    for (const { context } of dataset.entities.values()) for (const stem of stemsOfContext(context)) stems.add(stem);
    contexts.set(dataset, (stemsInWord = remember((word) => stemsIn(word, stems))));
  }
  return stemsInWord;
}

function stemsIn(word: string, wanted: ReadonlySet<string>): readonly string[] {
  const stem = stemOf(word);
  const found = new Set(wanted.has(stem) ? [stem] : []);
  for (let size = 5; size <= 20 && size < stem.length - 2; size += 1) {
    for (const part of [stem.slice(-size), stem.slice(0, size)]) if (wanted.has(part)) found.add(part);
  }
  return found.size === 0 ? none : [...found];
}

const none: readonly string[] = [];

/** By an entity's list of context words, which never changes. */
const stemsOf = new WeakMap<readonly string[], readonly string[]>();

function stemsOfContext(context: readonly string[]): readonly string[] {
  let stems = stemsOf.get(context);
  if (!stems) stemsOf.set(context, (stems = context.flatMap((word) => word.split(/[\s-]+/).filter((part) => part.length > 2 || part === part.toUpperCase()).map(stemOf))));
  return stems;
}

/** Finds all context words of the entities in question in one pass over the text. */
export function findWitnesses(pieces: FoldedPieces, ids: ReadonlySet<string>, dataset: Dataset): Map<string, number[]> {
  const byStem = new Map<string, Set<string>>();
  for (const id of ids) for (const stem of stemsOfContext(dataset.entities.get(id)?.context ?? none)) addTo(byStem, stem, id);
  for (const stem of syntax.business) addTo(byStem, stem, businessKey);
  const stemsInWord = contextStemsOf(dataset);
  const witnesses = new Map<string, number[]>();
  for (let at = 0; at < pieces.count; at += 1) {
    for (const stem of stemsInWord(pieces.words[at]!.written)) {
      for (const key of byStem.get(stem) ?? none) {
        const places = witnesses.get(key);
        if (!places) witnesses.set(key, [at]);
        else if (places.at(-1) !== at) places.push(at);
      }
    }
  }
  return witnesses;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

/** Index of the sentence that holds the offset, by halving; -1 before the first. */
export function sentenceAt(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reading.sentences[middle]!.begin <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether an ascending list has a value in `[from, to]` other than those in `[notFrom, notTo]`. */
export function hasBetween(values: readonly number[] | undefined, from: number, to: number, notFrom: number, notTo: number): boolean {
  if (!values) return false;
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < from) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < values.length && values[at]! <= to; at += 1) if (values[at]! < notFrom || values[at]! > notTo) return true;
  return false;
}
