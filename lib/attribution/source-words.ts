/** The tables of source words, ready for look-up. */
import { determiners } from '../text/function-words.ts';
import { remember } from '../text/remember.ts';
import table from './sources.yml';

type List =
  | 'source_nouns' | 'source_suffixes' | 'anonymous' | 'anonymous_suffixes' | 'anonymous_phrases' | 'collective' | 'collective_suffixes'
  | 'institution' | 'institution_suffixes' | 'media' | 'media_suffixes' | 'persons' | 'carriers' | 'documents' | 'investigators' | 'places';

const lists = table as Readonly<Record<List, readonly string[]>>;
const sourceNouns = new Set(lists.source_nouns);

/** Whether a noun names a source's own words: `Angaben`, `Einschätzung`, `Medienberichten`. */
export const isSourceNoun = remember((lower) => sourceNouns.has(lower) || endsWithOne(lower, lists.source_suffixes));

function endsWithOne(lower: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => lower.length > suffix.length && lower.endsWith(suffix));
}

const wordLists = {
  anonymous: new Set(lists.anonymous), collective: new Set(lists.collective), institution: new Set(lists.institution),
  media: new Set(lists.media), persons: new Set(lists.persons),
};

/** Which class of source a head noun speaks for, by itself or as the end of a compound. */
export const classOfNoun = remember((lower): 'anonymous' | 'collective' | 'institution' | 'media' | 'person' | undefined => {
  if (wordLists.anonymous.has(lower) || endsWithOne(lower, lists.anonymous_suffixes)) return 'anonymous';
  if (wordLists.persons.has(lower) || endsWithOne(lower, lists.persons)) return 'person';
  if (wordLists.media.has(lower) || endsWithOne(lower, lists.media_suffixes)) return 'media';
  if (wordLists.collective.has(lower) || endsWithOne(lower, lists.collective_suffixes)) return 'collective';
  if (wordLists.institution.has(lower) || endsWithOne(lower, lists.institution_suffixes)) return 'institution';
  return undefined;
});

/** Whether a phrase says that its source stays unnamed (`mit der Sache vertraute Personen`). */
export function isAnonymousPhrase(lower: string): boolean {
  return lists.anonymous_phrases.some((phrase) => lower.includes(phrase));
}

const ending = (list: readonly string[]) => remember((lower: string): boolean => list.includes(lower) || endsWithOne(lower, list));

/** Whether a noun names a text that holds statements (`Schreiben`, `Jahresbericht`). */
export const isDocument = ending(lists.documents);
/** Whether a noun tells where people are (`Hauptstadt`, `Grenzregion`). */
export const isPlace = ending(lists.places);
/** Whether a noun names where a medium or a body publishes (`Onlineausgabe`). */
export const isCarrier = ending(lists.carriers);
/** Whether a noun means somebody who looks into a crime (`Kriminalpolizei`). */
export const isInvestigator = ending(lists.investigators);

/** The nouns and names of a phrase, in small letters, of compounds with a hyphen the last part. */
export function nounsOf(words: string): string[] {
  return (words.match(/\p{Lu}[\p{L}-]+/gu) ?? []).map((word) => word.toLowerCase().replace(/^.*-/, '')).filter((word) => !determiners.has(word));
}
