/**
 * Writes the text of one block as a reader sees it and remembers where each stretch came from.
 *
 * White space collapses as CSS collapses it (one space for any run, none at the edges, across node borders too); `<br>` is a line
 * break; soft hyphens, zero-width spaces and word joiners are dropped, because they are hints for the layout and not text.
 * Wherever text and node differ in length a new run begins, so plain prose costs one run a text node.
 */
import type { TextRun } from './text-map.ts';

/** White space that collapses, and characters that are never drawn. (NBSP is text: it neither breaks nor collapses.) */
const collapsible = /[\t\n\f\r ]+|[\u00AD\u200B\u2060\uFEFF]+/g;

export interface WrittenText {
  text: string;
  /** Runs with `textOffset` counted from the block's begin. */
  runs: TextRun[];
  /** How many code units of it stand in links. */
  linked: number;
}

export class TextWriter {
  #text = '';
  #runs: TextRun[] = [];
  #linked = 0;
  #breaks = 0;

  /** Length of what is written so far, in code units. */
  get length(): number {
    return this.#text.length;
  }

  /** Appends a text node; `preserve` keeps its white space (`pre`), `inLink` counts it as linked. */
  add(node: Text, preserve: boolean, inLink: boolean): void {
    const before = this.#text.length;
    const data = node.data;
    if (preserve) this.#append(node, 0, data.length, data);
    else this.#addCollapsed(node, data);
    if (this.#text.length > before) this.#breaks = 0;
    if (inLink) this.#linked += this.#text.length - before;
  }

  /** Appends a line break; gives how many stand in a row now: two of them separate paragraphs. */
  addBreak(): number {
    this.#breaks += 1;
    if (this.#breaks === 1 && this.#text !== '') {
      this.#trimEnd();
      this.#text += '\n';
    }
    return this.#breaks;
  }

  /** Gives what was written and begins anew. */
  take(): WrittenText {
    this.#trimEnd();
    const written = { text: this.#text, runs: this.#runs, linked: this.#linked };
    this.#text = '';
    this.#runs = [];
    this.#linked = 0;
    this.#breaks = 0;
    return written;
  }

  #addCollapsed(node: Text, data: string): void {
    let from = 0;
    collapsible.lastIndex = 0;
    for (let found = collapsible.exec(data); found; found = collapsible.exec(data)) {
      const at = found.index;
      const matched = found[0];
      const isSpace = matched.charCodeAt(0) <= 32;
      const wanted = isSpace && (at > from || !this.#endsInSpace());
      if (wanted && matched === ' ') continue;
      if (wanted) {
        this.#append(node, from, at + 1, `${data.slice(from, at)} `);
      } else if (at > from) {
        this.#append(node, from, at, data.slice(from, at));
      }
      from = at + matched.length;
    }
    if (from < data.length) this.#append(node, from, data.length, data.slice(from));
  }

  #append(node: Text, begin: number, end: number, text: string): void {
    if (end === begin) return;
    const last = this.#runs[this.#runs.length - 1];
    const touches = last && last.node === node && last.nodeOffset + last.length === begin && last.textOffset + last.length === this.#text.length;
    if (touches) last.length += end - begin;
    else this.#runs.push({ node, nodeOffset: begin, textOffset: this.#text.length, length: end - begin });
    this.#text += text;
  }

  #endsInSpace(): boolean {
    const last = this.#text.charCodeAt(this.#text.length - 1);
    return this.#text === '' || last === 32 || last === 10;
  }

  #trimEnd(): void {
    let end = this.#text.length;
    while (end > 0 && this.#text.charCodeAt(end - 1) <= 32) end -= 1;
    if (end === this.#text.length) return;
    this.#text = this.#text.slice(0, end);
    for (let run = this.#runs.pop(); run; run = this.#runs.pop()) {
      if (run.textOffset >= end) continue;
      this.#runs.push({ ...run, length: Math.min(run.length, end - run.textOffset) });
      return;
    }
  }
}
