/**
 * All surface forms of a dataset in one tree over pieces: one look-up by the first word, then one per further word, whatever
 * the number of forms. `Google` and `Google DeepMind` share a path, and the scanner takes the deepest end it reaches.
 * A tree instead of an automaton with failure links: names are short, and the last piece bends.
 *
 * Keys are folded (case, ß); each end keeps the form as written, so that case is checked where a path ends. Phrases that
 * contain a form and mean something else (`excludes`) hang in the same tree and are found on the way.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Entity, Inflection } from '../model.ts';
import { remember } from '../text/remember.ts';
import { declineAdjective, declineNoun, possibleEndings } from './endings.ts';
import { cutPieces, fold, joint } from './pieces.ts';

/** One spelling of a form at the end of its path. */
export interface FormEnd {
  entity: Entity & { pack: string };
  /** Pieces as written. */
  pieces: readonly string[];
  inflection: Inflection;
  ambiguous: boolean;
  /** An exclude: it makes no note and bars its entity where it stands. */
  excludes: boolean;
  /** Signs before and after the pieces that belong to the form: `C++`. */
  head: string;
  tail: string;
}

export interface FormNode {
  /** By joint and folded piece: ` deepmind`, `.1`; the first level has no joint. */
  next?: Map<string, FormNode>;
  ends?: FormEnd[];
}

export interface FormIndex {
  root: FormNode;
  /** Whether any form can begin with this folded piece, bent or not. Most words cannot, and are passed over by it. */
  mayOpen(folded: string): boolean;
  /** Entity ids whose forms need context somewhere in the dataset. */
  ambiguous: ReadonlySet<string>;
}

const compiled = new WeakMap<Dataset, FormIndex>();

/** The index of a dataset, built once for each dataset object. */
export function formIndexOf(dataset: Dataset): FormIndex {
  const known = compiled.get(dataset);
  if (known) return known;
  const index = buildFormIndex(dataset.entities.values());
  compiled.set(dataset, index);
  return index;
}

/** Builds the tree from entities; linear in the length of all forms. */
export function buildFormIndex(entities: Iterable<Entity & { pack: string }>): FormIndex {
  const root: FormNode = {};
  const ambiguous = new Set<string>();
  for (const entity of entities) {
    for (const form of entity.forms) {
      if (form.ambiguous) ambiguous.add(entity.id);
      insert(root, entity, form.text, form.inflection, form.ambiguous ?? false, false);
      for (const spelling of houseSpellings(form.text)) insert(root, entity, spelling, form.inflection, form.ambiguous ?? false, false);
    }
    for (const phrase of entity.excludes) insert(root, entity, phrase, 'noun-en', false, true);
  }
  return { root, ambiguous, mayOpen: remember((folded) => opens(root, folded)) };
}

function opens({ next }: FormNode, folded: string): boolean {
  return next !== undefined && (next.has(folded) || possibleEndings(folded).some((ending) => folded.length > ending.length && folded.endsWith(ending) && next.has(folded.slice(0, -ending.length))));
}

function insert(root: FormNode, entity: Entity & { pack: string }, text: string, inflection: Inflection, ambiguous: boolean, excludes: boolean): void {
  const form = text.normalize('NFC');
  const cut = cutPieces(form);
  if (cut.count === 0) return;
  const pieces = cut.begins.map((begin, at) => form.slice(begin, cut.ends[at]));
  const joints = pieces.map((_, at) => (at === 0 ? '' : joint(form, cut.ends[at - 1]!, cut.begins[at]!) ?? ' '));
  const head = form.slice(0, cut.begins[0]).trim();
  const tail = excludes ? '' : form.slice(cut.ends.at(-1)).trim().replace(/^[!?.…,;:’']+$/u, '');
  for (const shaped of innerShapes(pieces, inflection)) {
    let node = root;
    shaped.forEach((piece, at) => {
      const key = joints[at] + fold(piece);
      node.next ??= new Map();
      let deeper = node.next.get(key);
      if (!deeper) node.next.set(key, (deeper = {}));
      node = deeper;
    });
    node.ends ??= [];
    if (!node.ends.some((end) => end.entity.id === entity.id && end.excludes === excludes && end.pieces.join() === shaped.join())) {
      node.ends.push({ entity, pieces: shaped, inflection, ambiguous, excludes, head, tail });
    }
  }
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
function houseSpellings(text: string): string[] {
  if (!/^\p{L}{4,40}$/u.test(text)) return [];
  if (/^\p{Lu}+$/u.test(text)) return [text.charAt(0) + text.slice(1).toLowerCase()];
  const hump = /^(\p{Lu}\p{Ll}{2,20})(\p{Lu}\p{L}{0,20})$/u.exec(text);
  return hump ? [hump[1]! + hump[2]!.toLowerCase(), `${hump[1]} ${hump[2]}`] : [];
}
