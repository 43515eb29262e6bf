/**
 * All surface forms of a dataset, found by the hash of their pieces: one look per piece of a text, whatever the number of forms.
 * The table (`form-table.ts`) lies flat in memory; a form becomes an object when a text first meets it.
 *
 * Keys are folded (case, ß); each end keeps the form as written, so that case is checked where a path ends. Phrases that
 * contain a form and mean something else (`excludes`) lie in the same table and are found on the way.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { KnownEntity } from '../dataset/entities.ts';
import type { Inflection } from '../model.ts';
import { keep } from '../text/keep.ts';
import { compileForms, entitiesIn, type FormEntry, FormTable } from './form-table.ts';
import { wordAt } from '../text/words.ts';
import { cutPieces, foldedOf, jointsOf } from './pieces.ts';
import { syntax } from './surroundings.ts';

/** One spelling of a form, as a text meets it. */
export interface FormEnd {
  entity: KnownEntity;
  /** Pieces as written. */
  pieces: readonly string[];
  /** The same, folded. */
  folded: readonly string[];
  /** What stands before each piece: nothing before the first. */
  joints: readonly string[];
  inflection: Inflection;
  ambiguous: boolean;
  /** Beginnings of words that, after it, make it a thing of another kind. */
  misleading: readonly string[] | undefined;
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

/** A table of an index, and where its entities stand among all. */
interface Part {
  table: FormTable;
  placeOf: (entity: number) => number;
}

/**
 * The index of a dataset, built once for each dataset object. A pack's forms come from the table it brought; one without, or with one of another version,
 * gets its own now. What several packs say of one thing is in no table of theirs: such entities have a table together, and count in that alone.
 */
export const formIndexOf = keep(({ packs, tables, entities }: Dataset): FormIndex => {
  let next = 0;
  const parts = packs.map(({ id, entities: own }): Part => {
    const begin = next;
    next += own.length;
    const table = tables.get(id);
    return { table: new FormTable(table && entitiesIn(table) === own.length ? table : compileForms(own)), placeOf: (entity) => begin + entity };
  });
  if (entities.joined.size === 0) return indexOf(parts, (place) => entities.at(place));
  const joined = [...entities.joined];
  const together: Part = { table: new FormTable(compileForms(joined.map((place) => entities.at(place)))), placeOf: (entity) => joined[entity]! };
  return indexOf([...parts, together], (place) => entities.at(place), (part, place) => part === together || entities.isApart(place));
});

/** The index of some entities, in their order. */
export function buildFormIndex(entities: readonly KnownEntity[]): FormIndex {
  return indexOf([{ table: new FormTable(compileForms(entities)), placeOf: (entity) => entity }], (place) => entities[place]!);
}

/** One index of several tables; `counts` says of which of them an entity's forms do. Entries are found in the order of their entities. */
function indexOf(parts: readonly Part[], entityAt: (place: number) => KnownEntity, counts: (part: Part, place: number) => boolean = () => true): FormIndex {
  const begins: number[] = [];
  let count = 0;
  for (const { table } of parts) {
    begins.push(count);
    count += table.count;
  }
  const ends = new Map<number, FormEnd>();
  const end = (entry: number): FormEnd => {
    let known = ends.get(entry);
    if (!known) {
      const at = begins.findLastIndex((begin) => begin <= entry);
      const { table, placeOf } = parts[at]!;
      const form = table.read(entry - begins[at]!);
      ends.set(entry, (known = readEnd(form, entityAt(placeOf(form.entity)))));
    }
    return known;
  };
  if (parts.length === 1) return { table: parts[0]!.table, end };
  const find = (hash: number): number[] => {
    const met: { entry: number; place: number }[] = [];
    parts.forEach((part, at) => {
      if (!part.table.mayHold(hash)) return;
      for (const entry of part.table.find(hash)) {
        const place = part.placeOf(part.table.entityOf(entry));
        if (counts(part, place)) met.push({ entry: entry + begins[at]!, place });
      }
    });
    return met.sort((a, b) => a.place - b.place).map(({ entry }) => entry);
  };
  return { table: { count, mayHold: (hash) => parts.some(({ table }) => table.mayHold(hash)), find }, end };
}

function readEnd({ text, inflection, ambiguous, excludes }: FormEntry, entity: KnownEntity): FormEnd {
  const cut = cutPieces(text);
  // The very strings of words that texts have, where they are known: then one look tells that they are the same.
  const words = cut.begins.map((begin, at) => wordAt(text, begin, cut.ends[at]!));
  return {
    entity, inflection, ambiguous, excludes, pieces: words.map(({ written }) => written), folded: words.map(foldedOf), joints: jointsOf(text, cut), misleading: syntax.compounds.get(words.map(({ lower }) => lower).join(' ')),
    head: text.slice(0, cut.begins[0]).trim(),
    tail: excludes ? '' : text.slice(cut.ends.at(-1)).trim().replace(/^[!?.…,;:’']+$/u, ''),
  };
}
