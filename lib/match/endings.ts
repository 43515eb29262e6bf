/**
 * German endings a name may carry and still be the same name. The scanner strips an ending from the last piece and asks here
 * whether the form's inflection class allows it; inner pieces that bend (adjectives, the head before a preposition) are few
 * and are spelt out when the index is built.
 */
import type { Inflection } from '../model.ts';

/** All endings the scanner tries, longest first; the empty one is tried before them. */
const nounEndings: ReadonlySet<string> = new Set(['s', 'es', 'e', 'en', 'n', 'er', 'ern', 'ns']);

const allowed: Readonly<Record<Inflection, ReadonlySet<string>>> = {
  name: new Set(['s']),
  'noun-s': new Set(['s', 'es', 'e', 'en', 'n']),
  'noun-en': nounEndings,
  'adjective-noun': new Set(['s', 'es', 'e', 'en', 'n']),
  invariant: new Set(),
};

const endingsByLastLetter: Readonly<Record<string, readonly string[]>> = {
  s: ['s', 'es', 'ns'], n: ['n', 'en', 'ern'], e: ['e'], r: ['er'],
};
const none: readonly string[] = [];

/** Endings that the folded piece could carry, judged by its last letter. */
export function possibleEndings(folded: string): readonly string[] {
  return endingsByLastLetter[folded.charAt(folded.length - 1)] ?? none;
}

/** Whether a form of this class may carry the ending. */
export function allowsEnding(inflection: Inflection, ending: string): boolean {
  return ending === '' || allowed[inflection].has(ending);
}

/** All shapes of a declined adjective: `physische` → `physische`, `physischer`, … The piece itself when it is no such adjective. */
export function declineAdjective(piece: string): string[] {
  const stem = /^(\p{Ll}{3,40})(?:e|er|es|en|em)$/u.exec(piece.charAt(0).toLowerCase() + piece.slice(1))?.[1];
  if (stem === undefined) return [piece];
  const cased = piece.charAt(0) + stem.slice(1);
  return ['e', 'er', 'es', 'en', 'em'].map((ending) => cased + ending);
}

/** All shapes of a noun inside a form: `Nobelpreis` in `Nobelpreis für Chemie` → `Nobelpreises`, `Nobelpreise`, … */
export function declineNoun(piece: string): string[] {
  return [piece, `${piece}s`, `${piece}es`, `${piece}e`, `${piece}en`];
}
