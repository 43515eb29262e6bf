/** What kind of source a speaker is, judged by the words in the text: a named person, an anonymous one, a group, an institution, a medium. */
import type { EntityType, SourceClass } from '../model.ts';
import { classOfNoun, isAnonymousPhrase } from './source-words.ts';

const pronoun = /^(?:er|sie|es|dieser|diese|dieses|man|ich|wir|der|die|letzterer?|ihm|ihr)$/i;
const article = /^(?:ein|eine|einer|einem|einen|eines|mehrere|einige|viele|manche|zwei|drei)$/i;

/** Takes a speaker's words and, where the dataset knows who is meant, the entity's type. Gives `none` for no words. */
export function classOfSource(speaker: string, entity?: EntityType): SourceClass {
  const words = speaker.match(/[\p{L}\p{N}-]+/gu) ?? [];
  if (words.length === 0) return 'none';
  const lower = speaker.toLowerCase();
  if (isAnonymousPhrase(lower)) return 'anonymous';
  if (entity === 'person') return 'named';
  const classes = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => classOfNoun(word.toLowerCase().replace(/^.*-/, '')));
  const strongest = classes.find((one) => one !== undefined);
  if (strongest === 'anonymous' || classes.includes('anonymous')) return 'anonymous';
  if (strongest === 'person') return isUnnamedPerson(words) ? (article.test(words[0]!) ? 'anonymous' : 'named') : 'named';
  if (strongest) return strongest;
  if (entity === 'company' || entity === 'organisation') return 'institution';
  if (/^man$/i.test(speaker)) return 'collective';
  if (pronoun.test(speaker)) return 'named';
  return /^\p{Lu}/u.test(words.at(-1)!) ? 'named' : 'collective';
}

/** `ein Mitarbeiter`: a role without a name behind it. */
function isUnnamedPerson(words: readonly string[]): boolean {
  return words.length <= 2;
}

/** Whether the words can mean somebody who speaks: a person, an institution, a group, a medium, a full name, or a pronoun for one. */
export function isSomebody(words: string): boolean {
  if (/^(?:er|sie|dieser|diese|beide)$/i.test(words)) return true;
  const capitals = words.match(/\p{Lu}[\p{L}-]*/gu) ?? [];
  if (capitals.some((word) => classOfNoun(word.toLowerCase().replace(/^.*-/, '')) !== undefined)) return true;
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}-]+){0,2}$/u.test(words) && !/^(?:der|die|das|ein|eine|kein|keine|viele|einige)\b/i.test(words);
}
