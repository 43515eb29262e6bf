/**
 * A cue clause is a clause whose verb can introduce speech: `Die Ministerin kündigte gestern an`. Here its full lemma is put
 * together (finite verb, participle, separated particle), and its pieces are kept for the note's `cue`.
 */
import type { Span } from '../model.ts';
import { auxiliaries } from '../text/clauses.ts';
import type { Clause } from '../text/clauses.ts';
import { form, particles, verbForm } from '../text/verb-forms.ts';
import { speakerOf } from './cue-speaker.ts';
import { complementsOf, isCueVerb } from './cues.ts';
import type { Scene, Unit } from './scene.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

export interface CueClause {
  /** Index into the unit's clauses. */
  readonly at: number;
  readonly lemma: string;
  /** Complements it takes as a cue; empty for a verb that is none. */
  readonly takes: string;
  readonly cue: readonly Span[];
  readonly speaker: readonly Span[];
  /** Its finite verb comes first, so that something before it fills the front: mostly what was said. */
  readonly isVerbFirst: boolean;
  /** The subject stands in an earlier piece, before an insertion. */
  readonly isInterrupted: boolean;
  readonly isPassive: boolean;
  /** The last clause that still belongs to it (an apposition, a lone particle). */
  readonly through: number;
}

/** All clauses of a unit with a finite verb, as cue clauses; those that are no cues have empty `takes`. */
export function cueClausesOf(scene: Scene, unit: Unit): CueClause[] {
  const cues: CueClause[] = [];
  for (let at = 0; at < unit.clauses.length; at += 1) if (unit.clauses[at]!.finite >= 0) cues.push(new LazyCueClause(scene, unit, at));
  return cues;
}

/** Subjects are looked for when a rule asks for them: most clauses are never asked. */
class LazyCueClause implements CueClause {
  readonly lemma: string;
  readonly takes: string;
  readonly isPassive: boolean;
  #subject: Subject | undefined;
  #speaker: readonly Span[] | undefined;
  readonly #parts: VerbParts;
  readonly #scene: Scene;
  readonly #unit: Unit;
  readonly at: number;

  constructor(scene: Scene, unit: Unit, at: number) {
    const clause = unit.clauses[at]!;
    this.at = at;
    this.#scene = scene;
    this.#unit = unit;
    this.#parts = verbParts(scene, unit, clause, at);
    this.lemma = this.#parts.lemma;
    this.isPassive = this.#parts.isPassive;
    this.takes = complementsOf(this.lemma, scene.view, clause.first, edgeOfFragments(unit, at));
  }

  get cue(): readonly Span[] {
    const { tokens } = this.#scene.reading;
    return joined(this.#scene, this.#parts.tokens.map((token): Span => [tokens[token]!.begin, tokens[token]!.end]));
  }

  get speaker(): readonly Span[] {
    return (this.#speaker ??= speakerOf(this.#scene, this.#unit, this.at, this.#parts, this.#found.span));
  }

  get isVerbFirst(): boolean {
    return this.#found.isVerbFirst;
  }

  get isInterrupted(): boolean {
    return this.#found.isInterrupted;
  }

  get through(): number {
    return Math.max(this.at, this.#found.through, this.#parts.through);
  }

  get #found(): Subject {
    return (this.#subject ??= subjectOf(this.#scene, this.#unit, this.at));
  }
}

/** Neighbouring words make one span. */
function joined(scene: Scene, spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && scene.reading.text.slice(last[1], span[0]).trim() === '') result[result.length - 1] = [last[0], span[1]];
    else result.push(span);
  }
  return result;
}

interface VerbParts {
  lemma: string;
  tokens: number[];
  isPassive: boolean;
  through: number;
}

function verbParts(scene: Scene, unit: Unit, clause: Clause, at: number): VerbParts {
  const { view } = scene;
  const finite = view.verb(clause.finite)!;
  const isAuxiliary = auxiliaries.has(finite.lemma);
  if (clause.kind === 'sub') {
    const before = isAuxiliary ? verbBefore(scene, clause, clause.finite) : -1;
    if (before < 0) return { lemma: finite.lemma, tokens: [clause.finite], isPassive: false, through: at };
    return { lemma: view.verb(before)!.lemma, tokens: [before, clause.finite], isPassive: finite.lemma === 'werden', through: at };
  }
  if (isAuxiliary) {
    const end = rightEdge(scene, unit, at);
    const full = fullVerb(scene, clause, end.last, frontedParticiple(scene, clause));
    if (full >= 0) {
      const isPassive = finite.lemma === 'werden' && (view.verb(full)!.bits & form.participle) !== 0;
      return { lemma: joinedParticle(scene, full), tokens: [clause.finite, full], isPassive, through: end.through };
    }
    return { lemma: finite.lemma, tokens: [clause.finite], isPassive: false, through: at };
  }
  const end = rightEdge(scene, unit, at);
  const particle = particleAt(scene, clause, end.last);
  if (particle >= 0) {
    return { lemma: withParticle(scene.reading.tokens[particle]!.lower, finite.lemma), tokens: [clause.finite, particle], isPassive: false, through: end.through };
  }
  return { lemma: finite.lemma, tokens: [clause.finite], isPassive: false, through: at };
}

/** `sagte … weiter` is more saying; `gab … weiter` is another verb: a loose particle counts only where the joined verb is a cue. */
function withParticle(particle: string, lemma: string): string {
  const isLoose = particle === 'weiter' || particle === 'wieder' || particle === 'zusammen' || particle === 'gleich';
  return isLoose && !isCueVerb(particle + lemma) ? lemma : particle + lemma;
}

/** `hat bekannt gegeben`, `hat fest gestellt`: a particle written apart before the participle. */
function joinedParticle(scene: Scene, full: number): string {
  const { lemma } = scene.view.verb(full)!;
  const before = scene.reading.tokens[full - 1]?.lower ?? '';
  return (before === 'bekannt' || before === 'fest' || before === 'klar') && !lemma.startsWith(before) ? before + lemma : lemma;
}

/** The words that complete a cue (`zeigte sich Anna Berg, die Trainerin, zufrieden`) may stand behind an apposition. */
function edgeOfFragments(unit: Unit, at: number): number {
  let next = at;
  while (next < at + 2 && unit.clauses[next + 1]?.kind === 'fragment' && unit.clauses[next + 1]!.opener === ',') next += 1;
  return unit.clauses[next]!.last;
}

/** The clause's last token, or that of a lone verb piece behind an insertion (`Das teilte X, Sprecherin von Y, mit`). */
function rightEdge(scene: Scene, unit: Unit, at: number): { last: number; through: number } {
  const { tokens } = scene.reading;
  for (let next = at + 1; next < unit.clauses.length && next <= at + 3; next += 1) {
    const clause = unit.clauses[next]!;
    if (clause.kind === 'main') break;
    if (clause.kind !== 'fragment' || clause.opener !== ',' || clause.last - clause.first > 9) continue;
    const end = lastWord(scene, clause);
    const { lower } = tokens[end]!;
    const isParticle = particles.has(lower) && !(lower === 'ein' || lower === 'zu');
    if (isParticle || (clause.last - clause.first <= 3 && ((verbForm(lower)?.bits ?? 0) & form.participle) !== 0)) return { last: clause.last, through: next };
  }
  return { last: unit.clauses[at]!.last, through: at };
}

function lastWord(scene: Scene, clause: Clause): number {
  let at = clause.last - 1;
  while (at > clause.first && scene.reading.tokens[at]!.kind === 'punctuation') at -= 1;
  return at;
}

/** The participle or infinitive that ends the clause. */
function fullVerb(scene: Scene, clause: Clause, last: number, fronted: number): number {
  const { tokens } = scene.reading;
  for (let at = last - 1; at > clause.finite; at -= 1) {
    if (scene.view.isHidden(at) || tokens[at]!.kind === 'punctuation') continue;
    if (tokens[at]!.lower === 'worden') continue;
    const verb = scene.view.verb(at);
    if (!verb) return fronted;
    if (verb.lemma === 'werden' || verb.lemma === 'haben' || verb.lemma === 'sein' || verb.lemma === 'können') continue;
    const isZu = (verb.bits & form.zuInfinitive) !== 0 || ((verb.bits & form.infinitive) !== 0 && tokens[at - 1]!.lower === 'zu');
    const introduced = isZu ? cueParticiple(scene, clause, at) : -1;
    if (introduced >= 0) return introduced;
    return verb.bits & (form.participle | form.infinitive) ? at : -1;
  }
  return fronted;
}

/** `hat angekündigt gegen das Urteil zu klagen`: the participle of a cue verb before an infinitive that no comma parts from it; -1 without one. */
function cueParticiple({ view }: Scene, clause: Clause, before: number): number {
  for (let at = before - 1; at > clause.finite; at -= 1) {
    const verb = view.isHidden(at) ? undefined : view.verb(at);
    if (verb && (verb.bits & form.participle) !== 0 && complementsOf(verb.lemma, view, clause.first, clause.last).includes('z')) return at;
  }
  return -1;
}

/** `Vorgeworfen wurde ihnen, …`, `Besonders kritisiert wurde …`: the participle right before the finite verb; -1 without one. */
function frontedParticiple(scene: Scene, clause: Clause): number {
  const at = clause.finite - 1;
  if (at < clause.first || scene.view.isHidden(at)) return -1;
  const bits = scene.view.verb(at)?.bits ?? 0;
  return bits & form.participle ? at : -1;
}

function verbBefore(scene: Scene, clause: Clause, finite: number): number {
  for (let at = finite - 1; at > clause.first; at -= 1) {
    const verb = scene.view.verb(at);
    if (!verb) return -1;
    if (verb.lemma === 'werden' || verb.lemma === 'haben' || verb.lemma === 'sein') continue;
    return verb.bits & (form.participle | form.infinitive) ? at : -1;
  }
  return -1;
}

/** The separated particle at the clause's end, also before what hangs on behind (`teilte mit am Montag` is rare and left). */
function particleAt(scene: Scene, clause: Clause, last: number): number {
  const { tokens } = scene.reading;
  for (let at = last - 1; at > clause.finite; at -= 1) {
    const token = tokens[at]!;
    if (scene.view.isBracketed(at) || (token.kind === 'punctuation' && !scene.view.isHidden(at))) continue;
    return !scene.view.isHidden(at) && particles.has(token.lower) ? at : -1;
  }
  return -1;
}

/** Whether the clause's finite verb stands first, not counting a coordinator. */
export function startsWithFinite(scene: Scene, clause: Clause): boolean {
  for (let at = clause.first; at < clause.last; at += 1) {
    if (at === clause.finite) return true;
    const { lower } = scene.reading.tokens[at]!;
    if (lower !== 'und' && lower !== 'aber' && lower !== 'oder' && lower !== 'sondern') return false;
  }
  return scene.view.isFinite(clause.first);
}
