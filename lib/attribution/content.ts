/**
 * What was said, behind a cue clause: where its first clause begins, of what kind it is, and where it ends. Almost always it
 * goes up to the end of the sentence; it ends earlier where the cue's own sentence goes on (`…, dass er komme, und kündigte an`).
 */
import type { Clause } from '../text/clauses.ts';
import { questions } from '../text/function-words.ts';
import { quoted } from '../text/hidden-tokens.ts';
import { form, isClearKonjunktiv, isClearKonjunktiv1 } from '../text/verb-forms.ts';
import { startsWithFinite } from './cue-clause.ts';
import type { Scene, Unit } from './scene.ts';

export type ContentKind = 'dass' | 'verb-second' | 'zu-infinitive' | 'quotation' | 'distanced';

export interface Content {
  kind: ContentKind;
  /** Index of the first clause. */
  from: number;
  /** Index behind the last clause. */
  to: number;
  isKonjunktiv: boolean;
  /** Its first clause stands in Konjunktiv I for sure: speech after any verb. */
  isSure: boolean;
}

/** How many insertions (relative clauses, appositions) may stand between the cue and what was said. */
const mostInsertions = 4;

/** The content behind the cue clause that ends with clause `at`; `isInitial` says whether a plain insertion may be skipped. */
export function contentAfter(scene: Scene, unit: Unit, at: number): Content | undefined {
  const { clauses } = unit;
  for (let from = at + 1; from < clauses.length && from <= at + 1 + mostInsertions; from += 1) {
    const kind = contentKind(scene, unit, from);
    if (kind) return { kind: kind.kind, from, to: contentEnd(scene, unit, from, kind.kind), isKonjunktiv: kind.isKonjunktiv, isSure: isKonjunktiv1Clause(scene, clauses[from]!) };
    if (!isInsertion(clauses[from]!)) return undefined;
  }
  return undefined;
}

function isInsertion(clause: Clause): boolean {
  return clause.opener !== ';' && (clause.kind === 'sub' || clause.kind === 'fragment');
}

/** Question words that, behind a comma, mostly begin a relative clause (`…, was zeigt, dass`). */
const looseQuestions = new Set(['wo', 'wobei', 'wodurch', 'womit', 'wonach', 'woran', 'worauf', 'woraus', 'worin', 'worüber', 'wovon', 'wozu', 'wie', 'was', 'wogegen', 'wofür']);

function contentKind(scene: Scene, unit: Unit, from: number): { kind: ContentKind; isKonjunktiv: boolean } | undefined {
  const clause = unit.clauses[from]!;
  const konjunktiv = isKonjunktivClause(scene, clause);
  if (clause.kind === 'sub') {
    const { subordinator } = clause;
    if (subordinator === 'dass' || subordinator === 'daß') return { kind: 'dass', isKonjunktiv: konjunktiv || reachesKonjunktiv(scene, unit, from) };
    if (subordinator === 'ob' || (questions.has(subordinator) && startsWithWord(scene, clause, subordinator) && !looseQuestions.has(subordinator))) return { kind: 'dass', isKonjunktiv: konjunktiv };
    if (leadsToKonjunktiv(scene, unit, from)) return { kind: 'verb-second', isKonjunktiv: true };
    return konjunktiv && isKonjunktiv1Clause(scene, clause) && distancing.has(subordinator) ? { kind: 'distanced', isKonjunktiv: true } : undefined;
  }
  if (clause.kind === 'infinitive') return purposes.has(scene.reading.tokens[clause.first]!.lower) ? undefined : { kind: 'zu-infinitive', isKonjunktiv: false };
  if (clause.kind === 'main' && clause.opener !== 'und' && clause.opener !== 'oder' && !startsWithFinite(scene, clause)) return { kind: 'verb-second', isKonjunktiv: konjunktiv || isModalPreterite(scene, clause) };
  if (clause.kind === 'fragment') {
    if (isMostlyQuotation(scene, clause)) return { kind: hasVisibleWord(scene, clause) ? 'verb-second' : 'quotation', isKonjunktiv: true };
    if (leadsToKonjunktiv(scene, unit, from)) return { kind: 'verb-second', isKonjunktiv: true };
    if (leadsToInfinitive(unit, from)) return { kind: 'zu-infinitive', isKonjunktiv: false };
  }
  return undefined;
}

/** A reason or a relative clause in Konjunktiv I is the speaker's, not the author's (`lehnte ab, da es zu teuer sei`). */
const distancing = new Set(['da', 'weil', 'falls', 'sofern', 'der', 'die', 'das', 'welche', 'welcher', 'welches']);

/** Infinitives of purpose and manner are nobody's words. */
const purposes = new Set(['um', 'ohne', 'statt', 'anstatt']);

function startsWithWord(scene: Scene, clause: Clause, word: string): boolean {
  return scene.reading.tokens[clause.first]!.lower === word || scene.reading.tokens[clause.first + 1]?.lower === word;
}

/** A clear Konjunktiv, or a plural that could be one and stands where speech would. */
export function isKonjunktivClause(scene: Scene, clause: Clause): boolean {
  if (clause.finite < 0) return false;
  const verb = scene.view.verb(clause.finite)!;
  return isClearKonjunktiv(verb) || ((verb.bits & form.konjunktiv2) !== 0 && (verb.bits & form.plural) !== 0 && verb.lemma !== 'sollen' && verb.lemma !== 'wollen');
}

/** `sollte`, `wollte`: in a clause behind a speech verb they are Konjunktiv. */
function isModalPreterite(scene: Scene, clause: Clause): boolean {
  const verb = scene.view.verb(clause.finite);
  return verb !== undefined && (verb.lemma === 'sollen' || verb.lemma === 'wollen') && (verb.bits & form.konjunktiv2) !== 0;
}

/** Konjunktiv I for sure. */
export function isKonjunktiv1Clause(scene: Scene, clause: Clause): boolean {
  return clause.finite >= 0 && isClearKonjunktiv1(scene.view.verb(clause.finite)!);
}

/** `dass der Mann, der dort wohne, kommen wolle`: the clause's own verb stands behind the insertion. */
function reachesKonjunktiv(scene: Scene, unit: Unit, from: number): boolean {
  for (let next = from + 1; next < unit.clauses.length && next <= from + 3; next += 1) {
    const clause = unit.clauses[next]!;
    if (isKonjunktiv1Clause(scene, clause)) return true;
  }
  return false;
}

/** A fragment or a subordinate clause in front of a clause that starts with its verb in Konjunktiv. */
function leadsToKonjunktiv(scene: Scene, unit: Unit, from: number): boolean {
  for (let next = from + 1; next < unit.clauses.length && next <= from + 4; next += 1) {
    const clause = unit.clauses[next]!;
    if (clause.opener === ';') return false;
    if (clause.kind === 'main') return isKonjunktivClause(scene, clause) && (startsWithFinite(scene, clause) || unit.clauses[from]!.kind === 'sub');
    if (clause.kind === 'infinitive' && unit.clauses[from]!.kind === 'sub') return false;
  }
  return false;
}

function leadsToInfinitive(unit: Unit, from: number): boolean {
  const next = unit.clauses[from + 1];
  const second = unit.clauses[from + 2];
  return next?.kind === 'infinitive' && next.opener === ',' ? false : next?.kind === 'sub' && second?.kind === 'infinitive';
}

function hasVisibleWord(scene: Scene, clause: Clause): boolean {
  for (let at = clause.first; at < clause.last; at += 1) if (scene.view.hidden[at] !== quoted && scene.reading.tokens[at]!.kind === 'word') return true;
  return false;
}

function isMostlyQuotation(scene: Scene, clause: Clause): boolean {
  let words = 0;
  let inside = 0;
  for (let at = clause.first; at < clause.last; at += 1) {
    if (scene.reading.tokens[at]!.kind === 'punctuation') continue;
    words += 1;
    if (scene.view.hidden[at] === quoted) inside += 1;
  }
  return inside >= 2 && inside >= 0.3 * words;
}

/** Index behind the last clause of content that begins with clause `from`. */
export function contentEnd(scene: Scene, unit: Unit, from: number, kind: ContentKind): number {
  for (let next = from + 1; next < unit.clauses.length; next += 1) {
    if (returnsToCue(scene, unit, from, next, kind)) return next;
  }
  return unit.clauses.length;
}

function returnsToCue(scene: Scene, unit: Unit, from: number, next: number, kind: ContentKind): boolean {
  const clause = unit.clauses[next]!;
  if (clause.opener === ';') return !isKonjunktiv1Clause(scene, clause) && !leadsToKonjunktiv(scene, unit, next);
  if (clause.kind !== 'main') return false;
  if (isKonjunktivClause(scene, clause)) return false;
  const isKonjunktivContent = kind === 'verb-second' && isKonjunktivClause(scene, unit.clauses[from]!);
  const starts = startsWithFinite(scene, clause);
  if (clause.opener === 'und' || clause.opener === 'aber' || clause.opener === 'sowie' || clause.opener === 'oder') {
    if (kind === 'zu-infinitive') return starts;
    if (kind === 'dass') return starts && clause.finite >= 0 && !endsWithFinite(scene, clause);
    return starts && isKonjunktivContent;
  }
  if (starts) return kind !== 'verb-second' || isKonjunktivContent;
  const word = scene.reading.tokens[clause.first]!.lower;
  return (word === 'und' || word === 'aber' || word === 'doch' || word === 'jedoch' || word === 'denn') && (kind !== 'verb-second' || isKonjunktivContent);
}

/** `dass er kam und ging`: the coordinated verb is still in last place. */
function endsWithFinite(scene: Scene, clause: Clause): boolean {
  for (let at = clause.last - 1; at > clause.finite; at -= 1) if (scene.reading.tokens[at]!.kind !== 'punctuation') return false;
  return true;
}
