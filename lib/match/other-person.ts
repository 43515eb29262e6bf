/**
 * A surname alone is ours only when no other person's first name stands before it (`Maria Musk`, `Lauren Sánchez Bezos`), no
 * organisation is named after it (`Bajaj Auto`), and a first name alone only when no other surname follows (`Jeff Dean`).
 */
import type { Entity } from '../model.ts';
import { keep } from '../text/keep.ts';
import type { Candidate, Scene } from './candidates.ts';
import firstNameTable from './first-names.yml';
import { syntax } from './surroundings.ts';

const firstNames: ReadonlySet<string> = new Set((firstNameTable as { names: string[] }).names);

/** Whether the candidate, a part of a person's name, belongs to someone or something else here. */
export function belongsToAnother(scene: Scene, candidate: Candidate): boolean {
  const { entity } = candidate.form;
  if (entity.type !== 'person' || candidate.form.pieces.length > 1) return false;
  const own = ownNames(entity);
  const alone = candidate.form.pieces[0]!;
  const next = neighbour(scene, candidate.last, 1);
  if (candidate.ending === '' && next && (syntax.organisationTails.has(next) || (own.first.has(alone) && isCapitalised(next) && !own.all.has(next)))) return true;
  if (own.first.has(alone)) return false;
  return otherFirstNameBefore(scene, candidate.first, own.all);
}

/** Walks back over at most three capitalised words: `Lauren Sánchez` before `Bezos`. An own name on the way makes it ours. */
function otherFirstNameBefore(scene: Scene, first: number, own: ReadonlySet<string>): boolean {
  for (let step = 0; step < 3; step += 1) {
    const word = neighbour(scene, first - step, -1);
    if (!word || own.has(word)) return false;
    if (firstNames.has(word)) return true;
    if (!isCapitalised(word)) return false;
  }
  return false;
}

interface OwnNames {
  first: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

const ownNames = keep(findNames);

function findNames(entity: Entity): OwnNames {
  const first = new Set<string>();
  const all = new Set<string>();
  for (const form of [{ text: entity.name }, ...entity.forms]) {
    const words = form.text.split(/[\s-]+/);
    if (words.length < 2) continue;
    first.add(words[0]!);
    for (const word of words) all.add(word);
  }
  return { first, all };
}

/** The next word to the right or left, if only a space (or a hyphen inside a double first name) stands between. */
function neighbour(scene: Scene, piece: number, direction: 1 | -1): string | undefined {
  const { text, pieces } = scene;
  const other = piece + direction;
  if (other < 0 || other >= pieces.count) return undefined;
  const between = direction > 0 ? text.slice(pieces.ends[piece], pieces.begins[other]) : text.slice(pieces.ends[other], pieces.begins[piece]);
  if (between !== ' ') return undefined;
  return text.slice(pieces.begins[other], pieces.ends[other]);
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}\p{L}/u.test(word);
}
