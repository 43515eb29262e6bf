/**
 * Rule `evidential`: `soll` as hearsay (`Er soll das Geld genommen haben`). With a perfect infinitive it is always hearsay;
 * with a plain one it may be a plan, and counts only while somebody's speech is open.
 */
import { form } from '../text/verb-forms.ts';
import type { Clause } from '../text/clauses.ts';
import type { Case, Finding } from './finding.ts';

export function evidential({ scene, unit, memory }: Case): Finding[] {
  const clause = unit.clauses.find((one) => one.kind === 'main');
  if (!clause) return [];
  const verb = scene.view.verb(clause.finite)!;
  const isPresent = (verb.bits & form.present) !== 0;
  if (verb.lemma !== 'sollen' || !isPresent) return [];
  const isPerfect = endsInPerfect(scene, clause, unit.last);
  if (!isPerfect && !memory.isOpen) return [];
  const speaker = memory.isOpen ? (memory.last?.speaker ?? []) : [];
  return [{ rule: 'evidential', type: 'free-indirect', content: [[unit.begin, unit.end]], speaker, cue: [], confidence: isPerfect ? 0.85 : 0.6, unit: unit.index }];
}

/** `genommen haben`, `gewesen sein`, `verletzt worden sein`, somewhere behind `soll`. */
function endsInPerfect({ view, reading }: Case['scene'], clause: Clause, last: number): boolean {
  for (let at = clause.finite + 2; at < last; at += 1) {
    const { lower } = reading.tokens[at]!;
    if ((lower === 'haben' || lower === 'sein') && ((view.verb(at - 1)?.bits ?? 0) & form.participle) !== 0) return true;
  }
  return false;
}
