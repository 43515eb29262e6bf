/**
 * What the attribution rules see of a text: quote-aware sentences (`Unit`: a sentence end inside quotation marks ends none),
 * each with its clauses and quotations, over one shared view of the tokens.
 */
import type { Span } from '../model.ts';
import { clauseView, findClauses } from '../text/clauses.ts';
import type { Clause } from '../text/clauses.ts';
import { hiddenTokens, quoted, visible } from '../text/hidden-tokens.ts';
import { isCapital } from '../text/noun-phrase.ts';
import type { PhraseView } from '../text/noun-phrase.ts';
import { finiteBits, form, verbForm } from '../text/verb-forms.ts';
import type { Quotation, Reading, Token } from '../text/reading.ts';

/** Longer sentences are lists or rubbish: only their quotations are looked at. */
const longestUnit = 400;

export interface Unit {
  index: number;
  /** Its tokens: `tokens.slice(first, last)`; a dateline (`Berlin (dpa) –`) is left out. */
  first: number;
  last: number;
  begin: number;
  /** With its final stop. */
  end: number;
  block: number;
  /** Empty for a unit that is too long. */
  clauses: readonly Clause[];
  /** Outermost quotations that begin in it. */
  quotations: readonly Quotation[];
}

export interface Scene {
  reading: Reading;
  view: PhraseView;
  units: readonly Unit[];
}

/** Prepares a reading for the rules. Linear. */
export function setScene(reading: Reading): Scene {
  const hidden = hiddenTokens(reading);
  showQuotedVerbs(reading, hidden);
  const starts = new Set(reading.sentences.map((sentence) => sentence.first));
  const isStart = (at: number): boolean => starts.has(at) || isFirstWord(reading, at, starts);
  const view: PhraseView = { ...clauseView(reading, hidden, isStart), hidden };
  return { reading, view, units: cutUnits(reading, view) };
}

/** One word in quotation marks that is a verb (`sie „schlägt“ vor`) still holds its clause together. */
function showQuotedVerbs({ tokens, quotations }: Reading, hidden: Uint8Array): void {
  let at = 0;
  for (const { inner, depth } of quotations) {
    if (depth > 0) continue;
    while (at < tokens.length && tokens[at]!.begin < inner[0]) at += 1;
    const token = tokens[at];
    const bits = token?.kind === 'word' && token.end === inner[1] ? (verbForm(token.lower)?.bits ?? 0) : 0;
    if ((bits & finiteBits) !== 0 && (bits & form.participle) === 0) hidden[at] = visible;
  }
}

/** The first word of a sentence may stand behind an opening mark. */
function isFirstWord({ tokens }: Reading, at: number, starts: ReadonlySet<number>): boolean {
  return tokens[at - 1]?.kind === 'punctuation' && starts.has(at - 1);
}

function cutUnits(reading: Reading, view: PhraseView): Unit[] {
  const { sentences, tokens } = reading;
  const outer = reading.quotations.filter((quotation) => quotation.depth === 0);
  const units: Unit[] = [];
  let quotation = 0;
  for (let at = 0; at < sentences.length; at += 1) {
    const { first, block } = sentences[at]!;
    let { last } = sentences[at]!;
    while (at + 1 < sentences.length && sentences[at + 1]!.block === block && isInsideQuotation(reading, view, last)) {
      at += 1;
      last = sentences[at]!.last;
    }
    const begin = tokens[first]!.begin;
    const end = tokens[last - 1]!.end;
    const own: Quotation[] = [];
    while (quotation < outer.length && outer[quotation]!.begin < end) {
      if (outer[quotation]!.begin >= begin) own.push(outer[quotation]!);
      quotation += 1;
    }
    const start = afterDateline(tokens, first, last);
    units.push({
      index: units.length, first: start, last, begin: tokens[start]!.begin, end, block,
      clauses: last - start > longestUnit ? [] : findClauses(view, start, last),
      quotations: own,
    });
  }
  return units;
}

/** Whether the sentence boundary before token `last` lies inside a closed quotation. */
function isInsideQuotation({ tokens }: Reading, view: PhraseView, last: number): boolean {
  return last < tokens.length && view.hidden[last] === quoted && view.hidden[last - 1] === quoted && !closes(tokens[last - 1]!) ;
}

function closes(token: Token): boolean {
  return token.lower === '“' || token.lower === '”' || token.lower === '"' || token.lower === '«' || token.lower === '»';
}

/** `Berlin (dpa) –`, `Wien –`: the place where the news was written is no part of its first sentence. */
function afterDateline(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first + 1; at < Math.min(last - 1, first + 12); at += 1) {
    const { lower } = tokens[at]!;
    if ((lower === '–' || lower === '—') && (tokens[at - 1]!.lower === ')' || at === first + 1)) return at + 1;
    if (lower === ',' && at > first + 3) return first;
  }
  return first;
}

/** The characters of a phrase, which begins and ends with words. */
export function spanOfPhrase({ reading: { tokens } }: Scene, { first, last }: { readonly first: number; readonly last: number }): Span {
  return [tokens[first]!.begin, tokens[last - 1]!.end];
}

/** The characters of a stretch of tokens, without surrounding commas, dashes and (at its end) full stops. */
export function spanOf(scene: Scene, first: number, last: number): Span | undefined {
  const { tokens } = scene.reading;
  let from = first;
  let to = last;
  while (from < to && isEdge(tokens[from]!.lower)) from += 1;
  while (to > from && (isEdge(tokens[to - 1]!.lower) || isStop(tokens[to - 1]!.lower) || tokens[to - 1]!.lower === '„')) to -= 1;
  while (from < to && isEdge(tokens[from]!.lower)) from += 1;
  return to > from ? [tokens[from]!.begin, tokens[to - 1]!.end] : undefined;
}

function isEdge(lower: string): boolean {
  return lower === ',' || lower === ';' || lower === ':' || lower === '–' || lower === '—' || lower === '-';
}

function isStop(lower: string): boolean {
  return lower === '.' || lower === '!' || lower === '?' || lower === '…';
}

/** Words of a span, capitalised as they stand. */
export function textOf(scene: Scene, [begin, end]: Span): string {
  return scene.reading.text.slice(begin, end);
}

/** Whether the token is a noun or a name, by its capital. */
export function isCapitalAt(scene: Scene, at: number): boolean {
  return isCapital(scene.view, at);
}
