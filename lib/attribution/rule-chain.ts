/**
 * Rule `chain`: a source behind the source. `…, berichtet die Zeitung unter Berufung auf zwei Insider` is the newspaper's
 * statement and the insiders'; `Die Zeitung zitiert die Ministerin mit den Worten „…“` is the minister's, by way of the newspaper.
 */
import type { Span } from '../model.ts';
import { prepositions, timeWords } from '../text/function-words.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import type { Token } from '../text/reading.ts';
import { firstPhrase } from './first-phrase.ts';
import type { Case, Finding } from './finding.ts';
import { spanOfPhrase, textOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { isSomebody } from './source-class.ts';

export interface Chained {
  /** The source behind; it has the same content. */
  source: Finding;
  /** The finding that quotes it. */
  by: Finding;
}

/** Sources behind the findings of one unit. */
export function chain(one: Case, here: readonly Finding[]): Chained[] {
  if (here.length === 0) return [];
  const cited = citation(one, here) ?? relayed(here);
  if (cited) return [cited];
  const by = here.find(isSaid);
  const found = by && behindReference(one);
  return found && !shares(by, found.speaker) ? [link(by, found.speaker, found.cue)] : [];
}

const isSaid = (finding: Finding): boolean => finding.content.length > 0 && finding.rule !== 'run-on';
const link = (by: Finding, speaker: Span, cue: readonly Span[]): Chained => ({ by, source: { ...by, rule: 'chain', speaker: [speaker], cue, confidence: 0.8 } });

function shares({ speaker }: Finding, [from, to]: Span): boolean {
  return speaker.some(([begin, end]) => begin < to && from < end);
}

/** `„…“, sagte Roth laut „Nordpost“`: what is left of the sentence beside the quotation is its frame, so that the newspaper passes on the quotation. Takes what stands under `laut`; gives it with the quotation as its content. */
export function passedOn({ scene }: Case, by: Finding, quotes: readonly Finding[]): Finding {
  const quote = quotes.find(({ rule, cue }) => framing.has(rule) && cue.length > 0 && cue.every(([from, to]) => by.content.some(([begin, end]) => begin <= from && to <= end)));
  if (!quote) return by;
  const said = [...quote.content, ...quote.cue, ...quote.speaker];
  const isElse = ({ begin, end, kind, lower }: Token): boolean => kind !== 'punctuation' && !prepositions.has(lower) && !timeWords.has(lower) && by.content.some(([from, to]) => from <= begin && end <= to) && !said.some(([from, to]) => from <= begin && end <= to);
  const { first, last } = scene.units[by.unit]!;
  return scene.reading.tokens.slice(first, last).some(isElse) ? by : { ...by, type: 'direct', content: quote.content };
}

const framing = new Set(['direct-colon', 'direct-frame']);

function relayed(here: readonly Finding[]): Chained | undefined {
  const by = here.find(({ rule, type }) => rule === 'laut' && type === 'direct');
  const source = by && here.find((finding) => finding !== by && finding.content === by.content);
  return by && source && { by, source };
}

/** `unter Berufung auf X`, `mit Verweis auf X`. */
function behindReference({ scene, unit }: Case): { speaker: Span; cue: Span[] } | undefined {
  const { tokens } = scene.reading;
  for (let at = unit.first; at + 3 < unit.last; at += 1) {
    const word = tokens[at]!.lower;
    if ((word !== 'unter' && word !== 'mit') || !/^(?:berufung|verweis|hinweis|bezug)$/.test(tokens[at + 1]!.lower) || tokens[at + 2]!.lower !== 'auf') continue;
    const phrase = nounPhraseAt(scene.view, at + 3, unit.last);
    if (phrase) return { speaker: spanOfPhrase(scene, phrase), cue: [[tokens[at]!.begin, tokens[at + 2]!.end]] };
  }
  return undefined;
}

/** `zitieren`: the medium says what its object, or in the passive its subject, has said (`wird Roth von der Agentur zitiert`). */
function citation({ scene, unit, clauses }: Case, here: readonly Finding[]): Chained | undefined {
  for (const cue of clauses) {
    const by = cue.lemma === 'zitieren' ? here.find((finding) => isSaid(finding) && finding.cue[0]?.[0] === cue.cue[0]?.[0]) : undefined;
    if (!by) continue;
    const { first, finite, last } = unit.clauses[cue.at]!;
    const other = cue.isPassive ? mediumOf(scene, first, last) : objectOf(scene, finite + 1, last, by);
    if (!other || shares(by, other) || by.speaker.some((span) => textOf(scene, span) === 'man')) continue;
    const chained = link(by, other, cue.cue);
    return cue.isPassive ? { by: chained.source, source: by } : chained;
  }
  return undefined;
}

/** The first phrase of a clause that is not the speaker's. */
function objectOf(scene: Scene, from: number, limit: number, by: Finding): Span | undefined {
  for (let phrase = firstPhrase(scene, from, limit); phrase; phrase = firstPhrase(scene, phrase.last, limit)) {
    const span = spanOfPhrase(scene, phrase);
    if (!shares(by, span)) return span;
  }
  return undefined;
}

/** `von der Agentur`, `in der Zeitung`. */
function mediumOf(scene: Scene, first: number, limit: number): Span | undefined {
  const { tokens } = scene.reading;
  for (let at = first; at + 1 < limit; at += 1) {
    if (scene.view.isHidden(at) || !/^(?:bei|durch|im|in|vom|von)$/.test(tokens[at]!.lower)) continue;
    const phrase = nounPhraseAt(scene.view, at + 1, limit);
    const span = phrase && spanOfPhrase(scene, phrase);
    if (span && isSomebody(textOf(scene, span))) return span;
  }
  return undefined;
}
