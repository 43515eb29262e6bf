/** Walks the table of forms over the pieces of a text and gives, at each place, the names that could stand there, longest first. */
import type { Word } from '../text/words.ts';
import { allowsEnding } from './endings.ts';
import { hashesOf, joinHash } from './form-hash.ts';
import type { FormEnd, FormIndex } from './form-index.ts';
import { foldedOf, joint, type WordPieces } from './pieces.ts';

export interface Candidate {
  form: FormEnd;
  /** Pieces of the text, `[first, last]`. */
  first: number;
  last: number;
  begin: number;
  /** With its ending, without a bare genitive apostrophe. */
  end: number;
  /** The ending the last piece carries: `s` in `Musks`. */
  ending: string;
  /** Written in capitals in a line of capitals. */
  capitals: boolean;
}

export interface Scene {
  text: string;
  pieces: WordPieces;
  /** Whether the line that holds this offset is set in capitals. */
  inCapitals(offset: number): boolean;
}

const none: readonly Candidate[] = [];

/** Whether a form can begin with this word at all, whatever stands around it: it is one by itself, or the beginning of longer ones perhaps. */
export function mayBegin(word: Word, index: FormIndex): boolean {
  const { table } = index;
  const { hash, bent } = hashesOf(word);
  if (table.mayHold(joinHash(0, '', hash))) return true;
  return bent.some((one) => {
    const path = joinHash(0, '', one.hash);
    return table.mayHold(path) && table.find(path).some((entry) => {
      const { folded, inflection } = index.end(entry);
      return folded.length === 1 && folded[0]! + one.ending === foldedOf(word) && allowsEnding(inflection, one.ending);
    });
  });
}

/** All candidates (excludes too) that begin at the piece, longest first. */
export function candidatesAt(scene: Scene, first: number, index: FormIndex): readonly Candidate[] {
  const { text, pieces } = scene;
  const { table } = index;
  let found: Candidate[] | undefined;
  let path = 0;
  let joined = '';
  for (let at = first; at < pieces.count; at += 1) {
    if (at > first) {
      const between = joint(text, pieces.ends[at - 1]!, pieces.begins[at]!);
      if (between === undefined) break;
      joined = between;
    }
    const { hash, bent } = hashesOf(pieces.words[at]!);
    const before = path;
    path = joinHash(before, joined, hash);
    const goesOn = table.mayHold(path);
    if (goesOn) found = collect(found, scene, index, path, first, at, '');
    for (let next = 0; next < bent.length; next += 1) {
      const one = bent[next]!;
      const reached = joinHash(before, joined, one.hash);
      if (table.mayHold(reached)) found = collect(found, scene, index, reached, first, at, one.ending);
    }
    if (!goesOn) break;
  }
  if (!found) return none;
  return found.length === 1 ? found : found.sort((a, b) => b.end - a.end || a.ending.length - b.ending.length);
}

/** Adds the forms of a hash that really stand there. */
function collect(found: Candidate[] | undefined, scene: Scene, index: FormIndex, hash: number, first: number, last: number, ending: string): Candidate[] | undefined {
  let all = found;
  for (const entry of index.table.find(hash)) {
    const candidate = check(scene, index.end(entry), first, last, ending);
    if (!candidate) continue;
    if (all) all.push(candidate);
    else all = [candidate];
  }
  return all;
}

/** Pieces, joints, case, ending and the signs around: whether the form really stands here. Its hash alone proves nothing. */
function check(scene: Scene, form: FormEnd, first: number, last: number, ending: string): Candidate | undefined {
  if (form.folded.length !== last - first + 1 || !allowsEnding(form.inflection, ending)) return undefined;
  const { text, pieces } = scene;
  const begin = pieces.begins[first]!;
  const end = pieces.ends[last]!;
  let capitals = false;
  for (let at = first; at <= last; at += 1) {
    const step = at - first;
    if (step > 0 && joint(text, pieces.ends[at - 1]!, pieces.begins[at]!) !== form.joints[step]) return undefined;
    const word = pieces.words[at]!;
    const own = form.pieces[step]!;
    if (at < last || ending === '') {
      if (word.written === own) continue;
      if (foldedOf(word) !== form.folded[step]) return undefined;
    } else if (foldedOf(word) !== form.folded[step]! + ending) return undefined;
    const { written } = word;
    if (sameCase(written, at === last ? own + ending : own)) continue;
    if (written !== written.toUpperCase() || !scene.inCapitals(begin)) return undefined;
    capitals = true;
  }
  if (form.head !== '' && text.slice(Math.max(0, begin - form.head.length), begin) !== form.head) return undefined;
  if (form.tail !== '' && !text.startsWith(form.tail, end)) return undefined;
  if (isPartOfLargerSign(text, begin, end)) return undefined;
  return { form, first, last, begin: begin - form.head.length, end: end + form.tail.length, ending, capitals };
}

/** As written, but ß may be ss, and a form in lower case may open a sentence with a capital. */
function sameCase(written: string, expected: string): boolean {
  if (written === expected) return true;
  const swiss = expected.replaceAll('ß', 'ss');
  if (written.replaceAll('ß', 'ss') === swiss) return true;
  const first = swiss.charAt(0);
  return first !== first.toUpperCase() && written.replaceAll('ß', 'ss') === first.toUpperCase() + swiss.slice(1);
}

/** Part of a version number (`4.1` before `.2`), an address (`amazon.de`, `@meta`, `/google`) or an identifier. */
function isPartOfLargerSign(text: string, begin: number, end: number): boolean {
  if (!joinsSigns(text.charCodeAt(begin - 1)) && !joinsSigns(text.charCodeAt(end))) return false;
  const before = text.charAt(begin - 1);
  const after = text.charAt(end);
  const next = text.charAt(end + 1);
  if (before === '@' || before === '_' || after === '_' || after === '@') return true;
  if ((after === '.' || after === ',') && /\d/.test(text.charAt(end - 1)) && /\d/.test(next)) return true;
  if (after === '.' && /\p{Ll}/u.test(next)) return true;
  if (before === '.' && /[\p{L}\d]/u.test(text.charAt(begin - 2))) return true;
  if (before !== '/' && after !== '/') return false;
  const chunk = chunkAround(text, begin, end);
  return chunk.includes('://') || chunk.startsWith('www.') || /^[a-z\d-]{1,60}\.[a-z]{2,12}\//.test(chunk);
}

/** Point, comma, slash, at-sign and underscore: mostly none of them stands beside a name. */
function joinsSigns(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x2f || code === 0x40 || code === 0x5f;
}

/** The stretch without spaces around a span, at most 120 characters to the left. */
function chunkAround(text: string, begin: number, end: number): string {
  let from = begin;
  while (from > 0 && begin - from < 120 && !/\s/.test(text.charAt(from - 1))) from -= 1;
  return text.slice(from, end);
}
