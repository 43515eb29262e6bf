/**
 * Rules `direct-clause`, `direct-voiced`: verbatim words without a frame. The same marks stand around names, titles, terms and words at which
 * the author winks, so there must be evidence of another voice:
 *
 *   direct-clause  the marks hold a clause with its own subject and verb, or three words or more, cut out of a sentence, of which the last is
 *                  no infinitive or participle that the author's own verb needs
 *   direct-voiced  words cut out of a sentence (they begin small), and somebody who can speak judges with them (`als`, `für`), is in the
 *                  state they tell of (`zeigte sich „…“`, `für X war das „…“`), gives them as a reason or a will (`aus „…“`,
 *                  `will „…“`), has just spoken, or is quoted in the same sentence, which may sum up a speech act (`geht von einem „…“ aus`);
 *                  or a noun calls them words (`die Aufschrift „…“`), or an attribute names who judges (`von X als „…“ gefeiert`)
 */
import type { Span } from '../model.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import { form, verbForm } from '../text/verb-forms.ts';
import { isKonjunktivClause } from './content.ts';
import type { CueClause } from './cue-clause.ts';
import { callingVerbs, cueNouns, isTitleNoun, isWordNoun, judgingVerbs, namingVerbs, sumsUp } from './cues.ts';
import { inheritedSpeaker } from './finding.ts';
import type { Case, Finding } from './finding.ts';
import { cueOf, make, subjectHolds } from './quote.ts';
import type { Quote } from './quote.ts';
import { isCapitalAt, spanOf, textOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { isSomebody } from './source-class.ts';

/** So many words, cut out of a sentence so that they begin small, are no term; so many in all are no name. */
const cutOutWords = 3;
const manyWords = 5;

/** Takes a quotation that no frame explains, and the one found before it in its sentence; gives whose words it holds where there is evidence that they are somebody's. */
export function unframed(one: Case, quote: Quote, before: Finding | undefined): Finding | undefined {
  const judged = attributive(one, quote);
  if (judged) return judged;
  const cue = cueOf(one, quote);
  if (isTitle(one, quote) || (cue && isCalled(one, quote, cue))) return undefined;
  if (quote.isClause) return nearest(one, quote, cue);
  return worded(one, quote, cue) ?? spokenOf(one, quote) ?? voiced(one, quote, cue, before) ?? (isCutOut(one, quote) ? nearest(one, quote, cue) : undefined);
}

/** `das von Kern als „Meilenstein“ gefeierte Abkommen`: the judgement is made by the way, in an attribute that names its maker. */
function attributive(one: Case, quote: Quote): Finding | undefined {
  const { scene, unit } = one;
  const { tokens } = scene.reading;
  const behind = tokens[quote.last];
  if (!behind || quote.isBracketed || tokens[quote.first - 1]?.lower !== 'als' || !/e[mnrs]?$/.test(behind.lower)) return undefined;
  const participle = verbForm(behind.lower.replace(/e[mnrs]?$/, ''));
  if (!participle || (participle.bits & form.participle) === 0 || !(namingVerbs.has(participle.lemma) || judgingVerbs.has(participle.lemma))) return undefined;
  for (let at = quote.first - 2; at >= Math.max(unit.first, quote.first - 9); at -= 1) {
    if (tokens[at]!.kind === 'punctuation') return undefined;
    if (!/^(?:durch|vom|von)$/.test(tokens[at]!.lower)) continue;
    const phrase = nounPhraseAt(scene.view, at + 1, quote.first - 1);
    const span = phrase && spanOf(scene, phrase.first, phrase.last);
    return span && isSomebody(textOf(scene, span)) ? make(one, quote, 'direct-voiced', [span], [[behind.begin, behind.end]], 0.7) : undefined;
  }
  return undefined;
}

/** A name, a title, a part of a compound, a gloss in brackets. */
function isTitle({ scene, unit }: Case, quote: Quote): boolean {
  const { tokens, text } = scene.reading;
  const before = tokens[quote.first - 1]?.lower ?? '';
  if (quote.isBracketed || text[quote.quotation.begin] === "'" || text[quote.quotation.end] === '-') return true;
  if (isWordNoun(before) || /^(?:lesen|hören)$/.test(tokens[quote.last + 1]?.lower ?? '')) return false;
  if (quote.isName || quote.isBehindTitleNoun || (quote.isBehindNoun && !quote.isSmall)) return true;
  return quote.first > unit.first && /^(?:so|sogenannte[mnrs]?|namens|titels|alias)$/.test(before);
}

/** What something is called, sung or headed: `nennt sich „…“`, `„…“ heißt das Kapitel`. */
function isCalled({ scene, unit }: Case, quote: Quote, { lemma, at }: CueClause): boolean {
  if (callingVerbs.has(lemma)) return true;
  const { first, last } = unit.clauses[at]!;
  const isFront = quote.first === first;
  for (let token = first; token < last; token += 1) {
    const { lower } = scene.reading.tokens[token]!;
    if (scene.view.isHidden(token)) continue;
    if ((lemma === 'nennen' && lower === 'sich') || (isFront && isCapitalAt(scene, token) && isTitleNoun(lower, true))) return true;
  }
  return false;
}

/** The words are the sentence's subject's, if that can speak, else the last speaker's. */
function nearest(one: Case, quote: Quote, cue: CueClause | undefined): Finding {
  // `Er gilt als „…“`: they are others' words about him.
  if (cue?.lemma === 'gelten') return make(one, quote, 'direct-clause', [], cue.cue, 0.7);
  const own = cue && !subjectHolds(cue, quote) && canSpeak(one, cue.speaker) ? cue : undefined;
  const speaker = own?.speaker ?? inheritedSpeaker(one);
  return make(one, quote, 'direct-clause', canSpeak(one, speaker) ? speaker : [], own?.cue ?? [], 0.7);
}

/** Words that were a sentence, or a piece of one that is no name: behind a determiner a noun must close it (`die „völlig neue Lage“`, `die „völlig neue“ Lage`). */
function isCutOut(one: Case, quote: Quote): boolean {
  if (quote.words >= manyWords && quote.isClosed) return true;
  if (quote.words < cutOutWords || !quote.isSmall || quote.isMostlyCapital || completes(one, quote)) return false;
  return !(quote.isBehindDeterminer || quote.isBehindNoun) || endsInNoun(one, quote) || isCapitalAt(one.scene, quote.last);
}

/** `Plakate mit der Aufschrift „…“`, `Schilder mit „…“`, `Rufe wie „…“`, `war „…“ zu lesen`: words that are spoken or written, without a verb of saying. */
function worded(one: Case, quote: Quote, cue: CueClause | undefined): Finding | undefined {
  const { scene, unit } = one;
  const { tokens } = scene.reading;
  let at = quote.first - 1;
  while (at > unit.first && examples.has(tokens[at]!.lower)) at -= 1;
  const isSigned = tokens[quote.last]?.lower === 'zu' && /^(?:lesen|hören)$/.test(tokens[quote.last + 1]?.lower ?? '');
  if (!isSigned && (at < unit.first || quote.words < 2 || !isCapitalAt(scene, at) || !isWordNoun(tokens[at]!.lower) || !isCarried(scene, at, at < quote.first - 1))) return undefined;
  const speaker = isSigned ? placeOf(one, quote) : cue && canSpeak(one, cue.speaker) ? cue.speaker : [];
  const sign = isSigned ? tokens[quote.last + 1]! : tokens[at]!;
  return make(one, quote, 'direct-voiced', speaker, [[sign.begin, sign.end]], 0.7);
}

/** `Auf Transparenten war „…“ zu lesen`: where it stands is all that is known of who says it. */
function placeOf({ scene, unit }: Case, { first }: Quote): readonly Span[] {
  for (let at = unit.first; at < first; at += 1) {
    if (scene.view.isHidden(at) || !/^(?:auf|aus|im|in)$/.test(scene.reading.tokens[at]!.lower)) continue;
    const phrase = nounPhraseAt(scene.view, at + 1, first);
    const span = phrase && spanOf(scene, phrase.first, phrase.last);
    if (span) return [span];
  }
  return [];
}

/** `mit der Aufschrift`, `unter Rufen wie`; `Die Rufe „…“ hallten` only names them. */
function isCarried(scene: Scene, noun: number, isExample: boolean): boolean {
  const { tokens } = scene.reading;
  return isExample || carriers.has(tokens[noun - 1]?.lower ?? '') || carriers.has(tokens[noun - 2]?.lower ?? '');
}

const carriers = new Set(['auf', 'mit', 'unter']);
const examples = new Set(['wie', 'etwa', 'mit', 'zum', 'beispiel', 'z', '.', 'b']);

/** `der Vorwurf der „Untätigkeit“`, `die Forderung nach „sofortiger Hilfe“`: a noun of saying, and of what. */
function spokenOf(one: Case, quote: Quote): Finding | undefined {
  const { scene, unit } = one;
  const { tokens } = scene.reading;
  for (let at = quote.first - 1; at >= Math.max(unit.first, quote.first - 4); at -= 1) {
    const { lower, begin, end, kind } = tokens[at]!;
    if (kind === 'punctuation') return undefined;
    if (!isCapitalAt(scene, at)) continue;
    if (!cueNouns.has(lower) || at === quote.first - 1) return undefined;
    const cue = cueOf(one, quote);
    const own = cue && !subjectHolds(cue, quote) && canSpeak(one, cue.speaker) ? cue.speaker : [];
    return make(one, quote, 'direct-voiced', own, [[begin, end]], 0.7);
  }
  return undefined;
}

/** `hat die „Hausaufgaben kopiert“`, `lernt „Bücher zu lesen“`: the marks end with an infinitive or a participle, which the author's own verb needs. */
function completes({ scene }: Case, quote: Quote): boolean {
  const end = lastWord(scene, quote);
  const bits = isCapitalAt(scene, end) ? 0 : (verbForm(scene.reading.tokens[end]!.lower)?.bits ?? 0);
  return (bits & (form.participle | form.infinitive | form.zuInfinitive)) !== 0;
}

function canSpeak({ scene }: Case, speaker: readonly Span[]): boolean {
  return speaker.length > 0 && isSomebody(textOf(scene, speaker[0]!));
}

function voiced(one: Case, quote: Quote, cue: CueClause | undefined, before: Finding | undefined): Finding | undefined {
  if (quote.isVerb) return undefined;
  const isPiece = quote.isSmall && quote.words >= 2;
  if (before && isPiece) return make(one, quote, 'direct-voiced', before.speaker, before.cue, 0.7);
  if (!cue || (completes(one, quote) && !(isPiece && cue.lemma === 'wollen'))) return undefined;
  const { scene, unit, memory } = one;
  const clause = unit.clauses[cue.at]!;
  const holder = opinionHolder(one, cue);
  if (holder && (quote.isSmall || quote.isBehindDeterminer)) return make(one, quote, 'direct-voiced', [holder], cue.cue, 0.7);
  if (isPiece && isKonjunktivClause(scene, clause) && (memory.isOpen || canSpeak(one, cue.speaker))) return make(one, quote, 'direct-voiced', memory.isOpen ? inheritedSpeaker(one) : cue.speaker, [], 0.7);
  if (!canSpeak(one, cue.speaker) || subjectHolds(cue, quote)) return undefined;
  const isJudged = judgingVerbs.has(cue.lemma) && (isPiece || isComplement(one, quote));
  const isWilled = isPiece && cue.lemma === 'wollen' && completes(one, quote);
  const goesOn = isPiece && memory.isNear && !endsInNoun(one, quote);
  // The whole sentence sums up what somebody said: the marks in it are around his words.
  const isSummed = (isPiece || (quote.isBehindDeterminer && quote.words >= 2)) && sumsUp(cue.lemma, scene.view, clause.first, clause.last);
  const isReason = isPiece && /^(?:aus|wegen)$/.test(scene.reading.tokens[quote.first - 1]!.lower);
  return isJudged || isState(one, quote, cue) || isReason || isWilled || isSummed || goesOn ? make(one, quote, 'direct-voiced', cue.speaker, cue.cue, 0.7) : undefined;
}

/** `als „…“`, `für „…“`, also behind an article. */
function isComplement({ scene }: Case, quote: Quote): boolean {
  const { tokens } = scene.reading;
  const isOpener = (at: number): boolean => tokens[at]?.lower === 'als' || tokens[at]?.lower === 'für';
  return isOpener(quote.first - 1) || (quote.isBehindDeterminer && isOpener(quote.first - 2));
}

/** `zeigte sich „erschüttert“`, `Roth ist „sehr zufrieden“`: how somebody feels, in words that are no noun. */
function isState(one: Case, quote: Quote, cue: CueClause): boolean {
  const { scene, unit } = one;
  if (!quote.isSmall || quote.isBehindDeterminer || endsInNoun(one, quote)) return false;
  if (cue.lemma === 'sein') return quote.words >= 2;
  const { first, last } = unit.clauses[cue.at]!;
  return states.has(cue.lemma) && scene.reading.tokens.slice(first, last).some((token) => token.lower === 'sich');
}

const states = new Set(['äußern', 'fühlen', 'geben', 'präsentieren', 'zeigen']);

function endsInNoun({ scene }: Case, quote: Quote): boolean {
  return isCapitalAt(scene, lastWord(scene, quote));
}

function lastWord(scene: Scene, quote: Quote): number {
  let end = quote.last - 1;
  while (end > quote.first && scene.reading.tokens[end]!.kind === 'punctuation') end -= 1;
  return end;
}

/** `Für Trainerin Berg war das „…“`: the opinion is hers. */
function opinionHolder({ scene, unit }: Case, cue: CueClause): Span | undefined {
  const { first, finite, last } = unit.clauses[cue.at]!;
  const { tokens } = scene.reading;
  if (cue.lemma !== 'sein' && cue.lemma !== 'bleiben' && cue.lemma !== 'bedeuten') return undefined;
  const at = tokens[first]!.lower === 'für' ? first : tokens[finite + 1]?.lower === 'für' ? finite + 1 : -1;
  const phrase = at < 0 ? undefined : nounPhraseAt(scene.view, at + 1, at === first ? finite : last);
  const span = phrase && spanOf(scene, phrase.first, phrase.last);
  return span && isSomebody(textOf(scene, span)) ? span : undefined;
}
