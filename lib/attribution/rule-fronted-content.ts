/** Rule `fronted`: what was said stands first, the cue behind it (`Der Bau sei teuer, sagte die Ministerin`), also as `…, wie X mitteilt`. */
import { isKonjunktiv1Clause, isKonjunktivClause } from './content.ts';
import type { CueClause } from './cue-clause.ts';
import type { Case, Finding } from './finding.ts';
import { spanOf } from './scene.ts';
import { auxiliaries } from '../text/clauses.ts';
import { prepositions } from '../text/function-words.ts';
import { quoted } from '../text/hidden-tokens.ts';

/** Gives at most one finding: the stretch before the cue clause, and what goes on behind it. */
export function frontedContent(one: Case): Finding[] {
  const { scene, unit, clauses } = one;
  for (const cue of clauses) {
    if (cue.at === 0 || !/[dkq]/.test(cue.takes)) continue;
    const { opener } = unit.clauses[cue.at]!;
    if ((opener !== ',' && opener !== '–') || !cue.isVerbFirst) continue;
    const from = frontFrom(one, cue);
    if (from < 0) continue;
    const begin = scene.reading.tokens[unit.clauses[cue.at]!.first]!.begin;
    const isNamed = cue.speaker.length > 0 && cue.speaker[0]![0] >= begin && !cue.isPassive;
    // A verb that as a rule takes nothing but a quotation (`…, beruhigte der Minister`) needs the Konjunktiv.
    const isEnough = (isNamed || cue.lemma === 'heißen') && /[dk]/.test(cue.takes);
    if (!isEnough && !unit.clauses.slice(from, cue.at).some((clause) => isKonjunktiv1Clause(scene, clause))) continue;
    const front = spanOf(scene, unit.clauses[from]!.first, unit.clauses[cue.at - 1]!.last);
    if (!front || isQuotationOnly(one, from, cue.at)) continue;
    const back = rest(one, cue);
    return [{ rule: 'fronted', type: 'indirect', content: back ? [front, back] : [front], speaker: cue.speaker, cue: cue.cue, confidence: 0.85, unit: unit.index }];
  }
  return [];
}

/** The clause where the fronted content begins; -1 when the front is only adverbial (`Nachdem er kam, sagte X`, `In dem Brief, der …, sagte X`). */
function frontFrom({ scene, unit }: Case, cue: CueClause): number {
  let from = 0;
  for (let at = 0; at < cue.at; at += 1) if (unit.clauses[at]!.opener === ';' || unit.clauses[at]!.opener === ':') from = at;
  const front = unit.clauses.slice(from, cue.at);
  const first = front[0]!;
  const isAsked = first.kind === 'fragment' && prepositions.has(scene.reading.tokens[first.first]!.lower) && front[1]?.kind === 'sub' && !front.some((clause) => clause.kind === 'main');
  if (isAsked) return -1;
  if (front.some((clause) => clause.kind === 'main') || first.subordinator === 'dass' || first.subordinator === 'ob') return from;
  if (first.kind !== 'sub' && front.some((clause) => isKonjunktivClause(scene, clause))) return from;
  if (first.kind === 'sub' || first.kind === 'infinitive') return -1;
  const isPhrase = prepositions.has(scene.reading.tokens[first.first]!.lower);
  return isPhrase && front.length > 1 ? -1 : from;
}

function isQuotationOnly({ scene, unit }: Case, from: number, to: number): boolean {
  for (let at = unit.clauses[from]!.first; at < unit.clauses[to - 1]!.last; at += 1) {
    if (scene.reading.tokens[at]!.kind !== 'punctuation' && scene.view.hidden[at] !== quoted) return false;
  }
  return true;
}

/** Content that goes on behind the cue: a clause in Konjunktiv or with `dass`. */
function rest({ scene, unit }: Case, cue: CueClause): readonly [number, number] | undefined {
  if (isCutOff(scene, unit.clauses[cue.at - 1]!) && cue.through + 1 < unit.clauses.length) return spanOf(scene, unit.clauses[cue.through + 1]!.first, unit.clauses.at(-1)!.last);
  for (let at = cue.through + 1; at < unit.clauses.length; at += 1) {
    const clause = unit.clauses[at]!;
    const goesOn = (clause.kind === 'main' && isKonjunktivClause(scene, clause)) || clause.subordinator === 'dass';
    if (goesOn) return spanOf(scene, clause.first, unit.clauses.at(-1)!.last);
  }
  return undefined;
}

/** `Insgesamt seien, teilte sie mit, 40 gekommen`: the verb before the cue is an auxiliary without its full verb. */
function isCutOff(scene: Case['scene'], clause: Case['unit']['clauses'][number]): boolean {
  const { tokens } = scene.reading;
  let end = clause.last - 1;
  while (end > clause.first && tokens[end]!.kind === 'punctuation') end -= 1;
  return clause.kind === 'main' && clause.finite === end && auxiliaries.has(scene.view.verb(end)!.lemma);
}
