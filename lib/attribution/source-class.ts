/** What kind of source a speaker is, judged by the words in the text: a named person, an anonymous one, a group, an institution, a medium. */
import type { EntityType, SourceClass } from '../model.ts';
import { properName } from './names.ts';
import { cueNouns } from './cues.ts';
import { classOfNoun, isAnonymousPhrase, isSourceNoun } from './source-words.ts';

const pronoun = /^(?:er|sie|es|dieser|diese|dieses|man|ich|wir|der|die|letzterer?|ihm|ihr)$/i;
const article = /^(?:ein|eine|einer|einem|einen|eines|mehrere|einige|viele|manche|zwei|drei)$/i;

/** Takes a speaker's words and, where the dataset knows who is meant, the entity's type. Gives `none` for no words. */
export function classOfSource(speaker: string, entity?: EntityType): SourceClass {
  const words = speaker.match(/[\p{L}\p{N}-]+/gu) ?? [];
  if (words.length === 0) return 'none';
  const lower = speaker.toLowerCase();
  if (isAnonymousPhrase(lower)) return 'anonymous';
  if (entity === 'person') return 'named';
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word) && !article.test(word));
  const classes = capitals.map((word) => classOfNoun(word.toLowerCase().replace(/^.*-/, '')));
  const strongest = classes.find((one) => one !== undefined);
  if (strongest === 'anonymous') return 'anonymous';
  const isNamed = properName(speaker) !== undefined;
  if (strongest === 'person' && !isNamed && (words.length === 1 || /^(?:mehrere|einige|viele|manche)\b/i.test(speaker))) return 'collective';
  if (strongest === 'person') return isNamed || !article.test(words[0]!) ? 'named' : unnamed(capitals);
  if (strongest === 'collective' && isNamed && /^(?:der|die|ein|eine)\b/i.test(speaker)) return 'named';
  if (strongest) return strongest;
  if (entity === 'company' || entity === 'organisation') return 'institution';
  if (/^man$/i.test(speaker)) return 'collective';
  if (pronoun.test(speaker) || isNamed) return 'named';
  if (words.length <= 2 && isSaying(words.at(-1)!.toLowerCase())) return 'anonymous';
  return /^\p{Lu}/u.test(words.at(-1)!) && !/^(?:viele|manche|einige|mehrere|alle)\b/i.test(speaker) ? 'named' : 'collective';
}

/** `Es gab Hinweise, dass …`: a noun of saying is no name of who says it. */
function isSaying(lower: string): boolean {
  return cueNouns.has(lower) || isSourceNoun(lower);
}

/** `ein Sprecher des Ministeriums` speaks for an institution; `ein Mitarbeiter` for nobody we know. */
function unnamed(capitals: readonly string[]): SourceClass {
  const isSpokesperson = capitals.some((word) => /sprecher(?:in)?$/i.test(word));
  return isSpokesperson ? 'institution' : 'anonymous';
}

/** Whether the words can mean somebody who speaks: a person, an institution, a group, a medium, a full name, or a pronoun for one. */
export function isSomebody(words: string): boolean {
  if (/^(?:er|sie|dieser|diese|beide)$/i.test(words)) return true;
  const capitals = words.match(/\p{Lu}[\p{L}-]*/gu) ?? [];
  if (capitals.some((word) => /^\p{Lu}{2,6}$/u.test(word) || classOfNoun(word.toLowerCase().replace(/^.*-/, '')) !== undefined)) return true;
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}-]+){0,2}$/u.test(words) && !/^(?:der|die|das|ein|eine|kein|keine|viele|einige)\b/i.test(words);
}
