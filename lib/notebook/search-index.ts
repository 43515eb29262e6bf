/**
 * Full-text search over the notebook that finds while one types, within 50 ms over 100,000 flags.
 *
 * Flags repeat words, so what is searched is not their text but the list of different words, each with the flags it stands in. All words
 * stand in one long string, a line each, and a word that was typed is sought in it as it is: whatever a word contains is found, so `satelliten`
 * finds `Kommunikationssatelliten`, and half a word is enough. A search of a few megabytes for a short string takes the machine about a millisecond. Words of one
 * or two letters are sought at the beginnings of words only: inside words they would find everything.
 *
 * Each word stands there in up to three forms (`search-words.ts`), under the same number. Several words must all be found; a flag counts more the
 * better they fit: the whole word, its beginning, inside, by its stem.
 */
import type { Flag } from '../model.ts';
import { bareForm, searchForm, stemForm, wordsOf } from './search-words.ts';

export interface SearchIndex {
  /** Adds flags, or changes them where they are in already. */
  put(flags: readonly Flag[]): void;
  remove(ids: readonly string[]): void;
  /** Takes what was typed; gives the ids of the flags in which every word is found, the best first, among equals the latest put. Nothing typed gives all. */
  find(typed: string): string[];
  readonly size: number;
}

/** How well a word fits, from the worst. */
const fit = { stem: 1, inside: 2, beginning: 3, whole: 4 } as const;
/** Words of a query that count; more are ignored. */
const mostWords = 12;
/** Characters of one flag that are indexed. */
const mostText = 60_000;
const gap = '\n';

/** One growing list of forms, searched as one string. */
class Forms {
  #text = gap;
  #added: string[] = [];
  /** Where the forms begin in the string, and the word each belongs to, in order. */
  #begins: number[] = [];
  #words: number[] = [];
  #end = gap.length;

  add(form: string, word: number): void {
    this.#begins.push(this.#end);
    this.#words.push(word);
    this.#added.push(form, gap);
    this.#end += form.length + gap.length;
  }

  /** Calls back with every word whose form contains the needle, and how it fits. */
  each(needle: string, beginningOnly: boolean, found: (word: number, how: number) => void): void {
    if (this.#added.length > 0) {
      this.#text += this.#added.join('');
      this.#added = [];
    }
    const sought = beginningOnly ? gap + needle : needle;
    let line = 0;
    for (let at = this.#text.indexOf(sought); at !== -1; ) {
      const begin = beginningOnly ? at + gap.length : at;
      line = this.#lineAt(begin, line);
      const from = this.#begins[line]!;
      const to = (this.#begins[line + 1] ?? this.#end) - gap.length;
      found(this.#words[line]!, from !== begin ? fit.inside : to - from === needle.length ? fit.whole : fit.beginning);
      // One find a line is enough; the line's end is also the next line's begin mark.
      at = this.#text.indexOf(sought, to);
    }
  }

  /** The line that holds an offset, at or after a line known to lie before it. */
  #lineAt(offset: number, from: number): number {
    let low = from;
    let high = this.#begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#begins[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Gives an empty index. */
export function createSearchIndex(): SearchIndex {
  const forms = new Forms();
  const stems = new Forms();
  const numbers = new Map<string, number>();
  /** By word: the places (numbers) of the flags it stands in, ascending. */
  const postings: number[][] = [];
  /** By place: the flag's id; undefined where it was changed or removed since. */
  const ids: (string | undefined)[] = [];
  const places = new Map<string, number>();

  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const number = postings.length;
    numbers.set(word, number);
    postings.push([]);
    const form = searchForm(word);
    forms.add(form, number);
    const bare = bareForm(word);
    if (bare) forms.add(bare, number);
    const stem = stemForm(word);
    if (stem && stem !== form) stems.add(stem, number);
    return number;
  };

  const remove = (id: string): void => {
    const place = places.get(id);
    if (place === undefined) return;
    ids[place] = undefined;
    places.delete(id);
  };

  /** How well each flag fits one word of the query; 0 where it does not. */
  const fitsOf = (word: string): Uint8Array => {
    const fits = new Uint8Array(ids.length);
    const mark = (number: number, how: number): void => {
      const list = postings[number]!;
      for (let at = 0; at < list.length; at += 1) {
        const place = list[at]!;
        if (fits[place]! < how) fits[place] = how;
      }
    };
    const form = searchForm(word);
    forms.each(form, form.length < 3, mark);
    const stem = stemForm(word);
    if (stem) {
      stems.each(stem, true, (number, how) => how === fit.whole && mark(number, fit.stem));
      if (stem !== form) forms.each(stem, true, (number, how) => how === fit.whole && mark(number, fit.stem));
    }
    return fits;
  };

  return {
    put(flags) {
      for (const flag of flags) {
        remove(flag.id);
        const place = ids.length;
        ids.push(flag.id);
        places.set(flag.id, place);
        for (const word of new Set(wordsOf(textOf(flag)))) postings[numberOf(word)]!.push(place);
      }
    },
    remove: (list) => list.forEach(remove),
    find(typed) {
      const words = [...new Set(wordsOf(typed))].slice(0, mostWords);
      if (words.length === 0) return ids.filter((id) => id !== undefined).toReversed();
      const scores = new Uint8Array(ids.length);
      let best = 0;
      for (const [index, word] of words.entries()) {
        const fits = fitsOf(word);
        for (let place = 0; place < scores.length; place += 1) {
          const before = scores[place]!;
          scores[place] = fits[place] === 0 || (index > 0 && before === 0) ? 0 : before + fits[place]!;
          if (scores[place]! > best) best = scores[place]!;
        }
      }
      return inOrder(scores, best, ids);
    },
    get size() {
      return places.size;
    },
  };
}

/** The ids of all places with a score, the highest first, among equals the latest: a counting sort, since there are few different scores. */
function inOrder(scores: Uint8Array, best: number, ids: readonly (string | undefined)[]): string[] {
  const shelves: string[][] = Array.from({ length: best + 1 }, () => []);
  for (let place = scores.length - 1; place >= 0; place -= 1) {
    const id = ids[place];
    if (scores[place]! > 0 && id !== undefined) shelves[scores[place]!]!.push(id);
  }
  return shelves.toReversed().flat();
}

/** All that a flag is found by. */
function textOf({ page, quote, note, tags, confirmedBy, says, link }: Flag): string {
  const parts = [quote.exact, note, page.title, page.site, tags.join(' '), confirmedBy, says?.subject, says?.quantity, says?.time, says?.source, link];
  return parts.filter(Boolean).join(gap).slice(0, mostText);
}
