/** Rule `anaphoric`: `Das teilte die Firma mit.`: the sentence before is what was said, with its stop, and the pronoun. */
import type { Span } from '../model.ts';
import { prepositions } from '../text/function-words.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import type { CueClause } from './cue-clause.ts';
import type { Case, Finding } from './finding.ts';
import { contentAfter } from './content.ts';
import { spanOfPhrase } from './scene.ts';
import type { Unit } from './scene.ts';
import { speakerPhrase } from './speaker-phrase.ts';

const pronouns = new Set(['das', 'dies', 'davon']);

/** Takes a unit and the one before it; gives the finding that joins the two, if any. */
export function anaphoric(one: Case, before: Unit | undefined): Finding[] {
  const { scene, unit } = one;
  const first = scene.reading.tokens[unit.first];
  const cue = one.clauses[0];
  if (!before || !first || !pronouns.has(first.lower) || !cue || cue.at !== 0 || !cue.takes.includes('p')) return [];
  if (unit.clauses[0]!.finite !== unit.first + 1 || contentAfter(scene, unit, cue.through)) return [];
  const content: Span[] = [[before.begin, before.end], [first.begin, first.end]];
  return [{ rule: 'anaphoric', type: 'indirect', content, speaker: speakerOf(one, cue), cue: cue.cue, confidence: 0.9, unit: unit.index }];
}

/** `Das geht aus einem Bericht hervor`: the source stands in a prepositional phrase. */
function speakerOf({ scene, unit }: Case, cue: CueClause): readonly Span[] {
  const { tokens } = scene.reading;
  const isImpersonal = cue.lemma === 'gehen' || cue.lemma === 'hervorgehen' || cue.lemma === 'verlauten';
  if (!isImpersonal) return cue.speaker;
  const { finite, last } = unit.clauses[0]!;
  for (let at = finite + 1; at < last; at += 1) {
    if (!prepositions.has(tokens[at]!.lower)) continue;
    const found = nounPhraseAt(scene.view, at + 1, last);
    const phrase = found && speakerPhrase(scene, found, last);
    if (phrase) return [spanOfPhrase(scene, phrase)];
  }
  return cue.speaker;
}
