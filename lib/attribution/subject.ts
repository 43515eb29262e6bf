/**
 * Who says it: the subject, found from the place of the finite verb. Before it in a plain main clause; behind it when
 * something else fills the front (an adverb, a prepositional phrase, what was said); behind the opener in a subordinate
 * clause; in an earlier piece when an insertion stands between (`Anna Berg, die das Amt leitet, sagte`). Appositions stay.
 */
import type { Span } from '../model.ts';
import type { Clause } from '../text/clauses.ts';
import { afterVerb, coordinators, datives, fronting, prepositions, questions, relatives, subjectPronouns, timeWords } from '../text/function-words.ts';
import { quoted } from '../text/hidden-tokens.ts';
import { isCapital, nounPhraseAt } from '../text/noun-phrase.ts';
import type { NounPhrase } from '../text/noun-phrase.ts';
import { form } from '../text/verb-forms.ts';
import type { Scene, Unit } from './scene.ts';
import { firstPhrase } from './first-phrase.ts';
import { spanOf, textOf } from './scene.ts';
import { isSomebody } from './source-class.ts';
import { speakerPhrase } from './speaker-phrase.ts';

export interface Subject {
  span?: Span;
  isVerbFirst: boolean;
  isInterrupted: boolean;
  /** Index of the last clause it reaches into. */
  through: number;
}

/** The subject of the clause at index `at`, which has a finite verb. */
export function subjectOf(scene: Scene, unit: Unit, at: number): Subject {
  const clause = unit.clauses[at]!;
  if (clause.kind === 'sub') return subordinateSubject(scene, unit, clause, at);
  const front = frontOf(scene, clause);
  if (front < clause.finite) {
    const isSubject = canBeSubject(scene, front, clause.finite) && !isLoneAdverb(scene, clause, front);
    if (isSubject) return { span: withoutTail(scene, frontStart(scene, unit, at, front), clause.finite), isVerbFirst: false, isInterrupted: false, through: at };
    const pointsBack = at > 0 && front + 1 === clause.finite && pointers.has(scene.reading.tokens[front]!.lower);
    const behind = behindVerb(scene, unit, clause, at);
    if (!behind.span && isNobleName(scene, front, clause.finite)) return { span: spanOf(scene, front, clause.finite), isVerbFirst: false, isInterrupted: false, through: at };
    return { ...behind, isVerbFirst: pointsBack || isQuotedOnly(scene, front, clause.finite), isInterrupted: false };
  }
  return verbFirstSubject(scene, unit, clause, at);
}

/** `…, so erklärte sie`, `…, das entschied sie`: words that take up what stands before. */
const pointers = new Set(['so', 'das', 'dies']);

/** `Von der Linden betonte`: a name that begins like a preposition. */
function isNobleName(scene: Scene, front: number, finite: number): boolean {
  const { tokens } = scene.reading;
  return (tokens[front]!.lower === 'von' || tokens[front]!.lower === 'zu') && finite - front <= 3 && isCapital(scene.view, finite - 1);
}

/** The first token of the clause behind coordinators. */
function frontOf(scene: Scene, clause: Clause): number {
  let at = clause.first;
  while (at < clause.finite && !scene.view.isHidden(at) && coordinators.has(scene.reading.tokens[at]!.lower)) at += 1;
  return at;
}

function isQuotedOnly(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (scene.view.hidden[at] !== quoted && scene.reading.tokens[at]!.kind !== 'punctuation') return false;
  return true;
}

function canBeSubject(scene: Scene, first: number, finite: number): boolean {
  const { tokens } = scene.reading;
  const { lower } = tokens[first]!;
  if (scene.view.hidden[first] === quoted) return !isQuotedOnly(scene, first, finite);
  if (lower === 'es' || lower === 'hier' || lower === 'als' || lower === 'das' && first + 1 === finite || lower === 'dies' || datives.has(lower) || accusatives.has(lower) || (questions.has(lower) && lower !== 'wer')) return false;
  if (isTimePhrase(scene, first, finite) || isFeminineDative(scene, first, finite) || isPluralObject(scene, first, finite)) return false;
  if (prepositions.has(lower) || (fronting.has(lower) && !subjectPronouns.has(lower))) {
    return (lower === 'auch' || lower === 'selbst' || lower === 'nur' || lower === 'sogar') && first + 1 < finite && canBeSubject(scene, first + 1, finite);
  }
  if (tokens[finite + 1] && isNominative(tokens[finite + 1]!.lower)) return false;
  if (subjectPronouns.has(lower) && first + 1 === finite) return true;
  for (let at = first; at < finite; at += 1) if (isCapital(scene.view, at) || scene.view.hidden[at] === quoted) return true;
  return subjectPronouns.has(lower) || tokens[first]!.kind === 'number' || lower === 'viele' || lower === 'einige' || lower === 'manche' || lower === 'mehrere';
}

/** Articles that never begin a subject. */
const accusatives = new Set(['einen', 'keinen', 'diesen', 'jenen', 'seinen', 'ihren', 'unseren', 'jeden']);

/** `Wenige Stunden nach dem Putsch`: a span of time fills the front. */
function isTimePhrase(scene: Scene, first: number, finite: number): boolean {
  for (let at = first + 1; at < Math.min(finite, first + 4); at += 1) {
    if (!isCapital(scene.view, at)) continue;
    return /^(?:sekunden|minuten?|stunden?|tage?|wochen?|monate?|jahre?|mal|male)$/.test(scene.reading.tokens[at]!.lower);
  }
  return false;
}

/** `Der Zeitung sagte die Ministerin`: `der` before a feminine noun is dative, and a subject stands behind the verb. */
function isFeminineDative(scene: Scene, first: number, finite: number): boolean {
  if (scene.reading.tokens[first]!.lower !== 'der') return false;
  for (let at = first + 1; at < finite; at += 1) {
    if (isCapital(scene.view, at)) return /(?:ung|heit|keit|schaft|tion|sion|agentur|presse|polizei|tät)$/.test(scene.reading.tokens[at]!.lower);
  }
  return false;
}

/** `Die jungen Mönche beschrieb die Agentur`: an adjective in -en behind `die` makes a plural, which a verb in the singular does not go with. */
function isPluralObject(scene: Scene, first: number, finite: number): boolean {
  const { tokens } = scene.reading;
  if (tokens[first]!.lower !== 'die' || isCapital(scene.view, first + 1) || !/.{3}en$/.test(tokens[first + 1]!.lower) || !isCapital(scene.view, first + 2)) return false;
  const bits = scene.view.verb(finite)?.bits ?? 0;
  return (bits & form.singular) !== 0 && (bits & form.plural) === 0;
}

/** `Relativierend fügt sie hinzu`: one word in front that looks like an adverb, with a phrase right behind the verb. */
function isLoneAdverb(scene: Scene, clause: Clause, front: number): boolean {
  if (front + 1 !== clause.finite) return false;
  const { lower } = scene.reading.tokens[front]!;
  return /(?:end|weise|mals|lich|gemäß|ig|haft|sam|falls|wärts|dings|seits|sicher|klar|offen|unklar|bekannt|fraglich|besorgt|verärgert|enttäuscht|überrascht|erleichtert)$/.test(lower) && firstPhrase(scene, clause.finite + 1, clause.last) !== undefined;
}

/** `Die Chefin der Behörde, Anna Berg sagte`: the phrase began in the piece before. */
function frontStart(scene: Scene, unit: Unit, at: number, front: number): number {
  const before = unit.clauses[at - 1];
  if (at !== 1 || unit.clauses[at]!.opener !== ',' || before?.kind !== 'fragment' || !startsSubject(scene, before)) return front;
  return before.first;
}

function isNominative(lower: string): boolean {
  return lower === 'er' || lower === 'man' || lower === 'wir' || lower === 'ich';
}

/** The front field without leading `auch` and without adverbs or times at its end (`Die Polizei hingegen`, `Der Sprecher am Montag`). */
function withoutTail(scene: Scene, first: number, finite: number): Span | undefined {
  const { tokens } = scene.reading;
  let from = first;
  let to = finite;
  while (from < to - 1 && ['auch', 'selbst', 'nur', 'sogar', 'doch', 'denn'].includes(tokens[from]!.lower)) from += 1;
  while (to > from + 1) {
    const { lower } = tokens[to - 1]!;
    const isAdverb = !isCapital(scene.view, to - 1) && scene.view.hidden[to - 1] === 0 && (fronting.has(lower) || afterVerb.has(lower));
    const isTime = timeWords.has(lower) && (tokens[to - 2]!.lower === 'am' || tokens[to - 2]!.lower === 'im');
    if (isTime) to -= 2;
    else if (isAdverb || lower === ',') to -= 1;
    else break;
  }
  return spanOf(scene, from, to);
}

function subordinateSubject(scene: Scene, unit: Unit, clause: Clause, at: number): Subject {
  const none = { isVerbFirst: false, isInterrupted: false, through: at };
  const { tokens } = scene.reading;
  const isRelative = relatives.has(clause.subordinator);
  const opener = tokens[clause.first]!;
  if (isRelative && nominativeRelatives.has(opener.lower)) return { ...none, span: ownSubject(scene, clause) ?? [opener.begin, opener.end] };
  const from = clause.first + (isRelative && opener.lower !== clause.subordinator ? 2 : 1);
  const found = clause.subordinator === 'wie' && prepositions.has(tokens[from]?.lower ?? '') ? nounPhraseAt(scene.view, from + 1, clause.finite) : firstPhrase(scene, from, clause.finite);
  return { ...none, ...found && { span: spanOf(scene, found.first, found.last) } };
}

/** `das Kern „historisch“ nennt`, `die der Minister ablehnt`: what stands right behind the pronoun can only be a nominative, so that the pronoun is the object. */
function ownSubject(scene: Scene, clause: Clause): Span | undefined {
  const at = clause.first + 1;
  const { lower } = scene.reading.tokens[at]!;
  const opener = clause.subordinator;
  const isSingular = ((scene.view.verb(clause.finite)?.bits ?? 0) & form.singular) !== 0;
  const isObject = opener !== 'der' && opener !== 'welcher';
  if (!isObject || !(isNominative(lower) || lower === 'sie' || lower === 'der' || (isSingular && opener !== 'die' && isCapital(scene.view, at)))) return undefined;
  const phrase = nounPhraseAt(scene.view, at, clause.finite);
  const span = phrase && spanOf(scene, phrase.first, phrase.last);
  return span && (phrase.last === at + 1 || isSomebody(textOf(scene, span))) ? span : undefined;
}

const nominativeRelatives = new Set(['der', 'die', 'das', 'welche', 'welcher', 'welches']);

function behindVerb(scene: Scene, unit: Unit, clause: Clause, at: number): { span?: Span; through: number } {
  const phrase = firstPhrase(scene, clause.finite + 1, clause.last);
  return phrase ? withApposition(scene, unit, clause, at, speakerPhrase(scene, phrase, clause.last)) : { through: at };
}

/** `…, sagte die Ministerin für Digitales, Anna Berg, am Montag`: a piece without a verb directly behind belongs to it. */
function withApposition(scene: Scene, unit: Unit, clause: Clause, at: number, phrase: NounPhrase): { span?: Span; through: number } {
  const next = unit.clauses[at + 1];
  // A pronoun takes nothing along (`forderte er vom Ausschuss`).
  if (alone.has(scene.reading.tokens[phrase.first]!.lower)) return { span: spanOf(scene, phrase.first, phrase.first + 1), through: at };
  const isApposition = phrase.last === clause.last && next !== undefined && next.kind === 'fragment' && next.opener === ',' && startsPhrase(scene, next);
  if (!isApposition) return { span: spanOf(scene, phrase.first, phrase.last), through: at };
  const inner = nounPhraseAt(scene.view, next.first, next.last)!;
  return { span: spanOf(scene, phrase.first, inner.last), through: at + 1 };
}

const alone = new Set(['er', 'ich', 'man', 'sie', 'wir']);

function startsPhrase(scene: Scene, clause: Clause): boolean {
  if (scene.view.hidden[clause.first] === quoted) return false;
  const phrase = nounPhraseAt(scene.view, clause.first, clause.last);
  return phrase !== undefined && isCapital(scene.view, phrase.head);
}

function verbFirstSubject(scene: Scene, unit: Unit, clause: Clause, at: number): Subject {
  if (at === 0) return { ...behindVerb(scene, unit, clause, at), isVerbFirst: false, isInterrupted: false };
  if (clause.opener !== ',' && clause.opener !== '–' && clause.opener !== ':') return { ...sharedSubject(scene, unit, at), isVerbFirst: false, isInterrupted: false, through: at };
  if (scene.reading.tokens[clause.finite + 1]?.lower === 'es') return { isVerbFirst: true, isInterrupted: false, through: at };
  const start = interruptedFrom(scene, unit, at);
  const behind = behindVerb(scene, unit, clause, at);
  const isDirectlyBehind = behind.span !== undefined && isNear(scene, clause, behind.span);
  if (start < 0 && !isDirectlyBehind) return { ...sharedSubject(scene, unit, at), isVerbFirst: false, isInterrupted: false, through: at };
  if (start >= 0 && (at - start >= 2 || !isDirectlyBehind)) {
    const span = spanOf(scene, unit.clauses[start]!.first, endOfInterrupted(unit, start, at));
    return { ...(span && { span: trimFront(scene, span, unit, start) }), isVerbFirst: false, isInterrupted: true, through: at };
  }
  return { ...behind, isVerbFirst: true, isInterrupted: false };
}

/** The subject keeps an apposition, not a relative clause. */
function endOfInterrupted(unit: Unit, start: number, at: number): number {
  let last = unit.clauses[start]!.last;
  for (let next = start + 1; next < at && unit.clauses[next]!.kind === 'fragment'; next += 1) last = unit.clauses[next]!.last;
  return last;
}

function trimFront(scene: Scene, span: Span, unit: Unit, start: number): Span {
  const { tokens } = scene.reading;
  let { first } = unit.clauses[start]!;
  while (['auch', 'selbst', 'und', 'aber', 'doch'].includes(tokens[first]!.lower)) first += 1;
  return tokens[first]!.begin < span[1] ? [tokens[first]!.begin, span[1]] : span;
}

function isNear(scene: Scene, clause: Clause, span: Span): boolean {
  const { tokens } = scene.reading;
  for (let at = clause.finite + 1; at < clause.last; at += 1) {
    if (tokens[at]!.begin >= span[0]) return true;
    if (!afterVerb.has(tokens[at]!.lower) && !fronting.has(tokens[at]!.lower)) return false;
  }
  return false;
}

/** Where the clause began that an insertion interrupts: a fragment at the unit's begin that starts a noun phrase, with no finite main clause between. */
function interruptedFrom(scene: Scene, unit: Unit, at: number): number {
  for (let back = at - 1; back >= 0; back -= 1) {
    const clause = unit.clauses[back]!;
    if (clause.kind === 'main' || clause.kind === 'infinitive' || (clause.kind === 'sub' && !relatives.has(clause.subordinator))) return -1;
    const isFirst = back === 0 || unit.clauses[back - 1]!.kind === 'main';
    if (isFirst) return clause.kind === 'fragment' && startsSubject(scene, clause) ? back : -1;
  }
  return -1;
}

function startsSubject(scene: Scene, clause: Clause): boolean {
  const { tokens } = scene.reading;
  let { first } = clause;
  while (first < clause.last && ['auch', 'selbst', 'und', 'aber', 'doch'].includes(tokens[first]!.lower)) first += 1;
  if (first >= clause.last || prepositions.has(tokens[first]!.lower) || scene.view.hidden[first] === quoted) return false;
  return nounPhraseAt(scene.view, first, clause.last) !== undefined;
}

/** A coordinated verb phrase shares the subject of the clause before. */
function sharedSubject(scene: Scene, unit: Unit, at: number): { span?: Span } {
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    const clause = unit.clauses[back]!;
    if (clause.finite >= 0 && clause.kind === 'main') {
      const { span } = subjectOf(scene, unit, back);
      return span ? { span } : {};
    }
  }
  return {};
}
