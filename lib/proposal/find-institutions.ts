/** Institutions are called by what they are and where or what for: one name of several words, of which only some look like one. */
import type { Span } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import type { FoundName } from './find-names.ts';
import { type NameToken, nameTokens } from './name-tokens.ts';
import { isSeated, typeOfNoun } from './noun-classes.ts';

/** Takes a reading and the names found in it; gives them with institutions by their whole names, in order. */
export function withInstitutions(reading: Reading, names: readonly FoundName[]): FoundName[] {
  const offices = officesIn(reading.text, nameTokens(reading));
  const others = names.filter(({ span: [begin, end] }) => !offices.some(({ span }) => span[0] <= begin && end <= span[1]));
  return [...others.map((name) => asSeat(reading.text, name)), ...offices].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/** `Universität Beispielstadt`: the place is where it is, the two words are its name. */
function asSeat(text: string, name: FoundName): FoundName {
  const kind = name.kind?.split(' ').at(-1);
  const begin = name.span[0] - (kind?.length ?? 0) - 1;
  if (name.type !== 'place' || kind === undefined || !isSeated(kind) || text.slice(begin, name.span[1]) !== `${kind} ${name.name}`) return name;
  return { name: `${kind} ${name.name}`, span: [begin, name.span[1]], type: 'organisation' };
}

/** `das Bundesamt für Beispiele und Muster`: what an office is for is its name. */
function officesIn(text: string, words: readonly NameToken[]): FoundName[] {
  return words.flatMap(({ text: noun, begin, end, led }) => {
    if (!led || typeOfNoun(noun) !== 'organisation') return [];
    const field = /^ für \p{Lu}[\p{L}-]{2,60}(?:(?:,| und) \p{Lu}[\p{L}-]{2,60}){0,3}/u.exec(text.slice(end, end + 260))?.[0];
    return field ? [{ name: `${noun}${field}`, span: [begin, end + field.length] as Span, type: 'organisation' as const }] : [];
  });
}
