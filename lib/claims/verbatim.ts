/**
 * Where a text holds a claim's evidence to the letter. Evidence is looked up by its first two words, so that the cost does
 * not grow with the number of claims; spacing and quotation marks between the words may differ.
 */
import type { Dataset } from '../dataset/dataset.ts';
import { piecesFor, questionFor } from '../match/dataset-places.ts';
import { foldedOf, type Pieces, piecesOf, type WordPieces, wordPieces } from '../match/pieces.ts';
import type { Claim } from '../model.ts';
import { keep } from '../text/keep.ts';
import type { Question } from '../text/places.ts';
import type { Reading } from '../text/reading.ts';

export interface VerbatimPlace {
  claim: Claim & { pack: string };
  begin: number;
  end: number;
}

interface Phrase {
  claim: Claim & { pack: string };
  words: readonly string[];
  /** Signs that belong to the quote before its first and after its last word. */
  before: number;
  after: string;
}

/** Phrases by their first word, then by their second. */
interface PhraseIndex {
  phrases: Map<string, Map<string, Phrase[]>>;
  /** Whether a phrase begins with a word. */
  begins: Question;
}

const none: readonly Phrase[] = [];
/** Shorter evidence ("Turin, Italien") is no statement by itself. */
const fewestWords = 3;
/** Signs between two words of one sentence, at most. */
const longestGap = 8;
const lineBreak = 0x0a;

/** All places where evidence of the dataset's claims stands to the letter. Linear in the text. */
export function findVerbatim(reading: Reading, dataset: Dataset): VerbatimPlace[] {
  const index = indexOf(dataset);
  const places: VerbatimPlace[] = [];
  const { text } = reading;
  const pieces = piecesOf(reading);
  for (const at of piecesFor(reading, dataset, index.begins)) {
    if (at + fewestWords > pieces.count) break;
    const second = foldedOf(pieces.words[at + 1]!);
    for (const phrase of index.phrases.get(foldedOf(pieces.words[at]!))!.get(second) ?? none) {
      if (!stands(phrase, pieces, at) || isBroken(text, pieces, at, phrase.words.length)) continue;
      const last = at + phrase.words.length - 1;
      const end = text.startsWith(phrase.after, pieces.ends[last]) ? pieces.ends[last]! + phrase.after.length : pieces.ends[last]!;
      places.push({ claim: phrase.claim, begin: Math.max(0, pieces.begins[at]! - phrase.before), end });
    }
  }
  return places;
}

const indexOf = keep((dataset: Dataset): PhraseIndex => {
  const phrases: PhraseIndex['phrases'] = new Map();
  for (const claim of dataset.claims.values()) {
    for (const { quote } of claim.evidence) {
      const pieces = wordPieces(quote);
      if (pieces.count < fewestWords) continue;
      const words = pieces.words.map(foldedOf);
      const bySecond = phrases.get(words[0]!) ?? new Map<string, Phrase[]>();
      const list = bySecond.get(words[1]!) ?? [];
      list.push({ claim, words, before: pieces.begins[0]!, after: quote.slice(pieces.ends[pieces.count - 1]) });
      phrases.set(words[0]!, bySecond.set(words[1]!, list));
    }
  }
  return { phrases, begins: questionFor(dataset, (word) => phrases.has(foldedOf(word))) };
});

/** Whether the phrase stands there; its first two words do. */
function stands({ words }: Phrase, pieces: WordPieces, at: number): boolean {
  if (at + words.length > pieces.count) return false;
  for (let step = 2; step < words.length; step += 1) if (foldedOf(pieces.words[at + step]!) !== words[step]) return false;
  return true;
}

/** Whether a line break or a long gap divides the words: then it is no quotation of one sentence. */
function isBroken(text: string, pieces: Pieces, first: number, count: number): boolean {
  for (let at = first; at < first + count - 1; at += 1) {
    const next = pieces.begins[at + 1]!;
    if (next - pieces.ends[at]! > longestGap) return true;
    for (let between = pieces.ends[at]!; between < next; between += 1) if (text.charCodeAt(between) === lineBreak) return true;
  }
  return false;
}
