/**
 * Cuts a large JSON file into its entries while it is being read, so that 200 MB need no more memory than one entry. A file holds its entries in a list:
 * the file itself (`[…]`), or a list right under the file's object (`{"items": […]}`) or under its `first` page. Whatever else stands in the object comes as a piece
 * of its own. Only brackets and strings are looked at here; each piece is then parsed as a whole by the one who takes it.
 */
import { FileFaultError, shorten } from './fault.ts';
import type { Limits } from './limits.ts';

export interface Piece {
  /** The list it stands in, or the member that it is: `items`, `first.items`, `schema`; empty for a list that is the whole file. */
  key: string;
  /** Its number in the list, from 0; undefined for a member. */
  index?: number;
  text: string;
  /** Where it begins: a JSON path and a line. */
  place: string;
}

interface Frame {
  kind: 'object' | 'array';
  key: string;
  /** In an object: the member that is being read. */
  member: string;
  index: number;
  expects: 'key' | 'colon' | 'value' | 'next' | 'first';
}

/** Members that hold a page of entries of their own. */
const opened = new Set(['first']);

const space = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Takes the file in pieces of any size; gives its entries and members as they come. Throws a `FileFaultError` at the first fault. */
export async function* splitJson(chunks: AsyncIterable<string> | Iterable<string>, limits: Limits): AsyncGenerator<Piece> {
  const splitter = new Splitter(limits);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  splitter.end();
}

class Splitter {
  readonly #limits: Limits;
  #frames: Frame[] = [];
  #state: 'start' | 'inside' | 'done' = 'start';
  #line = 1;
  #size = 0;
  #count = 0;
  /** The piece that is being collected: its text so far and where it stands. */
  #text: string[] = [];
  #length = 0;
  #place = '';
  #depth = 0;
  #inString = false;
  #escaped = false;
  #collecting: 'no' | 'value' | 'key' = 'no';

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  *push(chunk: string): Generator<Piece> {
    this.#size += chunk.length;
    if (this.#size > this.#limits.size) this.#fail('too_large', `at most ${this.#limits.size} characters`);
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (code === 0x0a) this.#line += 1;
      if (this.#collecting === 'no') {
        if (space.has(code) || (code === 0xfeff && this.#size === chunk.length && at === 0)) continue;
        this.#structure(code);
        from = at;
        // A value may be of one sign only and must then be looked at below.
        if (this.#collecting === 'no') continue;
      }
      const end = this.#endOfPiece(code);
      if (end === 'no') continue;
      this.#take(chunk.slice(from, end === 'here' ? at + 1 : at));
      yield* this.#finish();
      if (end === 'before') this.#structure(code);
    }
    if (this.#collecting !== 'no') this.#take(chunk.slice(from));
  }

  end(): void {
    if (this.#state === 'start') this.#fail('empty', 'JSON');
    if (this.#state === 'inside') this.#fail('cut_off', 'the rest of the file');
  }

  /** Whether a piece ends with this sign, before it, or goes on. */
  #endOfPiece(code: number): 'no' | 'here' | 'before' {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (code === 0x5c) this.#escaped = true;
      else if (code === 0x22) {
        this.#inString = false;
        if (this.#depth === 0) return 'here';
      }
      return 'no';
    }
    if (code === 0x22) this.#inString = true;
    else if (code === 0x7b || code === 0x5b) {
      this.#depth += 1;
      if (this.#depth > this.#limits.depth) this.#fail('too_deep', `at most ${this.#limits.depth} levels`);
    } else if (code === 0x7d || code === 0x5d) {
      if (this.#depth === 0) return 'before';
      this.#depth -= 1;
      if (this.#depth === 0) return 'here';
    } else if (this.#depth === 0 && (code === 0x2c || space.has(code))) return 'before';
    return 'no';
  }

  /** A sign outside of any piece: it opens or closes a list or object, parts its members, or begins a piece. */
  #structure(code: number): void {
    const frame = this.#frames.at(-1);
    if (!frame) {
      if (this.#state === 'done') this.#fail('not_json', 'the end of the file', code);
      if (code !== 0x7b && code !== 0x5b) this.#fail('not_json', '{ or [', code);
      this.#open(code, '');
      return;
    }
    if (space.has(code)) return;
    const closes = frame.kind === 'object' ? 0x7d : 0x5d;
    if (code === closes && (frame.expects === 'next' || frame.expects === 'first')) {
      this.#frames.pop();
      const outer = this.#frames.at(-1);
      if (outer) outer.expects = 'next';
      else this.#state = 'done';
      return;
    }
    switch (frame.expects) {
      case 'next':
        if (code !== 0x2c) this.#fail('not_json', `, or ${frame.kind === 'object' ? '}' : ']'}`, code);
        frame.expects = frame.kind === 'object' ? 'key' : 'value';
        frame.index += 1;
        return;
      case 'colon':
        if (code !== 0x3a) this.#fail('not_json', ':', code);
        frame.expects = 'value';
        return;
      case 'first':
      case 'key':
        if (frame.kind === 'array') return this.#value(frame, code);
        if (code !== 0x22) this.#fail('not_json', 'a name in quotation marks', code);
        return this.#begin('key');
      case 'value':
        return this.#value(frame, code);
    }
  }

  #value(frame: Frame, code: number): void {
    const key = frame.kind === 'array' ? frame.key : joined(frame.key, frame.member);
    const isOuter = frame.kind === 'object' && (this.#frames.length === 1 || opened.has(frame.key));
    if (isOuter && (code === 0x5b || (code === 0x7b && opened.has(frame.member)))) return this.#open(code, key);
    if (!/["{[\-0-9tfn]/.test(String.fromCharCode(code))) this.#fail('not_json', 'a value', code);
    if (frame.kind === 'array' && (this.#count += 1) > this.#limits.count) this.#fail('too_many', `at most ${this.#limits.count} entries`);
    this.#begin('value');
  }

  #open(code: number, key: string): void {
    this.#frames.push({ kind: code === 0x7b ? 'object' : 'array', key, member: '', index: 0, expects: 'first' });
    this.#state = 'inside';
  }

  #begin(what: 'key' | 'value'): void {
    this.#collecting = what;
    this.#place = this.#where();
    this.#text = [];
    this.#length = 0;
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
  }

  #take(text: string): void {
    this.#length += text.length;
    if (this.#length > this.#limits.entry) this.#fail('too_long', `an entry of at most ${this.#limits.entry} characters`);
    this.#text.push(text);
  }

  *#finish(): Generator<Piece> {
    const frame = this.#frames.at(-1)!;
    const text = this.#text.join('');
    const what = this.#collecting;
    this.#collecting = 'no';
    if (what === 'key') {
      frame.member = parseJson(text, this.#place) as string;
      frame.expects = 'colon';
      return;
    }
    frame.expects = 'next';
    yield frame.kind === 'array' ? { key: frame.key, index: frame.index, text, place: this.#place } : { key: joined(frame.key, frame.member), text, place: this.#place };
  }

  #where(): string {
    const frame = this.#frames.at(-1);
    if (!frame) return `line ${this.#line}`;
    const path = frame.kind === 'array' ? `$${dotted(frame.key)}[${frame.index}]` : `$${dotted(joined(frame.key, frame.expects === 'value' ? frame.member : ''))}`;
    return `${path}, line ${this.#line}`;
  }

  #fail(code: 'empty' | 'too_large' | 'not_json' | 'cut_off' | 'too_deep' | 'too_long' | 'too_many', expected: string, found?: number): never {
    const place = this.#collecting === 'no' ? this.#where() : this.#place;
    throw new FileFaultError({ code, place: code === 'empty' || code === 'too_large' ? '' : place, expected, ...(found === undefined ? {} : { found: shorten(String.fromCharCode(found)) }) });
  }
}

/** Takes a piece's text and place; gives its value, or throws a `FileFaultError`. */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileFaultError({ code: 'not_json', place, expected: `JSON (${(error as Error).message})`, found: shorten(text) });
  }
}

function joined(outer: string, member: string): string {
  return outer === '' ? member : member === '' ? outer : `${outer}.${member}`;
}

function dotted(key: string): string {
  return key === '' ? '' : `.${key.slice(0, 80)}`;
}
