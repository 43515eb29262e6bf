/** Predicate classes: which words say that somebody founded, raised, leads, … */
import { factOf } from '../text/words.ts';
import { dictionaryStems, wordStems } from './word-stems.ts';
import table from './predicates.yml';

export interface PredicateClass {
  id: string;
  label: string;
  /** Of one object only one subject can be true. */
  functional: boolean;
  /** Tells what a sum is: funding, valuation, turnover, … */
  measure: boolean;
}

interface Row { id: string; label: string; functional?: boolean; measure?: boolean; words: string[]; weak?: string[] }

const rows = (table as { entries: Row[] }).entries;

export const predicateClasses: ReadonlyMap<string, PredicateClass> = new Map(rows.map(({ id, label, functional, measure }) => [id, { id, label, functional: functional ?? false, measure: measure ?? false }]));

/** How sure a stem is as a sign of each class: 1 or 0.5. */
const byStem = new Map<string, Map<string, number>>();
for (const row of rows) {
  for (const word of row.weak ?? []) note(word, row.id, 0.5);
  for (const word of row.words) note(word, row.id, 1);
}

function note(word: string, id: string, strength: number): void {
  for (const stem of dictionaryStems(word.includes('-') ? word.split('-').at(-1)! : word)) {
    const classes = byStem.get(stem) ?? new Map<string, number>();
    classes.set(id, Math.max(classes.get(id) ?? 0, strength));
    byStem.set(stem, classes);
  }
}

const none: ReadonlyMap<string, number> = new Map();

/** A class that a word speaks for, and how surely: 1 or 0.5. */
export interface PredicateHint {
  id: string;
  /** The class's place in `predicateClasses`. */
  number: number;
  strength: number;
  /** Whether the class tells what a sum is. */
  measure: boolean;
}

/** The classes that a word of a text speaks for. */
export const classesOfWord = factOf((word): readonly PredicateHint[] => {
  const classes = classesOf(wordStems(word));
  return classes.size === 0 ? noHints : Array.from(classes, ([id, strength]) => ({ id, number: numbers.get(id)!, strength, measure: predicateClasses.get(id)?.measure ?? false }));
});

/** One for all words that speak for none: nearly all. */
const noHints: readonly PredicateHint[] = [];

const numbers = new Map(rows.map(({ id }, at) => [id, at]));

/** The place of a class in `predicateClasses`; -1 for what is none. */
export function numberOfClass(id: string): number {
  return numbers.get(id) ?? -1;
}

/** The classes that a word speaks for, by its stems or the last part of a compound (`Startkapital`, `Anschlussfinanzierung`). */
export function classesOf(stems: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const stem of stems) for (const [id, strength] of byStem.get(stem) ?? []) found.set(id, Math.max(found.get(id) ?? 0, strength));
  if (found.size > 0) return found;
  const own = stems[0] ?? '';
  for (let size = own.length - 3; size >= 4; size -= 1) {
    const last = byStem.get(own.slice(-size));
    if (last) return last;
  }
  return none;
}
