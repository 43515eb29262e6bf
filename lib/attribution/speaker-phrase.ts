/**
 * Where the words for a speaker end. What hangs on the noun tells which one it is: the place of a group (`die Bauern in der Region`), where
 * a text stands (`die Mitteilung auf der Homepage`), where a body publishes (`der Verband auf seiner Internetseite`). What hangs on a
 * bare name does not: `sagte Roth der Zeitung` tells to whom, `laut BBC von 300 Gästen besetzt` by whom.
 */
import type { Clause } from '../text/clauses.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import type { NounPhrase } from '../text/noun-phrase.ts';
import { determiners } from '../text/function-words.ts';
import { quoted } from '../text/hidden-tokens.ts';
import { cueNouns } from './cues.ts';
import { isCapitalAt } from './scene.ts';
import type { Scene } from './scene.ts';
import { classOfNoun, isCarrier, isDocument, isPlace, isSourceNoun } from './source-words.ts';

/** Takes the noun phrase of a speaker and the end of its clause; gives the phrase with its proper end. */
export function speakerPhrase(scene: Scene, phrase: NounPhrase, limit: number): NounPhrase {
  const { tokens } = scene.reading;
  const { lower } = tokens[phrase.first]!;
  if (!determiners.has(lower)) return isCapitalAt(scene, phrase.first) ? { ...phrase, last: endOfName(scene, phrase) } : phrase;
  const next = tokens[phrase.last]?.lower ?? '';
  if (phrase.last + 1 >= limit || !attaching.has(next)) return phrase;
  const hung = nounPhraseAt(scene.view, phrase.last + 1, limit);
  return hung && hangsOn(scene, phrase, next, hung) ? { ...phrase, last: hung.last } : phrase;
}

const attaching = new Set(['auf', 'im', 'in']);

/** The noun that the phrase is about: its first one, before genitives. */
function firstNoun(scene: Scene, phrase: NounPhrase): string {
  let at = phrase.first;
  while (at < phrase.head && !isCapitalAt(scene, at)) at += 1;
  return scene.reading.tokens[at]!.lower;
}

function hangsOn(scene: Scene, phrase: NounPhrase, preposition: string, hung: NounPhrase): boolean {
  const { tokens } = scene.reading;
  const noun = firstNoun(scene, phrase);
  const other = firstNoun(scene, hung);
  const isInside = preposition === 'in' || preposition === 'im';
  if ((isInside || preposition === 'auf') && isCarrier(other)) return /^(?:ihre|seine|der|einer)/.test(tokens[hung.first]!.lower);
  if (isDocument(noun)) return preposition === 'auf';
  const kind = classOfNoun(noun);
  if (!isInside || kind === 'person' || kind === 'anonymous') return false;
  if (isCapitalAt(scene, hung.first)) return preposition === 'in' && !states.has(other);
  return isPlace(other) ? kind !== undefined : (kind === 'media' || kind === 'institution') && (isDocument(other) || classOfNoun(other) === 'media');
}

/** `in Kraft`, `in Frage`: what stands without an article behind `in` and is no place. */
const states = new Set(['anspruch', 'aussicht', 'betracht', 'betrieb', 'empfang', 'erwägung', 'form', 'frage', 'gefahr', 'haft', 'höhe', 'kauf', 'kraft', 'rede', 'richtung', 'schutz', 'sicht', 'teilen', 'verbindung', 'zukunft', 'zusammenarbeit']);

/** A bare name ends before a dative that is a medium, and before the doer of a passive. */
function endOfName(scene: Scene, { first, last }: NounPhrase): number {
  const { tokens } = scene.reading;
  const name = tokens[first]!.lower;
  if (isSourceNoun(name) || cueNouns.has(name) || (classOfNoun(name) ?? 'media') !== 'media') return last;
  for (let at = first + 1; at + 1 < last; at += 1) {
    const { lower } = tokens[at]!;
    const next = tokens[at + 1]!;
    if (lower === 'von' && (next.kind === 'number' || amounts.has(next.lower))) return at;
    if (at === first + 1 && (lower === 'der' || lower === 'dem') && isMedium(scene, at + 1, last)) return at;
  }
  return last;
}

const amounts = new Set(['etwa', 'knapp', 'mehreren', 'rund', 'vielen', 'zahlreichen']);

function isMedium(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (scene.view.hidden[at] === quoted || (isCapitalAt(scene, at) && isPublisher(scene.reading.tokens[at]!.lower.replace(/^.*-/, '')))) return true;
  return false;
}

/** `ging die Polizei von einem Unfall aus`: where a verb that takes `von` has none but the one in its subject's phrase, the subject ends before it. Gives the token behind the phrase. */
export function endBeforeComplement(scene: Scene, clause: Clause, first: number, last: number): number {
  const { tokens } = scene.reading;
  for (let at = clause.first; at < clause.last; at += 1) if ((at < first || at >= last) && !scene.view.isHidden(at) && complements.has(tokens[at]!.lower)) return last;
  for (let at = last - 1; at > first; at -= 1) if (!scene.view.isHidden(at) && (tokens[at]!.lower === 'von' || tokens[at]!.lower === 'vom')) return at;
  return last;
}

const complements = new Set(['davon', 'darüber', 'vom', 'von', 'über']);

function isPublisher(lower: string): boolean {
  return classOfNoun(lower) === 'media' || lower.endsWith('agentur');
}
