/**
 * All surface forms of a dataset, found by the hash of their pieces: one look per piece of a text, whatever the number of forms.
 * The table (`form-table.ts`) lies flat in memory; a form becomes an object when a text first meets it.
 *
 * Keys are folded (case, ß); each end keeps the form as written, so that case is checked where a path ends. Phrases that
 * contain a form and mean something else (`excludes`) lie in the same table and are found on the way.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Entity, Inflection } from '../model.ts';
import { compileForms, FormTable, keysOf } from './form-table.ts';
import { cutPieces } from './pieces.ts';

/** One spelling of a form, as a text meets it. */
export interface FormEnd {
  entity: Entity & { pack: string };
  /** Pieces as written. */
  pieces: readonly string[];
  /** The same as look-up keys: joint and folded piece. */
  keys: readonly string[];
  inflection: Inflection;
  ambiguous: boolean;
  /** An exclude: it makes no note and bars its entity where it stands. */
  excludes: boolean;
  /** Signs before and after the pieces that belong to the form: `C++`. */
  head: string;
  tail: string;
}

export interface FormIndex {
  table: Pick<FormTable, 'count' | 'find' | 'mayHold'>;
  /** The form of a table's entry, always the same object. */
  end(entry: number): FormEnd;
}

const compiled = new WeakMap<Dataset, FormIndex>();

/** The index of a dataset, built once for each dataset object. */
export function formIndexOf(dataset: Dataset): FormIndex {
  const known = compiled.get(dataset);
  if (known) return known;
  const index = buildFormIndex([...dataset.entities.values()]);
  compiled.set(dataset, index);
  return index;
}

/** The index of some entities; `buffer` is their table where it was compiled before. */
export function buildFormIndex(entities: readonly (Entity & { pack: string })[], buffer = compileForms(entities)): FormIndex {
  const table = new FormTable(buffer);
  const ends = new Map<number, FormEnd>();
  const end = (entry: number): FormEnd => {
    let known = ends.get(entry);
    if (!known) ends.set(entry, (known = readEnd(table, entry, entities)));
    return known;
  };
  return { table, end };
}

function readEnd(table: FormTable, entry: number, entities: readonly (Entity & { pack: string })[]): FormEnd {
  const { text, entity, inflection, ambiguous, excludes } = table.read(entry);
  const cut = cutPieces(text);
  return {
    entity: entities[entity]!, inflection, ambiguous, excludes,
    pieces: cut.begins.map((begin, at) => text.slice(begin, cut.ends[at])), keys: keysOf(text),
    head: text.slice(0, cut.begins[0]).trim(),
    tail: excludes ? '' : text.slice(cut.ends.at(-1)).trim().replace(/^[!?.…,;:’']+$/u, ''),
  };
}
