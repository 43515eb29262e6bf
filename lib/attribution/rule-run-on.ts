/**
 * Rule `run-on`: a sentence in Konjunktiv without any introduction is still somebody's speech (`Die Arbeiten seien beendet.`).
 * Konjunktiv I says so by itself; Konjunktiv II and plurals that look like the indicative do so only while speech is open.
 * An indicative main clause closes it. Neighbouring sentences make one note (`mergeRunOns`), with the last speaker.
 */
import { form, isClearKonjunktiv, isClearKonjunktiv1 } from '../text/verb-forms.ts';
import type { Clause } from '../text/clauses.ts';
import { startsWithFinite } from './cue-clause.ts';
import { quoted } from '../text/hidden-tokens.ts';
import { inheritedSpeaker } from './finding.ts';
import type { Case, Finding } from './finding.ts';

/** Takes a unit without introduction; gives it whole (up to a quotation behind a colon), with the speaker who goes on. */
export function runOn(one: Case): Finding[] {
  const { scene, unit, memory } = one;
  const main = unit.clauses.find((clause) => clause.kind === 'main');
  if (!main) return [];
  const verb = scene.view.verb(main.finite)!;
  const isSure = isClearKonjunktiv1(verb) || isSubstitute(scene, unit, main);
  const isPlural = (verb.bits & form.konjunktiv2) !== 0 && (verb.bits & form.plural) !== 0 && !scene.reading.tokens[main.finite]!.lower.endsWith('ten');
  const isLikely = (isClearKonjunktiv(verb) && !isConditional(unit)) || (isPlural && memory.isRunning && verb.lemma !== 'sollen' && verb.lemma !== 'wollen');
  if (!isSure && !(memory.isOpen && isLikely)) return [];
  if (hasFirstPerson(scene, main.first, main.last) || isInserted(scene, unit, main)) return [];
  const speaker = inheritedSpeaker(one);
  const end = beforeQuotation(scene, unit);
  return [{ rule: 'run-on', type: 'mixed', content: [[unit.begin, end]], ...(end < unit.end && { isEnd: true }), speaker, cue: [], confidence: isSure ? 0.9 : 0.7, unit: unit.index }];
}

/** `Der Vorwurf, sie habe gelogen, traf sie`: the sentence's own verb comes later, first in its piece and in the indicative. */
export function isInserted(scene: Case['scene'], unit: Case['unit'], main: Clause): boolean {
  const at = unit.clauses.indexOf(main);
  if (at === 0 || unit.clauses[0]!.kind !== 'fragment') return false;
  const next = unit.clauses.slice(at + 1).find((clause) => clause.kind === 'main');
  return next !== undefined && next.opener === ',' && startsWithFinite(scene, next) && !isClearKonjunktiv(scene.view.verb(next.finite)!);
}

/** `…, wenn es regnet`: Konjunktiv II is the author's own condition. */
function isConditional(unit: Case['unit']): boolean {
  return unit.clauses.some((clause) => clause.subordinator === 'wenn' || clause.subordinator === 'falls');
}

/** `Die Gäste hätten gezahlt`: the plural of `haben` takes Konjunktiv II for I; not in conditions and not with a modal (`hätten können`). */
function isSubstitute({ view, reading }: Case['scene'], unit: Case['unit'], main: Clause): boolean {
  if (reading.tokens[main.finite]!.lower !== 'hätten') return false;
  if (isConditional(unit)) return false;
  for (let at = unit.first; at < unit.last; at += 1) {
    if (at !== main.finite && /^(?:könn|müss|soll|dürf|woll|lass|beinahe$|fast$|gern)/.test(reading.tokens[at]!.lower) && !view.isHidden(at)) return false;
  }
  return true;
}

/** A quotation behind a colon is a note of its own. */
function beforeQuotation(scene: Case['scene'], unit: Case['unit']): number {
  const { tokens } = scene.reading;
  const colon = unit.clauses.find((clause) => clause.opener === ':' && scene.view.hidden[clause.first] === quoted);
  return colon ? tokens[colon.first - 1]!.end : unit.end;
}

/** `Ich habe`, `ich werde` are no Konjunktiv. */
function hasFirstPerson(scene: Case['scene'], first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (scene.reading.tokens[at]!.lower === 'ich') return true;
  return false;
}

/** Joins findings of one rule from neighbouring units into one, across paragraphs too. */
export function mergeNeighbours(findings: readonly Finding[], rule: string): Finding[] {
  const merged: Finding[] = [];
  let lastUnit = -2;
  let open = -1;
  for (const finding of findings) {
    if (finding.rule === rule && open >= 0 && finding.unit === lastUnit + 1 && !merged[open]!.isEnd) {
      const [[begin]] = merged[open]!.content as readonly [readonly [number, number]];
      merged[open] = { ...merged[open]!, content: [[begin, finding.content[0]![1]]], ...(finding.isEnd && { isEnd: true }) };
      lastUnit = finding.unit;
      continue;
    }
    if (finding.rule === rule) {
      open = merged.length;
      lastUnit = finding.unit;
    }
    merged.push(finding);
  }
  return merged;
}
