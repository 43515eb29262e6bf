/** The spellings under which a form is looked for: as given, as newsrooms write it, and with its inner pieces bent. */
import type { Inflection } from '../model.ts';
import { declineAdjective, declineNoun } from './endings.ts';
import { cutPieces } from './pieces.ts';

/** A form with one of its spellings: the whole text, of which only pieces inside were changed. */
export interface Shape {
  text: string;
  pieces: readonly string[];
}

/** All shapes of a form, the given one first. A form without a letter or digit has none. */
export function shapesOf(form: string, inflection: Inflection): Shape[] {
  const text = form.normalize('NFC');
  const cut = cutPieces(text);
  if (cut.count === 0) return [];
  const pieces = cut.begins.map((begin, at) => text.slice(begin, cut.ends[at]));
  return innerShapes(pieces, inflection).map((shaped) => {
    let written = '';
    let end = 0;
    shaped.forEach((piece, at) => {
      written += text.slice(end, cut.begins[at]) + piece;
      end = cut.ends[at]!;
    });
    return { text: written + text.slice(end), pieces: shaped };
  });
}

const prepositions: ReadonlySet<string> = new Set(['für', 'der', 'des', 'von', 'in', 'am', 'an', 'auf', 'zur', 'zum', 'of', 'for']);

/** The form's pieces with the inner ones bent in every way that its class allows; most forms have only one shape. */
function innerShapes(pieces: readonly string[], inflection: Inflection): string[][] {
  if (pieces.length < 2 || inflection === 'invariant') return [[...pieces]];
  if (inflection === 'adjective-noun') return declineAdjective(pieces[0]!).map((first) => [first, ...pieces.slice(1)]);
  const preposition = pieces.findIndex((piece, at) => at > 0 && prepositions.has(piece));
  if (preposition < 1 || inflection === 'name') return [[...pieces]];
  const headNoun = preposition - 1;
  return declineNoun(pieces[headNoun]!).map((noun) => [...pieces.slice(0, headNoun), noun, ...pieces.slice(preposition)]);
}

/**
 * How newsrooms respell a name: `NASA` as `Nasa`, `DeepMind` as `Deepmind` or `Deep Mind`. Only names of one piece, and only
 * where what comes out is still long enough to be told from a common word.
 */
export function houseSpellings(text: string): string[] {
  if (!/^\p{L}{4,40}$/u.test(text)) return [];
  if (/^\p{Lu}+$/u.test(text)) return [text.charAt(0) + text.slice(1).toLowerCase()];
  const hump = /^(\p{Lu}\p{Ll}{2,20})(\p{Lu}\p{L}{0,20})$/u.exec(text);
  return hump ? [hump[1]! + hump[2]!.toLowerCase(), `${hump[1]} ${hump[2]}`] : [];
}
