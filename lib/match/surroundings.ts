/**
 * What surrounds the pieces of a text: the words before and after, the sentence, and where the words are that speak for an
 * entity. Made once for a text, and only when an ambiguous name occurs in it.
 */
import { firstFrom, halve } from '../text/halve.ts';
import { remember } from '../text/remember.ts';
import { stemEnglish, stemGerman } from '../text/stem.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { keep } from '../text/keep.ts';
import type { Question } from '../text/places.ts';
import type { Reading } from '../text/reading.ts';
import { sharedFact, type Word } from '../text/words.ts';
import { piecesFor, questionFor } from './dataset-places.ts';
import { fold, piecesOf } from './pieces.ts';
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

const none: readonly string[] = [];

/** For whom a word speaks by its stem, or by its beginnings and ends: entities and `businessKey`. Worked out once a word, since most speak for none. */
interface Speaking {
  keysOf: (word: Word) => readonly string[];
  speaks: Question;
}

const keepKeys = sharedFact<readonly string[]>();

const speakingFor = keep((dataset: Dataset): Speaking => {
  const byStem = keysByStem(dataset);
  const keysOf = keepKeys((word) => keysIn(stemOf(word.written), byStem));
  return { keysOf, speaks: questionFor(dataset, (word) => keysOf(word).length > 0) };
});

function keysByStem(dataset: Dataset): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  const add = (stem: string, key: string): void => {
    const list = keys.get(stem);
    if (list) list.push(key);
    else keys.set(stem, [key]);
  };
  for (const { id, context } of dataset.entities.filter((entity) => entity.context.length > 0)) for (const stem of stemsOfContext(context)) add(stem, id);
  for (const stem of syntax.business) add(stem, businessKey);
  return keys;
}

function stemsOfContext(context: readonly string[]): string[] {
  return context.flatMap((word) => word.split(/[\s-]+/).filter((part) => part.length > 2 || part === part.toUpperCase()).map(stemOf));
}

function keysIn(stem: string, byStem: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set(byStem.get(stem));
  for (let size = 5; size <= 20 && size < stem.length - 2; size += 1) {
    for (const part of [stem.slice(-size), stem.slice(0, size)]) for (const key of byStem.get(part) ?? none) found.add(key);
  }
  return found.size === 0 ? none : [...found];
}

/** Finds all context words of the dataset's entities in a text. */
export function findWitnesses(reading: Reading, dataset: Dataset): Witnesses {
  const { keysOf, speaks } = speakingFor(dataset);
  const { words } = piecesOf(reading);
  const found = new Map<string, number[]>();
  for (const at of piecesFor(reading, dataset, speaks)) {
    for (const key of keysOf(words[at]!)) {
      const places = found.get(key);
      if (places) places.push(at);
      else found.set(key, [at]);
    }
  }
  return found;
}

/** Index of the sentence that holds the offset, by halving; -1 before the first. */
export function sentenceAt(reading: Reading, offset: number): number {
  return halve(0, reading.sentences.length, (at) => reading.sentences[at]!.begin <= offset) - 1;
}

/** Whether an ascending list has a value in `[from, to]` other than those in `[notFrom, notTo]`. */
export function hasBetween(values: readonly number[] | undefined, from: number, to: number, notFrom: number, notTo: number): boolean {
  if (!values) return false;
  for (let at = firstFrom(values, from); at < values.length && values[at]! <= to; at += 1) if (values[at]! < notFrom || values[at]! > notTo) return true;
  return false;
}
