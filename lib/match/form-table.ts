/**
 * All surface forms of a dataset in one flat binary table, about twelve bytes a form beside its letters. It is used as it lies in
 * memory: nothing is parsed, and what a form says is read only when its hash was met.
 *
 *   header     8 words: sign, version, forms, bits of the directory, words of the sieve, letters, entities, 0
 *   directory  by the upper bits of a form's hash: the first entry of its bucket (32 bits)
 *   sieve      three bits of one word, by hash, for each form and each beginning of one: a path with a bit off leads nowhere
 *   texts      for each entry the place of its letters (32 bits)
 *   owners     entity, and inflection, ambiguity, exclusion in the lowest five bits (32 bits)
 *   rests      the lower 16 bits of its hash
 *   letters    the forms as written, in UTF-16
 */
import type { Entity, Inflection } from '../model.ts';
import { hashText, joinHash } from './form-hash.ts';
import { houseSpellings, shapesOf } from './form-shapes.ts';
import { cutPieces, fold, jointsOf } from './pieces.ts';

/** What of an entity goes into the table. */
export type FormSource = Pick<Entity, 'forms' | 'excludes'>;

/** One form as the table keeps it. */
export interface FormEntry {
  text: string;
  /** Index of its entity among those the table was made from. */
  entity: number;
  inflection: Inflection;
  ambiguous: boolean;
  /** A phrase that contains a form and means something else. */
  excludes: boolean;
}

const sign = 0x524e4654;
const version = 2;
const headerWords = 8;
const inflections: readonly Inflection[] = ['name', 'noun-s', 'noun-en', 'adjective-noun', 'invariant'];
const ambiguousBit = 8;
const excludesBit = 16;
const kindBits = 5;
/** Entries a bucket holds on average, at most. */
const bucketSize = 8;

interface Row {
  hash: number;
  owner: number;
  text: string;
}

/** Makes the table of some entities, in their order. Linear in the length of all forms. */
export function compileForms(entities: Iterable<FormSource>): ArrayBuffer {
  const rows: Row[] = [];
  const paths: number[] = [];
  let index = 0;
  for (const { forms, excludes } of entities) {
    const seen = new Set<string>();
    const add = (form: string, inflection: Inflection, bits: number): void => {
      for (const { text } of shapesOf(form, inflection)) {
        const key = `${bits & excludesBit}${text}`;
        if (seen.has(key)) continue;
        seen.add(key);
        rows.push({ text, owner: ((index << kindBits) | bits | inflections.indexOf(inflection)) >>> 0, hash: addPaths(text, paths) });
      }
    };
    for (const { text, inflection, ambiguous } of forms) for (const spelling of [text, ...houseSpellings(text)]) add(spelling, inflection, ambiguous ? ambiguousBit : 0);
    for (const phrase of excludes) add(phrase, 'noun-en', excludesBit);
    index += 1;
  }
  return lay(rows, paths, index);
}

/** The hash of the whole form; those of it and its beginnings are added to `paths`. */
function addPaths(text: string, paths: number[]): number {
  const cut = cutPieces(text);
  let hash = 0;
  jointsOf(text, cut).forEach((before, at) => {
    hash = joinHash(hash, before, hashText(fold(text.slice(cut.begins[at], cut.ends[at]))));
    paths.push(hash);
  });
  return hash;
}

/** Writes rows and paths as the table. Rows of one bucket keep their order. */
function lay(rows: readonly Row[], paths: readonly number[], entities: number): ArrayBuffer {
  const directoryBits = Math.max(1, Math.ceil(Math.log2(Math.max(1, rows.length) / bucketSize)));
  const sieveWords = 2 ** Math.max(1, Math.floor(Math.log2(Math.max(1, paths.length) * 8)) - 5);
  const letters = rows.reduce((sum, { text }) => sum + text.length, 0);
  const view = new View(new ArrayBuffer(sizeOf(rows.length, directoryBits, sieveWords, letters)), [sign, version, rows.length, directoryBits, sieveWords, letters, entities]);
  const { directory, sieve, texts, owners, rests, pool } = view;
  for (const { hash } of rows) directory[(hash >>> (32 - directoryBits)) + 1]! += 1;
  for (let bucket = 1; bucket < directory.length; bucket += 1) directory[bucket]! += directory[bucket - 1]!;
  const next = directory.slice();
  const order = new Uint32Array(rows.length);
  rows.forEach(({ hash }, at) => {
    const bucket = hash >>> (32 - directoryBits);
    order[next[bucket]!] = at;
    next[bucket]! += 1;
  });
  let place = 0;
  order.forEach((row, entry) => {
    const { text, owner, hash } = rows[row]!;
    texts[entry] = place;
    owners[entry] = owner;
    rests[entry] = hash & 0xffff;
    for (let at = 0; at < text.length; at += 1) pool[place + at] = text.charCodeAt(at);
    place += text.length;
  });
  texts[rows.length] = place;
  for (const hash of paths) {
    const word = (hash >>> 5) & (sieveWords - 1);
    sieve[word] = sieve[word]! | sieveBits(hash);
  }
  return view.buffer;
}

function sizeOf(count: number, directoryBits: number, sieveWords: number, letters: number): number {
  return 4 * (headerWords + 2 ** directoryBits + 1 + sieveWords + count + 1 + count) + 2 * (count + letters);
}

/** The parts of a table in its buffer. */
class View {
  readonly buffer: ArrayBuffer;
  readonly directory: Uint32Array;
  readonly sieve: Int32Array;
  readonly texts: Uint32Array;
  readonly owners: Uint32Array;
  readonly rests: Uint16Array;
  readonly pool: Uint16Array;

  constructor(buffer: ArrayBuffer, header?: readonly number[]) {
    this.buffer = buffer;
    const words = new Uint32Array(buffer, 0, headerWords);
    if (header) words.set(header);
    const [, , count = 0, directoryBits = 0, sieveWords = 0, letters = 0] = words;
    let at = 4 * headerWords;
    const part = <Part>(Kind: new (buffer: ArrayBuffer, at: number, length: number) => Part, bytes: number, length: number): Part => {
      const made = new Kind(buffer, at, length);
      at += bytes * length;
      return made;
    };
    this.directory = part(Uint32Array, 4, 2 ** directoryBits + 1);
    this.sieve = part(Int32Array, 4, sieveWords);
    this.texts = part(Uint32Array, 4, count + 1);
    this.owners = part(Uint32Array, 4, count);
    this.rests = part(Uint16Array, 2, count);
    this.pool = part(Uint16Array, 2, letters);
  }
}

/** The bits of a path in its word of the sieve: of the words that begin no form one in seven had its one bit on, and one in thirteen has all three. */
function sieveBits(hash: number): number {
  return (1 << (hash & 31)) | (1 << (hash >>> 27)) | (1 << ((hash >>> 22) & 31));
}

/** From how many entities a table was made; -1 for what is no table of this version. */
export function entitiesIn(buffer: ArrayBuffer): number {
  if (buffer.byteLength < 4 * headerWords) return -1;
  const [found, of, count = 0, directoryBits = 0, sieveWords = 0, letters = 0, entities = 0] = new Uint32Array(buffer, 0, headerWords);
  return found === sign && of === version && buffer.byteLength === sizeOf(count, directoryBits, sieveWords, letters) ? entities : -1;
}

/** Bytes a form takes beside its letters. */
export function bytesPerForm(buffer: ArrayBuffer): number {
  const [, , count = 0, , , letters = 0] = new Uint32Array(buffer, 0, headerWords);
  return count === 0 ? 0 : (buffer.byteLength - 2 * letters) / count;
}

const none: readonly number[] = [];

/** A table, ready for look-up as soon as it is made: it only looks at the buffer. */
export class FormTable {
  readonly count: number;
  readonly #view: View;
  /** The view's, at hand: it is asked most. */
  readonly #sieve: Int32Array;
  readonly #shift: number;
  readonly #mask: number;

  /** Throws where the buffer is no table of this version. */
  constructor(buffer: ArrayBuffer) {
    if (entitiesIn(buffer) < 0) throw new Error('This is no table of forms, or one of another version.');
    const [, , count = 0, directoryBits = 0, sieveWords = 0] = new Uint32Array(buffer, 0, headerWords);
    this.#view = new View(buffer);
    this.#sieve = this.#view.sieve;
    this.#shift = 32 - directoryBits;
    this.#mask = sieveWords - 1;
    this.count = count;
  }

  /** Whether any form may begin with, or be, the path of this hash. `false` is certain. */
  mayHold(hash: number): boolean {
    const bits = sieveBits(hash);
    return (this.#sieve[(hash >>> 5) & this.#mask]! & bits) === bits;
  }

  /** The entries whose hash this may be, in the order of the entities; what they say is to be compared. */
  find(hash: number): readonly number[] {
    const { directory, rests } = this.#view;
    const bucket = hash >>> this.#shift;
    let found: number[] | undefined;
    for (let entry = directory[bucket]!; entry < directory[bucket + 1]!; entry += 1) {
      if (rests[entry] !== (hash & 0xffff)) continue;
      // Mostly one: a list that is made with it takes no room for more.
      if (found) found.push(entry);
      else found = [entry];
    }
    return found ?? none;
  }

  /** Whose form an entry is: the index of its entity. */
  entityOf(entry: number): number {
    return this.#view.owners[entry]! >>> kindBits;
  }

  /** What an entry says. */
  read(entry: number): FormEntry {
    const { texts, owners, pool } = this.#view;
    const owner = owners[entry]!;
    let text = '';
    for (let at = texts[entry]!; at < texts[entry + 1]!; at += 1) text += String.fromCharCode(pool[at]!);
    return { text, entity: owner >>> kindBits, inflection: inflections[owner & 7]!, ambiguous: (owner & ambiguousBit) !== 0, excludes: (owner & excludesBit) !== 0 };
  }
}
