/** What a capitalised German word is, as far as tables and its shape tell: a common noun, a word for a kind of thing, a place. */
import type { EntityType } from '../model.ts';
import commonTable from './common-nouns.yml';
import placeTable from './places.yml';
import typeTable from './type-words.yml';

const types = ['company', 'organisation', 'person', 'project', 'product', 'place', 'event', 'award'] as const satisfies readonly EntityType[];
type NamedType = (typeof types)[number];

const typeWords = typeTable as Record<NamedType, string[]> & { heads: Partial<Record<NamedType, string[]>>; seated: string[] };
const common = commonTable as { nouns: string[]; ends: string[] };
const places = new Set((placeTable as { names: string[] }).names);

const typeByWord = new Map(types.flatMap((type) => typeWords[type].map((word) => [word, type] as const)));
const typeByHead = new Map(Object.entries(typeWords.heads).flatMap(([type, heads]) => heads.map((head) => [head, type as NamedType] as const)));
const commonNouns = new Set(common.nouns);
const ends = new Set(common.ends);
const longestEnd = Math.max(...common.ends.map((end) => end.length));
/** Shorter words end compounds by chance. */
const shortestPart = 4;

/** The kind of thing that a noun names, by itself or by the end of a compound: `KI-Firma` → company. */
export function typeOfNoun(word: string): NamedType | undefined {
  const lower = word.toLowerCase();
  const last = lower.split('-').at(-1)!;
  const whole = typeByWord.get(lower) ?? typeByWord.get(last);
  if (whole) return whole;
  for (let size = last.length - 2; size >= shortestPart; size -= 1) {
    const found = typeByWord.get(last.slice(-size));
    if (found) return found;
  }
  return undefined;
}

/** Whether it is an organisation that is called by its place: `Universität Beispielstadt`. */
export function isSeated(word: string): boolean {
  return typeWords.seated.some((end) => word.toLowerCase().endsWith(end));
}

/** What the last word of a name says of it: `Labs` → company. */
export function typeOfHead(word: string): NamedType | undefined {
  return typeByHead.get(word);
}

/** Whether the name is a place known to everybody, with or without a point of the compass before it. */
export function isPlace(name: string): boolean {
  if (places.has(name)) return true;
  const rest = /^(?:Nord|Ost|Süd|West|Mittel|Zentral)(\p{Ll}{3,30})$/u.exec(name)?.[1];
  return rest !== undefined && places.has(rest.charAt(0).toUpperCase() + rest.slice(1));
}

/** Whether the word is a common noun by the tables, or by the end of a compound. */
export function isKnownNoun(word: string): boolean {
  const lower = word.toLowerCase();
  const last = lower.split('-').at(-1)!;
  if (commonNouns.has(last) || typeByWord.has(last) || typeByWord.has(lower) || (last.endsWith('n') && commonNouns.has(last.slice(0, -1)))) return true;
  for (let size = last.length - 2; size >= shortestPart; size -= 1) {
    const part = last.slice(-size);
    if (commonNouns.has(part) || typeByWord.has(part)) return true;
  }
  return false;
}

/** Whether the word ends as common nouns do. */
export function hasNounEnding(word: string): boolean {
  const lower = word.toLowerCase();
  for (let size = Math.min(longestEnd, lower.length - 2); size >= 2; size -= 1) if (ends.has(lower.slice(-size))) return true;
  return false;
}

/** Whether the spelling alone shows a name: an inner capital, capitals only, a digit. */
export function looksLikeName(word: string): boolean {
  return /^\p{Lu}{2,}s?$/u.test(word) || /\p{Ll}\p{Lu}/u.test(word) || /^\p{Lu}[\p{L}]*\d/u.test(word);
}
