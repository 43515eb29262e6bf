/** Rule `reported`: the author sums up that something was said (`Die Partei warf ihr Untätigkeit vor.`): the whole sentence, without a clause of content. */
import { notSpeakers, sumsUp } from './cues.ts';
import type { Case, Finding } from './finding.ts';

/** Takes a unit in which no other rule found anything; gives it whole. */
export function reported({ scene, unit, clauses }: Case): Finding[] {
  const cue = clauses.find((one) => unit.clauses[one.at]!.kind === 'main');
  if (!cue || (cue.speaker.length === 0 && !cue.isPassive)) return [];
  const { first, last, finite } = unit.clauses[cue.at]!;
  if (!sumsUp(cue.lemma, scene.view, first, last) || scene.view.verb(finite)!.lemma === 'sollen') return [];
  if (saysNothing(scene, first, last) || (cue.lemma === 'nennen' && isReflexive(scene, first, last))) return [];
  return [{ rule: 'reported', type: 'reported', content: [[unit.begin, unit.end]], speaker: cue.speaker, cue: cue.cue, confidence: 0.6, unit: unit.index }];
}

/** Denied (`schloss nicht aus`), or something that cannot speak (`Das Beben forderte drei Opfer`). */
function saysNothing({ reading, view }: Case['scene'], first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) {
    const { lower } = reading.tokens[at]!;
    if (!view.isHidden(at) && (notSpeakers.has(lower) || lower === 'nicht' || lower === 'weder')) return true;
  }
  return false;
}

/** `nennt sich „Nordwelle“`: a name, nobody's words. */
function isReflexive({ reading }: Case['scene'], first: number, last: number): boolean {
  return reading.tokens.slice(first, last).some((token) => token.lower === 'sich');
}
