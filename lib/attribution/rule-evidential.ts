/**
 * Rule `evidential`: `soll` as hearsay (`Er soll das Geld genommen haben`). With a perfect infinitive or a verb of state
 * (`soll 20 Millionen betragen`) it is hearsay wherever it stands; with another infinitive it may be a plan, and counts only
 * right behind somebody's speech.
 */
import type { Span } from '../model.ts';
import type { Clause } from '../text/clauses.ts';
import { form } from '../text/verb-forms.ts';
import { reach } from './finding.ts';
import type { Case, Finding } from './finding.ts';
import { cueClausesOf } from './cue-clause.ts';
import { spanOf, textOf } from './scene.ts';
import { isInvestigator, nounsOf } from './source-words.ts';

/** Takes a unit in which nothing else was found; gives it as hearsay, if it is. */
export function evidential(one: Case): Finding[] {
  const { scene, unit, memory } = one;
  const mains = unit.clauses.filter((clause) => clause.kind === 'main');
  const clause = mains.find((main) => hearsay.has(scene.view.verb(main.finite)!.lemma));
  if (!clause) return [];
  if (scene.view.verb(clause.finite)!.lemma === 'wollen') return claimed(one, clause);
  const isPresent = (scene.view.verb(clause.finite)!.bits & form.present) !== 0;
  const kind = infinitiveOf(one, clause);
  const isHearsay = kind === 'perfect' || (isPresent && kind === 'state');
  if (!isHearsay && !(isPresent && memory.isOpen && clause === mains[0])) return [];
  const content: Span | undefined = clause === mains[0] ? [unit.begin, unit.end] : spanOf(scene, clause.first, unit.last);
  if (!content) return [];
  const speaker = memory.isNear ? (memory.last?.speaker ?? []) : investigator(one);
  return [{ rule: 'evidential', type: 'free-indirect', content: [content], speaker, cue: [], confidence: isHearsay ? 0.85 : 0.6, unit: unit.index }];
}

/** `Die Polizei nahm einen Mann fest. Er soll …`: where nobody has spoken, who looks into it and was the subject shortly before. */
function investigator({ scene, unit }: Case): readonly Span[] {
  for (let at = unit.index - 1; at >= Math.max(0, unit.index - reach); at -= 1) {
    const before = scene.units[at]!;
    const speaker = cueClausesOf(scene, before).find((cue) => before.clauses[cue.at]!.kind === 'main')?.speaker ?? [];
    if (speaker.some((span) => nounsOf(textOf(scene, span)).some(isInvestigator))) return speaker;
  }
  return [];
}

const hearsay = new Set(['sollen', 'wollen']);

/** `Sie will den Täter gesehen haben`: `wollen` with a perfect infinitive is what the subject claims. */
function claimed(one: Case, clause: Clause): Finding[] {
  const { scene, unit, clauses } = one;
  const cue = clauses.find((found) => unit.clauses[found.at] === clause);
  if (infinitiveOf(one, clause) !== 'perfect' || !cue || cue.speaker.length === 0) return [];
  if ((scene.view.verb(clause.finite)!.bits & form.present) === 0) return [];
  return [{ rule: 'evidential', type: 'free-indirect', content: [[unit.begin, unit.end]], speaker: cue.speaker, cue: [], confidence: 0.8, unit: unit.index }];
}

const states = new Set(['betragen', 'sein', 'befinden', 'liegen', 'heißen', 'stammen', 'gehören', 'bestehen', 'leben', 'wiegen', 'wissen']);

/** `genommen haben`, `verletzt worden sein` (perfect); a verb of state; anything else. */
function infinitiveOf({ scene, unit }: Case, clause: Clause): 'perfect' | 'state' | 'other' {
  const { view, reading } = scene;
  for (let at = clause.finite + 1; at < unit.last; at += 1) {
    const { lower } = reading.tokens[at]!;
    const before = reading.tokens[at - 1]!.lower;
    if ((lower === 'haben' || lower === 'sein') && at > clause.finite + 1 && (before === 'worden' || before === 'gewesen' || /^ge.*(?:t|en)$/.test(before) || ((view.verb(at - 1)?.bits ?? 0) & form.participle) !== 0)) return 'perfect';
    if (at < clause.last && states.has(view.verb(at)?.lemma ?? '') && isLastWord(scene, clause, at)) return 'state';
  }
  return 'other';
}

function isLastWord(scene: Case['scene'], clause: Clause, at: number): boolean {
  for (let next = at + 1; next < clause.last; next += 1) if (scene.reading.tokens[next]!.kind !== 'punctuation') return false;
  return true;
}
