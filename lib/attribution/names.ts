/**
 * Whom a speaker's words mean. A full name is taken from the phrase; a surname, a pronoun or `die Ministerin` goes back to
 * somebody named before: the last speaker or person who fits in gender and number as far as the words show it.
 */
import type { Draft, EntityNote, Span } from '../model.ts';
import { isUpperAt } from '../text/characters.ts';
import { cueNouns } from './cues.ts';
import { classOfNoun, isSourceNoun } from './source-words.ts';

export interface Person {
  name: string;
  entity?: string;
  /** As far as known: `Sprecherin` is female, `Sprecher` male. */
  gender?: 'f' | 'm';
}

const pronoun = /^(?:er|sie|dieser|diese|letzterer?|der|die|ihm|ihr|ihn)$/i;
const masculine = /^(?:er|dieser|letzterer|der|ihm|ihn)$/i;
/** How many persons back a pronoun can reach. */
const reach = 6;

/** Whether the words are a pronoun alone. */
export function isPronoun(words: string): boolean {
  return pronoun.test(words);
}

/** The proper name in a speaker's phrase: its last two or more capitalised words that are no role or institution; nothing where there is none. */
export function properName(words: string): string | undefined {
  const plain = words.replace(/\([^)]{0,60}\)/g, ' ').split(',')[0]!.trim();
  const named = lastRun(plain) ?? lastRun(words.split(',').slice(1).join(',').trim());
  return named;
}

function lastRun(phrase: string): string | undefined {
  const words = phrase.split(/\s+/);
  let best: string[] = [];
  let run: string[] = [];
  for (const [at, word] of words.entries()) {
    const bare = /[„“”"»«.]/.test(word) ? word.replace(/[„“”"»«.]/g, '') : word;
    const isName = isUpperAt(bare, 0) && /^\p{Lu}[\p{L}'’-]+$/u.test(bare) && classOfNoun(bare.toLowerCase().replace(/^.*-/, '')) === undefined && !articles.test(bare) && !(at > 0 && articles.test(words[at - 1]!));
    const isParticle = run.length > 0 && /^(?:von|van|de|der|zu|al|bin|di|da|del)$/.test(bare);
    if (isName) run.push(bare);
    else if (isParticle) run.push(bare);
    else run = [];
    if (isName && run.length >= 2 && run.length >= best.length) best = [...run];
  }
  if (best.length >= 3 && occupation.test(best[0]!)) best.shift();
  return best.length >= 2 && best.length <= 4 ? best.join(' ') : undefined;
}

/** `Informatikerin Lea Sommer`: what the first of three looks like when it is a trade and no given name. */
const occupation = /^\p{Lu}(?:\p{Ll}{3,}(?:erin|istin|entin|antin|ogin|rätin|chefin|ärztin)|\p{Ll}{4,}(?:er|ist|oge|chef|ent|ant|rat|anwalt|ier))$/u;

const articles = /^(?:der|die|das|dem|den|des|ein|eine|einer|einem|einen|eines|mehrere|viele|einige)$/i;

/** The gender that a phrase shows. */
export function genderOf(words: string): 'f' | 'm' | undefined {
  if (/\p{Ll}in\b/u.test(words) && /^(?:die|eine|seine|ihre)\b|^\p{Lu}\p{Ll}+in\b/iu.test(words)) return 'f';
  if (/^(?:der|ein|sein)\b|(?:er|chef|präsident|minister)\b(?= \p{Lu})/iu.test(words)) return 'm';
  return undefined;
}

/** Remembers who was named, and answers whom later words mean. */
export class Persons {
  readonly #known: Person[] = [];

  /** The person the words name or point back to. */
  resolve(words: string, note: Draft<EntityNote> | undefined): Person | undefined {
    if (note) return this.#remember({ name: note.label, entity: note.entity, ...genderPart(words) });
    if (isPronoun(words)) return this.#pointedAt(words);
    const name = properName(words);
    if (name) return this.#remember(this.#known.find((one) => one.name === name) ?? { name, ...genderPart(words) });
    const surname = /^\p{Lu}[\p{L}-]+$/u.test(words) ? words.replace(/(?<=\p{L}{3})s$/u, '') : undefined;
    const known = surname && this.#known.find((one) => one.name.endsWith(` ${words}`) || one.name.endsWith(` ${surname}`));
    if (known) return this.#remember(known);
    const isNew = surname !== undefined && classOfNoun(surname.toLowerCase()) === undefined && !isPronoun(surname) && !isSourceNoun(surname.toLowerCase()) && !cueNouns.has(surname.toLowerCase());
    return isNew ? this.#remember({ name: surname }) : undefined;
  }

  /** Somebody is mentioned without speaking. */
  mention(note: Draft<EntityNote>): void {
    this.#remember({ name: note.label, entity: note.entity });
  }

  #remember(person: Person): Person {
    const at = this.#known.findIndex((one) => one.name === person.name);
    if (at >= 0) this.#known.splice(at, 1);
    this.#known.unshift(person);
    if (this.#known.length > 200) this.#known.pop();
    return person;
  }

  #pointedAt(words: string): Person | undefined {
    const gender = masculine.test(words) ? 'm' : undefined;
    const near = this.#known.slice(0, reach);
    return near.find((one) => gender === undefined || one.gender !== 'f') ?? undefined;
  }
}

function genderPart(words: string): { gender?: 'f' | 'm' } {
  const gender = genderOf(words);
  return gender ? { gender } : {};
}

/** The note of a person, else of a company or organisation, that lies in the speaker's words. */
export function speakerNote(speaker: readonly Span[], notes: readonly Draft<EntityNote>[]): Draft<EntityNote> | undefined {
  const inside = notes.filter((note) => speaker.some(([begin, end]) => begin <= note.begin && note.end <= end));
  return inside.find((note) => note.type === 'person') ?? inside.find((note) => note.type === 'company' || note.type === 'organisation');
}
