/** Rule `reported`: the author sums up that something was said (`Die Partei kritisierte den Beschluss.`): the whole sentence, without a clause of content. */
import type { Case, Finding } from './finding.ts';

export function reported({ scene, unit, clauses }: Case): Finding[] {
  const cue = clauses.find((one) => unit.clauses[one.at]!.kind === 'main');
  if (!cue || !cue.takes.includes('r') || cue.speaker.length === 0 || cue.isPassive) return [];
  if (scene.view.verb(unit.clauses[cue.at]!.finite)!.lemma === 'sollen') return [];
  return [{ rule: 'reported', type: 'reported', content: [[unit.begin, unit.end]], speaker: cue.speaker, cue: cue.cue, confidence: 0.5, unit: unit.index }];
}
