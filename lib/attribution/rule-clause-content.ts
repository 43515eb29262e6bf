/**
 * Rules `dass`, `verb-second-konjunktiv`, `zu-infinitive`: a cue clause and, behind it, what was said as a clause of its own.
 * `dass` with Konjunktiv I is speech after any verb; a verb-second clause in the indicative only after a few.
 */
import type { Span } from '../model.ts';
import { contentAfter, isKonjunktiv1Clause, isKonjunktivClause } from './content.ts';
import type { Content } from './content.ts';
import { isTalk } from './cue-speaker.ts';
import type { CueClause } from './cue-clause.ts';
import type { Case, Finding } from './finding.ts';
import { complementsOf } from './cues.ts';
import { spanOf } from './scene.ts';
import { hasZuInfinitive } from '../text/clauses.ts';

/** Findings of one unit, from left to right; content is not searched for further cues. */
export function clauseContent({ scene, unit, clauses }: Case): Finding[] {
  const found: Finding[] = [];
  let done = -1;
  const lastSpeech = unit.clauses.findLastIndex((clause) => isKonjunktiv1Clause(scene, clause));
  for (const cue of clauses) {
    // A verb that is no cue introduces nothing but Konjunktiv I: most are not asked for their subject.
    if (cue.at < done || (cue.takes === '' && cue.at >= lastSpeech)) continue;
    const joined = withoutComma(cue, scene, unit);
    if (joined) found.push({ rule: 'zu-infinitive', type: 'indirect', content: [joined], speaker: cue.speaker, cue: cue.cue, confidence: 0.75, unit: unit.index });
    const content = joined ? undefined : contentAfter(scene, unit, cue.through);
    const rule = content && ruleFor(cue, content, scene, unit);
    if (!rule) continue;
    const first = unit.clauses[content.from]!;
    const last = unit.clauses[content.to - 1]!;
    const span = spanOf(scene, first.first, last.last);
    if (!span) continue;
    found.push({ rule, type: 'indirect', content: [...before(cue, scene, unit, content), span], speaker: cue.speaker, cue: cue.cue, confidence: confidences[rule]!, unit: unit.index });
    done = content.to;
  }
  return found.length > 0 ? found : infinitiveCue({ scene, unit, clauses });
}

/** `hat angekündigt gegen das Urteil zu klagen`: the infinitive behind the participle, without a comma. */
function withoutComma(verb: CueClause, scene: Case['scene'], unit: Case['unit']): Span | undefined {
  const { first, last, kind, finite } = unit.clauses[verb.at]!;
  if (kind !== 'main' || !verb.takes.includes('z')) return undefined;
  const { cue } = verb;
  const [, end] = cue.at(-1) ?? [0, 0];
  const { tokens } = scene.reading;
  if (cue.length < 2 || end <= tokens[finite]!.end || verb.speaker.length === 0) return undefined;
  let from = first;
  while (from < last && tokens[from]!.begin < end) from += 1;
  return from + 2 < last && hasZuInfinitive(scene.view, from, last) ? spanOf(scene, from, last) : undefined;
}

/** `beeilte sich zu erklären, dass …`: the cue verb is itself an infinitive with zu. */
function infinitiveCue({ scene, unit, clauses }: Pick<Case, 'scene' | 'unit' | 'clauses'>): Finding[] {
  for (let at = 1; at + 1 < unit.clauses.length; at += 1) {
    const { kind, last } = unit.clauses[at]!;
    if (kind !== 'infinitive') continue;
    const verb = scene.view.verb(last - 1);
    const takes = verb ? complementsOf(verb.lemma, scene.view, unit.clauses[at]!.first, last) : '';
    const content = takes === '' ? undefined : contentAfter(scene, unit, at);
    const isSaid = content?.kind === 'dass' ? takes.includes('d') : content?.kind === 'verb-second' && content.isKonjunktiv && takes.includes('k');
    const by = clauses.findLast((cue) => cue.at < at && unit.clauses[cue.at]!.kind === 'main');
    if (!content || content.from !== at + 1 || !isSaid || !by || by.speaker.length === 0) continue;
    const span = spanOf(scene, unit.clauses[content.from]!.first, unit.clauses[content.to - 1]!.last);
    const word = scene.reading.tokens[last - 1]!;
    if (span) return [{ rule: content.kind === 'dass' ? 'dass' : 'verb-second-konjunktiv', type: 'indirect', content: [span], speaker: by.speaker, cue: [[word.begin, word.end]], confidence: 0.75, unit: unit.index }];
  }
  return [];
}

const confidences: Readonly<Record<string, number>> = { dass: 0.9, 'verb-second-konjunktiv': 0.9, 'zu-infinitive': 0.8, distanced: 0.75 };

function ruleFor(cue: CueClause, content: Content, scene: Case['scene'], unit: Case['unit']): string | undefined {
  const { takes } = cue;
  const isOwnSpeech = isKonjunktiv1Clause(scene, unit.clauses[cue.at]!);
  const clause = unit.clauses[cue.at]!;
  if (isOwnSpeech && (!takes.includes('k') || needsPerson.has(cue.lemma))) return undefined;
  if ((needsPerson.has(cue.lemma) || clause.kind === 'sub') && cue.speaker.length === 0 && !cue.isPassive && !isTalk(scene, clause)) return undefined;
  if (isDenied(scene, clause) || isCondition(scene, unit, cue.at, content.from)) return undefined;
  if (content.kind === 'dass') {
    const word = unit.clauses[content.from]!.subordinator;
    if (takes.includes('d')) return word !== 'ob' || asking.has(cue.lemma) ? 'dass' : undefined;
    return content.isKonjunktiv && (word === 'dass' || word === 'daß') && isKonjunktiv1Clause(scene, unit.clauses[content.from]!) ? 'dass' : undefined;
  }
  if (content.kind === 'zu-infinitive') return takes.includes('z') ? 'zu-infinitive' : undefined;
  if (content.kind === 'quotation') return undefined;
  if (content.kind === 'distanced') return isOwnSpeech || cue.speaker.length === 0 ? undefined : 'distanced';
  if (content.isKonjunktiv && (takes.includes('k') || takes.includes('d'))) return 'verb-second-konjunktiv';
  if (content.isSure && !isKonjunktivClause(scene, clause) && cue.speaker.length > 0) return 'verb-second-konjunktiv';
  return takes.includes('i') && unit.clauses[content.from]!.opener === ',' ? 'verb-second-konjunktiv' : undefined;
}

/** `Sollten sie davon erfahren, so gebe es …`: a clause that begins with its verb is the condition of the next one. */
function isCondition(scene: Case['scene'], unit: Case['unit'], at: number, next: number): boolean {
  const { first, finite } = unit.clauses[at]!;
  return at === 0 && first === finite && /^(?:dann|so)$/.test(scene.reading.tokens[unit.clauses[next]!.first]!.lower);
}

/** Verbs behind which `ob` opens what was said; behind others (`entscheidet, ob`) it is open to the author too. */
const asking = new Set(['fragen', 'nachfragen', 'diskutieren', 'überlegen', 'bezweifeln', 'zweifeln', 'erörtern']);

/** `konnte weder bestätigen noch ausschließen`, `ergibt sich`: nobody says it. */
function isDenied(scene: Case['scene'], { first, last, finite }: Case['unit']['clauses'][number]): boolean {
  const isReflexive = scene.view.verb(finite)?.lemma === 'ergeben';
  for (let at = first; at < last; at += 1) {
    const { lower } = scene.reading.tokens[at]!;
    if (lower === 'weder' || (isReflexive && lower === 'sich')) return true;
  }
  return false;
}

/** `Sicher ist, dass …` is nobody's certainty; `Sie ist sicher, dass …` is. */
const needsPerson = new Set(['sein', 'haben', 'halten', 'zeigen', 'sehen']);

/** `Das Problem sei vielmehr, sagte sie, dass …`: what stands before a verb-first cue is content too. */
function before(cue: CueClause, scene: Case['scene'], unit: Case['unit'], content: Content): Span[] {
  if (!cue.isVerbFirst || cue.at === 0 || content.kind !== 'verb-second') return [];
  const front = unit.clauses[cue.at - 1]!;
  if (front.kind === 'sub' && cue.at === 1) return [];
  const span = spanOf(scene, unit.clauses[0]!.first, front.last);
  return span ? [span] : [];
}
