/**
 * What a quotation looks like from outside: whether it reads like speech, or like the name or title of something. Speech has a
 * verb, a sentence's end or many words; or it begins with a small letter, as no title does. Names are mostly capitals and stand
 * behind an article; titles stand behind a noun that names them (`der Film „…“`).
 */
import type { Span } from '../model.ts';
import { halve } from '../text/halve.ts';
import { afterVerb, determiners, fronting, prepositions, subjectPronouns, subordinators } from '../text/function-words.ts';
import { bracketed } from '../text/hidden-tokens.ts';
import type { Quotation, Token } from '../text/reading.ts';
import { finiteBits, form, verbOf } from '../text/verb-forms.ts';
import { factOf } from '../text/words.ts';
import type { CueClause } from './cue-clause.ts';
import { isTitleNoun, isWordNoun, namingVerbs } from './cues.ts';
import type { Case, Finding } from './finding.ts';
import { isCapitalAt } from './scene.ts';

export interface Quote {
  readonly quotation: Quotation;
  /** Its tokens with marks. */
  readonly first: number;
  readonly last: number;
  readonly words: number;
  readonly isSpeech: boolean;
  /** It looks like a name: capitals behind a noun or determiner. */
  readonly isName: boolean;
  readonly isBehindNoun: boolean;
  /** The noun before it says that something is called so (`Titel`, `Film`, `Zeitung`). */
  readonly isBehindTitleNoun: boolean;
  readonly isBehindDeterminer: boolean;
  /** Several words behind an article, held together by small ones (`die „Achse des Bösen“`). */
  readonly isPhrase: boolean;
  /** Two words or more, each with a capital: a name. */
  readonly isAllCapital: boolean;
  readonly isBracketed: boolean;
  /** A sentence's final mark stands inside. */
  readonly isClosed: boolean;
  /** It begins with a small letter, as words cut out of a sentence do. */
  readonly isSmall: boolean;
  /** One noun: inside somebody's speech it is the author who marks it, or a name. */
  readonly isLoneNoun: boolean;
  /** One verb in quotation marks: the author winces at the word. */
  readonly isVerb: boolean;
  /** More capitals than small letters begin its words. */
  readonly isMostlyCapital: boolean;
  /** A clause of its own: a finite verb and what can be its subject. */
  readonly isClause: boolean;
}

/** Looks at one quotation of the unit; gives what the rules for direct speech ask. */
export function measure(one: Case, quotation: Quotation): Quote {
  const { scene, unit } = one;
  const { tokens, text } = scene.reading;
  const first = tokenAt(tokens, unit.first, unit.last, quotation.begin);
  let last = first;
  let words = 0;
  let capitals = 0;
  let hasVerb = false;
  let isWorded = false;
  for (; last < tokens.length && tokens[last]!.end <= quotation.end; last += 1) {
    if (tokens[last]!.kind === 'punctuation') continue;
    words += 1;
    if (tokens[last]!.kind === 'number' || isCapitalAt(scene, last)) capitals += 1;
    if (isPlainWord(tokens[last]!.word)) isWorded = true;
    if (!hasVerb && ((verbOf(tokens[last]!.word)?.bits ?? 0) & finiteBits) !== 0 && !isCapitalAt(scene, last)) hasVerb = true;
  }
  const inner = text.slice(quotation.inner[0], quotation.inner[1]);
  const isSmall = /^\p{Ll}/u.test(inner);
  if (isSmall && capitals > 0 && capitals < words) isWorded = true;
  const isClosed = /[.!?…]\s*$/.test(inner);
  const isSpeech = (hasVerb && words >= 3) || (words >= 3 && isClosed) || words >= 7;
  const before = tokens[first - 1];
  const isBehindNoun = before !== undefined && before.kind === 'word' && isCapitalAt(scene, first - 1) && first - 1 > unit.first && before.lower !== 'beispiel';
  const isBehindDeterminer = before !== undefined && (determiners.has(before.lower) || contracted.has(before.lower));
  const isBehindAdjective = before !== undefined && /^[a-zäöüß]{4,}(?:en|er|es|e)$/.test(before.lower) && !isCapitalAt(scene, first - 1) && !verbOf(before.word);
  const isSmallName = isSmall && words >= 2 && capitals === 0 && !isWorded && isBehindDeterminer;
  const isName = isSmallName || (!hasVerb && (!isSpeech || words > 3) && capitals * 2 > words && (isBehindNoun || isBehindDeterminer || (words > 1 && isBehindAdjective)));
  return {
    quotation, first, last, words, isSpeech, isName, isBehindNoun, isBehindDeterminer,
    isBehindTitleNoun: before !== undefined && first > unit.first && isTitleNoun(before.lower, isCapitalAt(scene, first - 1)) && !(isSmall && isWorded),
    isBracketed: before?.lower === '(' || (first > unit.first && scene.view.hidden[first - 1] === bracketed),
    isSmall, isVerb: words === 1 && hasVerb,
    isLoneNoun: words === 1 && capitals === 1, isMostlyCapital: capitals * 2 > words, isClause: words >= 3 && holdsClause(one, first, last),
    isClosed, isAllCapital: words >= 2 && capitals === words, isPhrase: words >= 3 && isBehindDeterminer && capitals < words,
  };
}

/** A verb form, a small word or an adjective: words of German, not of a name that is written small (`die „nordwerk energie gmbh“`). */
const isPlainWord = factOf((word) => {
  const { lower } = word;
  return verbOf(word) !== undefined || determiners.has(lower) || prepositions.has(lower) || fronting.has(lower) || afterVerb.has(lower) || degrees.has(lower) || adjective.test(lower);
});

const degrees = new Set(['ganz', 'höchst', 'kaum', 'mehr', 'nicht', 'sehr', 'viel', 'völlig', 'wenig', 'weniger']);
const adjective = /(?:ig|lich|isch|sam|bar|haft|los|voll|iv|ell|ent|ant|ös)(?:e[mnrs]?)?$|[^aeiouäöü]{1,4}e[mnrs]$/;

/**
 * A verb that can only be finite, with a pronoun or noun beside it. `haben` and `kopiert` could as well be an infinitive or a participle
 * that belongs to the author's own sentence: beside them a pronoun in the nominative is wanted.
 */
function holdsClause({ scene }: Case, first: number, last: number): boolean {
  let verb = 0;
  // `dass die Regeln verletzt werden`: the first word says that a finite verb comes.
  let subject = subordinators.has(scene.reading.tokens[first + 1]?.lower ?? '') ? 2 : 0;
  for (let at = first; at < last; at += 1) {
    const { lower, word } = scene.reading.tokens[at]!;
    const isNoun = isCapitalAt(scene, at) && at > first + 1;
    const bits = isNoun || scene.reading.tokens[at - 1]?.lower === 'zu' ? 0 : (verbOf(word)?.bits ?? 0);
    if ((bits & finiteBits) !== 0) verb = Math.max(verb, (bits & (form.participle | form.infinitive)) === 0 && lower !== 'bin' ? 2 : 1);
    else if (nominatives.has(lower)) subject = 2;
    else if (isNoun || subjectPronouns.has(lower) || isCapitalAt(scene, at)) subject = Math.max(subject, 1);
  }
  return verb > 0 && subject > 0 && verb + subject > 2;
}

const nominatives = new Set(['du', 'er', 'es', 'ich', 'man', 'sie', 'wer', 'wir']);

/** The finding that a rule makes of a quotation: the stretch with its marks. */
export function make({ unit }: Case, { quotation }: Quote, rule: string, speaker: readonly Span[], cue: readonly Span[], confidence: number): Finding {
  return { rule, type: 'direct', content: [[quotation.begin, quotation.end]], speaker, cue, confidence, unit: unit.index };
}

/** The cue clause in which a quotation stands, or whose complement with `als` or `von` it is, parted by an insertion (`bezeichnete das, sollte es stimmen, als „…“`). */
export function cueOf({ scene, unit, clauses }: Case, quote: Quote): CueClause | undefined {
  const at = unit.clauses.findIndex((clause) => clause.first <= quote.first && quote.first < clause.last);
  const own = clauses.find((clause) => clause.at === at);
  if (own || at < 0) return own;
  const { lower } = scene.reading.tokens[unit.clauses[at]!.first]!;
  if (lower !== 'als' && lower !== 'von') return undefined;
  const earlier = clauses.filter((cue) => cue.at < at && unit.clauses[cue.at]!.kind === 'main');
  return earlier.findLast((cue) => cue.takes !== '') ?? earlier.at(-1);
}

/** The speaker's own name in quotation marks (`Die „Nordpost“ schreibt`). */
export function subjectHolds(cue: CueClause, quote: Quote): boolean {
  return cue.speaker.some((span) => holds(span, quote)) && speakerBefore(cue, quote) === undefined;
}

/** The speaker of a cue, without the quotation that stands right behind him and is what he says (`forderte Kern „Mehr Zeit für alle“`). */
export function speakerOf(cue: CueClause, quote: Quote): readonly Span[] {
  return speakerBefore(cue, quote) ?? cue.speaker;
}

/** What of the subject stands before a quotation that closes it and is speech, or that the verb gives a name to; undefined where the marks belong to the subject. */
function speakerBefore({ speaker, takes, lemma }: CueClause, quote: Quote): readonly Span[] | undefined {
  const [span] = speaker;
  if (!span || !holds(span, quote) || span[1] > quote.quotation.end || quote.isBehindTitleNoun || !takes.includes('q')) return undefined;
  const isSaid = quote.isSpeech || (namingVerbs.has(lemma) && quote.isBehindNoun && !quote.isAllCapital);
  return isSaid && quote.quotation.begin - 1 > span[0] ? [[span[0], quote.quotation.begin - 1]] : undefined;
}

function holds([begin, end]: Span, { quotation }: Quote): boolean {
  return begin <= quotation.begin && quotation.end <= end;
}

const contracted = new Set(['im', 'am', 'zum', 'zur', 'vom', 'beim', 'von', 'zu', 'in', 'auf', 'laut', 'gegenüber', 'namens']);

/** Index of the first of these tokens that begins at or after an offset; halved instead of walked, as one sentence may hold ten thousand quotations. */
function tokenAt(tokens: readonly Token[], from: number, to: number, offset: number): number {
  return halve(from, to, (at) => tokens[at]!.begin < offset);
}

/** A noun right before it makes it a title (`mit dem Titel „…“`); an object before it does not (`wirft der Firma „Betrug“ vor`). */
export function isTitled({ isBehindNoun, isBehindTitleNoun, isAllCapital, isSmall, isSpeech }: Quote, before: string, isNaming: boolean): boolean {
  if (isBehindTitleNoun || (isBehindNoun && isAllCapital)) return true;
  return isBehindNoun && !isSmall && !isSpeech && !isNaming && !isWordNoun(before);
}
