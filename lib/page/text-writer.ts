/**
 * Writes the text of one block as a reader sees it and remembers where each stretch came from.
 *
 * White space collapses as CSS collapses it (one space for any run, none at the edges, across node borders too); `<br>` is a line
 * break; soft hyphens, zero-width spaces and word joiners are dropped, because they are hints for the layout and not text.
 * Wherever text and node differ in length a new run begins, so plain prose costs one run a text node.
 */
import type { TextRun } from './text-map.ts';

/** Where text and node differ: white space that collapses and characters that are never drawn, but no single space. (NBSP is text: it neither breaks nor collapses.) */
const irregular = /[\t\n\f\r\u00AD\u200B\u2060\uFEFF][\t\n\f\r \u00AD\u200B\u2060\uFEFF]*| [\t\n\f\r \u00AD\u200B\u2060\uFEFF]+/g;
const collapsible = /[\t\n\f\r ]/;

export interface WrittenText {
  text: string;
  /** Runs with `textOffset` counted from the block's begin. */
  runs: TextRun[];
  /** How many code units of it stand in links. */
  linked: number;
}

export class TextWriter {
  /** Joined once at the end: asking a growing string for its last letter would copy it each time. */
  readonly #pieces: string[] = [];
  #length = 0;
  /** The last code unit written; nothing of meaning at the begin. */
  #last = 0;
  readonly #runs: TextRun[] = [];
  #linked = 0;
  #breaks = 0;

  /** Length of what is written so far, in code units. */
  get length(): number {
    return this.#length;
  }

  /** Appends a text node; `preserve` keeps its white space (`pre`), `inLink` counts it as linked. */
  add(node: Text, preserve: boolean, inLink: boolean): void {
    const before = this.#length;
    const data = node.data;
    if (preserve) this.#append(node, 0, data.length, data);
    else this.#addCollapsed(node, data);
    if (this.#length > before) this.#breaks = 0;
    if (inLink) this.#linked += this.#length - before;
  }

  /** Appends a line break; gives how many stand in a row now: two of them separate paragraphs. */
  addBreak(): number {
    this.#breaks += 1;
    if (this.#breaks === 1 && this.#length > 0) {
      this.#trimEnd();
      this.#push('\n');
    }
    return this.#breaks;
  }

  /** Gives what was written, to its end: nothing may be added any more. */
  take(): WrittenText {
    this.#trimEnd();
    const pieces = this.#pieces;
    return { text: pieces.length === 1 ? pieces[0]! : pieces.join(''), runs: this.#runs, linked: this.#linked };
  }

  #addCollapsed(node: Text, data: string): void {
    // White space at the begin collapses with what stands before it, which is another node's.
    let from = 0;
    if (isSpace(data.charCodeAt(0)) && this.#endsInSpace()) while (isSpace(data.charCodeAt(from))) from += 1;
    if (from === data.length) return;
    irregular.lastIndex = from;
    for (let found = irregular.exec(data); found; found = irregular.exec(data)) {
      const { index } = found;
      this.#append(node, from, index, data.slice(from, index));
      const space = found[0].search(collapsible);
      if (space >= 0 && !this.#endsInSpace()) this.#append(node, index + space, index + space + 1, ' ');
      from = irregular.lastIndex;
    }
    this.#append(node, from, data.length, from === 0 ? data : data.slice(from));
  }

  #append(node: Text, begin: number, end: number, text: string): void {
    if (end === begin) return;
    const last = this.#runs[this.#runs.length - 1];
    const touches = last && last.node === node && last.nodeOffset + last.length === begin && last.textOffset + last.length === this.#length;
    if (touches) last.length += end - begin;
    else this.#runs.push({ node, nodeOffset: begin, textOffset: this.#length, length: end - begin });
    this.#push(text);
  }

  #push(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    this.#last = text.charCodeAt(text.length - 1);
  }

  #endsInSpace(): boolean {
    return this.#length === 0 || this.#last === 32 || this.#last === 10;
  }

  /** Takes white space off the end, of text and runs. */
  #trimEnd(): void {
    while (this.#length > 0 && isSpace(this.#last)) {
      const piece = this.#pieces.pop()!;
      const kept = piece.slice(0, lengthWithoutSpace(piece));
      this.#length -= piece.length - kept.length;
      if (kept !== '') this.#pieces.push(kept);
      const end = kept || this.#pieces.at(-1) || '';
      this.#last = end.charCodeAt(end.length - 1);
    }
    for (let run = this.#runs.at(-1); run && run.textOffset + run.length > this.#length; run = this.#runs.at(-1)) {
      run.length = this.#length - run.textOffset;
      if (run.length > 0) break;
      this.#runs.pop();
    }
  }
}

/** Space, tab, line feed, form feed, carriage return. */
function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11);
}

function lengthWithoutSpace(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}
