/**
 * All surface forms of a dataset, found by the hash of their pieces: one look per piece of a text, whatever the number of forms.
 * The table (`form-table.ts`) lies flat in memory; a form becomes an object when a text first meets it.
 *
 * Keys are folded (case, ß); each end keeps the form as written, so that case is checked where a path ends. Phrases that
 * contain a form and mean something else (`excludes`) lie in the same table and are found on the way.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Entity, Inflection } from '../model.ts';
import { keep } from '../text/keep.ts';
import { compileForms, entitiesIn, FormTable, keysOf } from './form-table.ts';
import { cutPieces } from './pieces.ts';

/** One spelling of a form, as a text meets it. */
export interface FormEnd {
  entity: Entity & { pack: string };
  /** Pieces as written. */
  pieces: readonly string[];
  /** The same in lower case, with spaces between. */
  phrase: string;
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

/** The index of a dataset, built once for each dataset object. */
export const formIndexOf = keep((dataset: Dataset): FormIndex => {
  const entities = [...dataset.entities.values()];
  return buildFormIndex(entities, tablesOf(dataset, entities));
});

/**
 * The tables that came with the packs; a pack without one, or with one of another version, gets its own now. Packs that describe
 * the same things were put together: then no table of one pack is true, and all forms are compiled anew.
 */
function tablesOf({ packs, tables }: Dataset, entities: readonly Entity[]): ArrayBuffer[] {
  const areApart = packs.reduce((sum, pack) => sum + pack.entities.length, 0) === entities.length;
  if (!areApart || tables.size === 0) return [compileForms(entities)];
  return packs.map((pack) => {
    const table = tables.get(pack.id);
    return table && entitiesIn(table) === pack.entities.length ? table : compileForms(pack.entities);
  });
}

/** The index of some entities; `buffers` are the tables of all of them in a row. */
export function buildFormIndex(entities: readonly (Entity & { pack: string })[], buffers: readonly ArrayBuffer[] = [compileForms(entities)]): FormIndex {
  const parts: { table: FormTable; entries: number; entities: number }[] = [];
  const count = { entries: 0, entities: 0 };
  for (const buffer of buffers) {
    const table = new FormTable(buffer);
    parts.push({ table, ...count });
    count.entries += table.count;
    count.entities += entitiesIn(buffer);
  }
  const ends = new Map<number, FormEnd>();
  const end = (entry: number): FormEnd => {
    let known = ends.get(entry);
    if (!known) {
      const part = parts.findLast(({ entries }) => entries <= entry)!;
      ends.set(entry, (known = readEnd(part.table, entry - part.entries, entities, part.entities)));
    }
    return known;
  };
  if (parts.length === 1) return { table: parts[0]!.table, end };
  const table = {
    count: count.entries,
    mayHold: (hash: number) => parts.some((part) => part.table.mayHold(hash)),
    find: (hash: number) => parts.flatMap((part) => (part.table.mayHold(hash) ? part.table.find(hash).map((entry) => entry + part.entries) : [])),
  };
  return { table, end };
}

function readEnd(table: FormTable, entry: number, entities: readonly (Entity & { pack: string })[], from: number): FormEnd {
  const { text, entity, inflection, ambiguous, excludes } = table.read(entry);
  const cut = cutPieces(text);
  const pieces = cut.begins.map((begin, at) => text.slice(begin, cut.ends[at]));
  return {
    entity: entities[from + entity]!, inflection, ambiguous, excludes, pieces, phrase: pieces.join(' ').toLowerCase(), keys: keysOf(text),
    head: text.slice(0, cut.begins[0]).trim(),
    tail: excludes ? '' : text.slice(cut.ends.at(-1)).trim().replace(/^[!?.…,;:’']+$/u, ''),
  };
}
