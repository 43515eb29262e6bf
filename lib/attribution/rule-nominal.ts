/** Rule `nominal`: a noun of saying with its own clause: `die Forderung der Partei, dass …`, `der Vorwurf, er habe …`. */
import type { Span } from '../model.ts';
import { determiners } from '../text/function-words.ts';
import { contentAfter } from './content.ts';
import { cueNouns, demandNouns } from './cues.ts';
import type { Case, Finding } from './finding.ts';
import { isCapitalAt, spanOf } from './scene.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';

export function nominal({ scene, unit }: Case): Finding[] {
  const { tokens } = scene.reading;
  for (let index = 0; index + 1 < unit.clauses.length; index += 1) {
    const clause = unit.clauses[index]!;
    const noun = lastCueNoun(scene, clause.first, clause.last);
    if (noun < 0) continue;
    const content = contentAfter(scene, unit, index);
    if (!content || content.from !== index + 1 || content.kind === 'quotation') continue;
    if (content.kind === 'zu-infinitive' && !demandNouns.has(tokens[noun]!.lower)) continue;
    if (content.kind === 'verb-second' && !content.isKonjunktiv) continue;
    const span = spanOf(scene, unit.clauses[content.from]!.first, unit.clauses[content.to - 1]!.last);
    if (!span) continue;
    const owner = nounPhraseAt(scene.view, noun + 1, clause.last);
    const before = tokens[noun - 1];
    const cue: Span = before && determiners.has(before.lower) ? [before.begin, tokens[noun]!.end] : [tokens[noun]!.begin, tokens[noun]!.end];
    const speaker = owner && tokens[noun + 1]!.lower !== ',' ? spanOf(scene, owner.first, owner.last) : undefined;
    return [{ rule: 'nominal', type: 'indirect', content: [span], speaker: speaker ? [speaker] : [], cue: [cue], confidence: 0.75, unit: unit.index }];
  }
  return [];
}

/** A cue noun that ends the clause, or is followed only by its genitive. */
function lastCueNoun(scene: Case['scene'], first: number, last: number): number {
  for (let at = last - 1; at >= Math.max(first, last - 8); at -= 1) {
    if (!isCapitalAt(scene, at) || !cueNouns.has(scene.reading.tokens[at]!.lower)) continue;
    const behind = nounPhraseAt(scene.view, at, last);
    return behind?.last === last ? at : -1;
  }
  return -1;
}
