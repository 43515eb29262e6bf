/**
 * Rules `direct-colon`, `direct-frame`, `direct-fragment`, `direct-inside`, `direct-alone`: verbatim words and whose they are.
 * Frames come first: a colon or a cue verb before the quotation, a cue verb or `so X` behind it, or speech around it. What has none is
 * asked for other evidence in `rule-unframed.ts`. Quotation marks around names and titles, or words at which the author winces, stay out.
 */
import { isKonjunktiv1Clause } from './content.ts';
import { isTalk } from './cue-speaker.ts';
import type { CueClause } from './cue-clause.ts';
import { isTitleNoun, isWordNoun, namingVerbs, replyingVerbs } from './cues.ts';
import type { Span } from '../model.ts';
import { inheritedSpeaker } from './finding.ts';
import type { Case, Finding } from './finding.ts';
import { isCapitalAt, spanOfPhrase, textOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { isSomebody } from './source-class.ts';
import { cueOf, isTitled, make, measure, speakerOf, subjectHolds } from './quote.ts';
import type { Quote } from './quote.ts';
import { unframed } from './rule-unframed.ts';
import { prepositions } from '../text/function-words.ts';
import { bracketed, visible } from '../text/hidden-tokens.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';

/** `around`: what other rules found in this unit; quotations inside their content inherit speaker and cue. */
export function direct(one: Case, around: readonly Finding[]): Finding[] {
  const found: Finding[] = [];
  const quotes = one.unit.quotations.map((quotation) => measure(one, quotation)).filter((quote) => quote.words > 0);
  for (const [at, quote] of quotes.entries()) {
    const open = found.at(-1);
    if (open && continues(one, open, quote)) {
      found[found.length - 1] = { ...open, content: [...open.content, [quote.quotation.begin, quote.quotation.end]] };
      continue;
    }
    const finding = framed(one, quote) ?? colon(one, quote) ?? introduced(one, quote) ?? listed(one, open, quote) ?? fragment(one, quote) ?? inside(one, quote, around) ?? gapped(one, quote, found) ?? alone(one, quote) ?? unframed(one, quote, open);
    if (!finding) continue;
    if (finding.rule === 'direct-frame') found.push(...listedBefore(one, finding, quotes, at, open));
    found.push(finding);
  }
  return found;
}

/** `„Zu teuer“, „zu langsam“, „zu laut“ – so urteilen die Gäste`: the frame behind the last one holds for all that only commas part from it. */
function listedBefore(one: Case, frame: Finding, quotes: readonly Quote[], last: number, open: Finding | undefined): Finding[] {
  const listed: Finding[] = [];
  let begin = frame.content[0]![0];
  for (let at = last - 1; at >= 0; at -= 1) {
    const { quotation } = quotes[at]!;
    const isFree = open === undefined || open.content.at(-1)![1] <= quotation.begin;
    if (!isFree || begin - quotation.end > 20 || !list.test(one.scene.reading.text.slice(quotation.end, begin))) break;
    listed.unshift(make(one, quotes[at]!, 'direct-fragment', frame.speaker, frame.cue, frame.confidence));
    begin = quotation.begin;
  }
  return listed;
}

/** `Sie sagte: „…“`; a colon alone is cue enough before a whole sentence. */
function colon(one: Case, quote: Quote): Finding | undefined {
  const { tokens } = one.scene.reading;
  const mark = tokens[quote.first - 1];
  if (mark?.lower !== ':' || quote.first - 1 < one.unit.first || one.scene.view.hidden[quote.first - 1] !== visible) return undefined;
  const before = one.clauses.filter((clause) => tokens[one.unit.clauses[clause.at]!.finite]!.begin < mark.begin);
  const cue = before.findLast((clause) => clause.takes !== '' && one.unit.clauses[clause.at]!.kind === 'main') ?? before.findLast((clause) => clause.takes !== '');
  if (!cue && !quote.isSpeech && !quote.isClosed && (quote.words < 2 || quote.isMostlyCapital || quote.isBracketed || hasTitleNoun(one, quote.first))) return undefined;
  if (cue) return make(one, quote, 'direct-colon', cue.speaker.length > 0 ? cue.speaker : phraseBefore(one, quote.first - 1), cue.cue, 0.95);
  const main = before.findLast((clause) => one.unit.clauses[clause.at]!.kind === 'main');
  const isSpeech = main !== undefined && isKonjunktiv1Clause(one.scene, one.unit.clauses[main.at]!);
  const own = isSpeech ? [] : (main?.speaker ?? phraseBefore(one, quote.first - 1));
  return make(one, quote, 'direct-colon', own.length > 0 ? own : inheritedSpeaker(one), [[mark.begin, mark.end]], 0.9);
}

/** `der Name der Band: „Rote Rosen“`. */
function hasTitleNoun({ scene, unit }: Case, end: number): boolean {
  for (let at = unit.first; at < end; at += 1) if (isCapitalAt(scene, at) && isTitleNoun(scene.reading.tokens[at]!.lower, true)) return true;
  return false;
}

/** `Die Polizei bekräftigt, „…“`, `… mit den Worten „…“`: the quotation is a piece of its own behind its cue. */
function introduced(one: Case, quote: Quote): Finding | undefined {
  if (!quote.isSpeech) return undefined;
  const at = one.unit.clauses.findIndex((clause) => clause.first === quote.first);
  const cue = at > 0 ? one.clauses.find((clause) => clause.through === at - 1 && clause.takes.includes('q')) : undefined;
  return cue && make(one, quote, 'direct-frame', cue.speaker, cue.cue, 0.9);
}

/** `Anna Berg: „…“` has no verb: what stands before the colon is the speaker. */
function phraseBefore({ scene, unit }: Case, end: number): Span[] {
  if (prepositions.has(scene.reading.tokens[unit.first]!.lower)) return [];
  const phrase = nounPhraseAt(scene.view, unit.first, end);
  if (!phrase || !isCapitalAt(scene, phrase.head)) return [];
  return [spanOfPhrase(scene, phrase)];
}

/** `„…“, sagte sie`, `„…“, so die Firma`. */
function framed(one: Case, quote: Quote): Finding | undefined {
  const { scene, unit } = one;
  const { tokens } = scene.reading;
  let at = quote.last;
  while (at < unit.last && [',', '.', '–'].includes(tokens[at]!.lower)) at += 1;
  if (at >= unit.last || at > quote.last + 2 || !fillsFront(one, quote, at)) return undefined;
  const cue = one.clauses.find((clause) => unit.clauses[clause.at]!.finite === at && /[qdki]/.test(clause.takes));
  if (cue) return make(one, quote, 'direct-frame', cue.speaker, cue.cue, 0.95);
  if (tokens[at]!.lower === 'mit') return withWords(one, quote, at);
  if (tokens[at]!.lower !== 'so' || at === quote.last) return undefined;
  const next = one.clauses.find((clause) => unit.clauses[clause.at]!.finite === at + 1 && clause.takes.includes('q'));
  if (next) return make(one, quote, 'direct-frame', next.speaker, next.cue, 0.95);
  const phrase = nounPhraseAt(scene.view, at + 1, unit.last);
  if (!phrase) return undefined;
  return make(one, quote, 'direct-frame', [spanOfPhrase(one.scene, phrase)], [[tokens[at]!.begin, tokens[at]!.end]], 0.95);
}

/** `„…“, mit diesen Worten trat sie zurück`. */
function withWords(one: Case, quote: Quote, at: number): Finding | undefined {
  const { scene, unit, clauses } = one;
  const noun = [at + 1, at + 2].find((next) => next < unit.last && isWordNoun(scene.reading.tokens[next]!.lower));
  const cue = noun === undefined ? undefined : clauses.find((clause) => unit.clauses[clause.at]!.finite === noun + 1);
  return cue && make(one, quote, 'direct-frame', cue.speaker, cue.cue, 0.9);
}

/** The quotation stands first in its sentence or piece, and a comma or its own final mark parts it from the verb. */
function fillsFront({ scene, unit }: Case, quote: Quote, behind: number): boolean {
  const clause = unit.clauses.find((one) => one.first <= quote.first && quote.first < one.last);
  const isFirst = quote.first === unit.first || clause?.first === quote.first || scene.reading.tokens[quote.first - 1]?.lower === ':';
  return isFirst && (behind > quote.last || quote.isSpeech);
}

/** `sprach von einer „…“`, `nannte es „…“`, `sagte, das sei „…“` without more. */
function fragment(one: Case, quote: Quote): Finding | undefined {
  const cue = cueOf(one, quote);
  // Marks around the verb of saying itself (`„schlägt“ vor, dass …`) keep a distance from it; nobody says that word.
  if (cue?.cue.some(([begin, end]) => quote.quotation.begin <= begin && end <= quote.quotation.end)) return undefined;
  if (!cue || !takesWords(one, cue, quote) || subjectHolds(cue, quote) || quote.isBracketed || isTitled(quote, one.scene.reading.tokens[quote.first - 1]?.lower ?? '', namingVerbs.has(cue.lemma))) return undefined;
  if (isKonjunktiv1Clause(one.scene, one.unit.clauses[cue.at]!) || isCalled(one, cue)) return undefined;
  if (quote.isName && !namingVerbs.has(cue.lemma) && !isReply(one, cue, quote) && !isTalk(one.scene, one.unit.clauses[cue.at]!)) return undefined;
  return make(one, quote, 'direct-fragment', speakerOf(cue, quote), cue.cue, 0.8);
}

/** `antwortete mit einem klaren „Nein“`: the reply is given word by word, even if it is a single noun. */
function isReply({ scene }: Case, { lemma }: CueClause, { first }: Quote): boolean {
  const { tokens } = scene.reading;
  return replyingVerbs.has(lemma) && [first - 2, first - 3].some((at) => tokens[at]?.lower === 'mit' && /^eine[mr]$/.test(tokens[at + 1]!.lower));
}

/** Verbs of saying and naming take any quoted complement; those that only open a clause (`leugnet „jede Beteiligung“`) take words cut out of one. */
function takesWords({ scene }: Case, cue: CueClause, quote: Quote): boolean {
  if (cue.takes.includes('q') || namingVerbs.has(cue.lemma)) return true;
  return cue.takes.includes('k') && quote.isSmall && quote.words >= 2 && cue.speaker.length > 0 && isSomebody(textOf(scene, cue.speaker[0]!));
}

/** `Auf Schildern stand: „A“, „B“ und „C“`: what only a comma or `und` parts from a quotation is another one of the same speaker. */
function listed(one: Case, last: Finding | undefined, quote: Quote): Finding | undefined {
  if (!last || quote.isVerb) return undefined;
  const between = one.scene.reading.text.slice(last.content.at(-1)![1], quote.quotation.begin);
  return between.length < 20 && list.test(between) ? make(one, quote, 'direct-fragment', last.speaker, last.cue, last.confidence) : undefined;
}

const list = /^,? ?(?:(?:und|oder|sowie|aber auch) ?)?(?:(?:als|auch|von|eine?|einen) ?)?$/;

/** `nennt sich „…“`: a name. */
function isCalled({ scene, unit }: Case, { lemma, at }: CueClause): boolean {
  const { first, last } = unit.clauses[at]!;
  return lemma === 'nennen' && scene.reading.tokens.slice(first, last).some((token) => token.lower === 'sich');
}

function inside(one: Case, quote: Quote, around: readonly Finding[]): Finding | undefined {
  if ((quote.isName && !quote.isPhrase && !quote.isLoneNoun) || quote.isVerb || quote.isBehindTitleNoun) return undefined;
  const { begin, end } = quote.quotation;
  const outer = around.find(({ content }) => content.some(([from, to]) => from <= begin && end <= to));
  if (!outer || outer.type === 'free-indirect' || (quote.isLoneNoun && !isOwnNoun(one, quote, outer))) return undefined;
  return make(one, quote, 'direct-inside', outer.speaker, outer.cue.length > 0 ? outer.cue : (one.memory.last?.cue ?? []), 0.8);
}

/** One noun is the speaker's where he is introduced in the same sentence with a verb, or judges by it (`sei ein „Skandal“`, `als „Skandal“`). */
function isOwnNoun(one: Case, quote: Quote, outer: Finding): boolean {
  const before = one.scene.reading.tokens[quote.first - 1]?.lower ?? '';
  if (before === 'als' || (/^k?eine?$/.test(before) && cueOf(one, quote)?.lemma === 'sein')) return true;
  return verbal.has(outer.rule) && !quote.isBehindNoun;
}

const verbal = new Set(['dass', 'verb-second-konjunktiv', 'fronted']);

/** A sentence that is one quotation, apart from a remark in brackets: whoever spoke last. */
function alone(one: Case, quote: Quote): Finding | undefined {
  const { scene, unit } = one;
  if (!quote.isSpeech && !(quote.isClosed && one.memory.isOpen)) return undefined;
  for (let at = unit.first; at < unit.last; at += 1) {
    if ((at < quote.first || at >= quote.last) && scene.reading.tokens[at]!.kind !== 'punctuation' && scene.view.hidden[at] !== bracketed) return undefined;
  }
  return make(one, quote, 'direct-alone', inheritedSpeaker(one), one.memory.isOpen ? (one.memory.last?.cue ?? []) : [], 0.8);
}

/** `Sie nannte das „fair“, die Opposition „eine Farce“`: the second verb is left out. */
function gapped(one: Case, quote: Quote, found: readonly Finding[]): Finding | undefined {
  const { scene, unit } = one;
  const last = found.at(-1);
  const at = unit.clauses.findIndex((clause) => clause.first <= quote.first && quote.last <= clause.last);
  if (last?.rule !== 'direct-fragment' || at < 1 || unit.clauses[at]!.kind !== 'fragment' || quote.isBracketed || quote.isBehindTitleNoun) return undefined;
  const begin = scene.reading.tokens[unit.clauses[at - 1]!.first]!.begin;
  if (last.content[0]![0] < begin) return undefined;
  const phrase = nounPhraseAt(scene.view, unit.clauses[at]!.first, quote.first);
  const isOther = phrase !== undefined && isCapitalAt(scene, phrase.head);
  return make(one, quote, 'direct-fragment', isOther ? [spanOfPhrase(scene, phrase)] : last.speaker, last.cue, 0.7);
}

/** `„A“, sagte sie, „B“`: one quotation in two pieces, when A was no whole sentence and a comma leads to B. */
function continues({ scene }: Case, last: Finding, quote: Quote): boolean {
  const end = last.content.at(-1)![1];
  if (/^ ?$/.test(scene.reading.text.slice(end, quote.quotation.begin)) && quote.isSpeech) return true;
  if (last.rule !== 'direct-frame') return false;
  const isWhole = /[.!?]$/.test(scene.reading.text.slice(end - 2, end - 1));
  return !isWhole && scene.reading.tokens[quote.first - 1]?.lower === ',' && quote.quotation.begin > (last.cue.at(-1)?.[1] ?? end);
}

/**
 * `„A.“ „B.“`: a quotation that follows another with nothing between is its second half, in the next paragraph too where the first one's closing
 * mark is left out; so is one behind words left out (`„A.“ […] „B.“`).
 */
export function mergeQuotations(scene: Scene, findings: readonly Finding[]): Finding[] {
  const { text } = scene.reading;
  const merged: Finding[] = [];
  for (const finding of findings) {
    const last = merged.at(-1);
    const end = last?.type === 'direct' ? last.content.at(-1)![1] : -1;
    const [begin, to] = finding.content[0]!;
    const isNext = last !== undefined && finding.rule === 'direct-alone' && end >= 0 && begin >= end && begin - end < longestGap;
    const between = isNext ? text.slice(end, begin) : '';
    const isSecond = leftOut.test(between) || (/^\s*$/.test(between) && !/[“”"»«]$/.test(text.slice(end - 1, end)));
    if (isNext && /^ *$/.test(between)) merged[merged.length - 1] = { ...last, content: [...last.content.slice(0, -1), [last.content.at(-1)![0], to]] };
    else if (isNext && isSecond) merged[merged.length - 1] = { ...last, content: [...last.content, [begin, to]] };
    else merged.push(finding);
  }
  return merged;
}

const leftOut = /^\s*[[(](?:…|\.{3})[\])]\s*$/;
const longestGap = 9;
