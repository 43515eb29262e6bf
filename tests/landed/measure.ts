/**
 * What each engine makes of texts that were written for this project and read by hand, as figures between 0 and 1. Sentences of other tests
 * count too, so that a trap or a page that fails shows here as well as there.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { annotate } from '../../lib/annotate.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { matchEntities } from '../../lib/match/match-entities.ts';
import type { AttributionNote, AttributionType, BiasCategory, Note, Span } from '../../lib/model.ts';
import { parseHtml } from '../../lib/page/parse-html.ts';
import { readPage } from '../../lib/page/read-page.ts';
import { readText } from '../../lib/text/read-text.ts';
import claimPairs from '../claims/claim-pairs.yml';
import { smallDataset } from '../match/small-dataset.ts';
import traps from '../match/traps.yml';
import { overlaps, unionRatio } from '../reading/measure.ts';
import { resolve } from '../reading/load.ts';
import table from './texts.yml';

export interface OwnText {
  title: string;
  text: string;
  speech: readonly (readonly [type: AttributionType, content: string, speaker: string, cue: string])[];
  bias?: readonly (readonly [category: BiasCategory, words: string])[];
  names?: Readonly<Record<string, string>>;
}

export const ownTexts = table as readonly OwnText[];

interface Marked {
  type: AttributionType;
  content: readonly Span[];
  speaker: readonly Span[];
  cue: readonly Span[];
}

const dataset = createDataset(bundledPacks);
const notesIn = (text: string): readonly Note[] => annotate({ text, signals: {} }, dataset, { force: true }).notes;

/** The spans of pieces parted by ` … `; throws where a piece is not found exactly once. */
export function spansOf({ title, text }: OwnText, words: string): Span[] {
  if (words === '') return [];
  return words.split(' … ').map((piece) => resolve(text, piece.includes('[') ? piece : `[${piece}]`, `../landed/texts.yml: ${title}`));
}

/** Pairs what was marked with what was found, best first, where half of the characters or more agree. */
function paired(marked: readonly Marked[], found: readonly AttributionNote[]): [Marked, AttributionNote][] {
  const candidates = marked.flatMap((one) => found.map((note) => ({ one, note, ratio: unionRatio(one.content, note.content) + unionRatio(one.speaker, note.speaker) / 100 })));
  const taken = new Set<object>();
  return candidates.sort((a, b) => b.ratio - a.ratio).flatMap(({ one, note, ratio }): [Marked, AttributionNote][] => {
    if (ratio < 0.5 || taken.has(one) || taken.has(note)) return [];
    taken.add(one).add(note);
    return [[one, note]];
  });
}

const f1 = (right: number, found: number, wanted: number): number => (found + wanted === 0 ? 1 : (2 * right) / (found + wanted));

interface Figures { figures: Record<string, number>; faults: string[] }

/** Attribution, bias and entities on the own texts. */
function onTexts(): Figures {
  const count = { marked: 0, found: 0, paired: 0, type: 0, speaker: 0, cue: 0, directMarked: 0, directPaired: 0, bias: 0, biasFound: 0, biasRight: 0, names: 0, namesFound: 0, namesRight: 0 };
  const faults: string[] = [];
  for (const own of ownTexts) {
    const notes = notesIn(own.text);
    const say = (spans: readonly Span[]): string => spans.map((span) => own.text.slice(...span)).join(' … ');
    const marked = own.speech.map(([type, content, speaker, cue]): Marked => ({ type, content: spansOf(own, content), speaker: spansOf(own, speaker), cue: spansOf(own, cue) }));
    const found = notes.filter((note): note is AttributionNote => note.kind === 'attribution' && note.content.length > 0);
    const pairs = paired(marked, found);
    count.marked += marked.length;
    count.found += found.length;
    count.paired += pairs.length;
    count.directMarked += marked.filter(({ type }) => type === 'direct').length;
    count.directPaired += pairs.filter(([{ type }]) => type === 'direct').length;
    for (const [one, note] of pairs) {
      const isSpeaker = one.speaker.length === 0 ? note.speaker.length === 0 : unionRatio(one.speaker, note.speaker) >= 0.5;
      const isCue = one.cue.length === 0 || one.cue.some((cue) => note.cue.some((span) => overlaps(cue, span)));
      count.type += Number(one.type === note.type);
      count.speaker += Number(isSpeaker);
      count.cue += Number(isCue);
      if (!isSpeaker || !isCue || one.type !== note.type) faults.push(`${own.title}: “${say(one.content)}” ${one.type} | ${say(one.speaker)} | ${say(one.cue)} – found ${note.type} | ${say(note.speaker)} | ${say(note.cue)}`);
    }
    for (const one of marked) if (!pairs.some(([pair]) => pair === one)) faults.push(`${own.title}: missed “${say(one.content)}”`);
    for (const note of found) if (!pairs.some(([, pair]) => pair === note)) faults.push(`${own.title}: one too many, ${note.rule} “${say(note.content)}”`);

    const wanted = (own.bias ?? []).map(([category, words]) => ({ category, span: spansOf(own, words)[0]! }));
    const said = notes.filter((note) => note.kind === 'bias');
    const isWanted = (note: (typeof said)[number]): boolean => wanted.some(({ category, span }) => note.category === category && overlaps(span, [note.begin, note.end]));
    count.bias += wanted.length;
    count.biasFound += said.length;
    count.biasRight += wanted.filter(({ category, span }) => said.some((note) => note.category === category && overlaps(span, [note.begin, note.end]))).length;
    for (const note of said) if (!isWanted(note)) faults.push(`${own.title}: bias one too many, ${note.rule} “${note.quote}”`);
    for (const { category, span } of wanted) if (!said.some((note) => note.category === category && overlaps(span, [note.begin, note.end]))) faults.push(`${own.title}: bias missed, ${category} “${own.text.slice(...span)}”`);

    const entities = notes.filter((note) => note.kind === 'entity');
    const named = namesOf(own);
    const hits = named.filter(([words, id, begin]) => entities.some((note) => note.begin === begin && note.entity === id && note.quote === words));
    count.names += named.length;
    count.namesFound += entities.length;
    count.namesRight += hits.length;
    if (hits.length < named.length || entities.length > hits.length) faults.push(`${own.title}: names ${entities.map((note) => `${note.quote} = ${note.entity}`).join(', ')}`);
  }
  return {
    faults,
    figures: {
      'attribution: span F1': f1(count.paired, count.found, count.marked),
      'attribution: direct recall': count.directPaired / count.directMarked,
      'attribution: type right': count.type / count.paired,
      'attribution: speaker right': count.speaker / count.paired,
      'attribution: cue right': count.cue / count.paired,
      'bias: recall': count.biasRight / count.bias,
      'bias: precision': count.biasRight / Math.max(1, count.biasFound),
      'entities: F1 on own texts': f1(count.namesRight, count.namesFound, count.names),
    },
  };
}

/** Every place of the names, longest first: `Amazons` is no place of `Amazon`. */
function namesOf({ text, names = {} }: OwnText): [words: string, id: string, begin: number][] {
  return Object.entries(names).flatMap(([words, id]) => [...text.matchAll(new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'gu'))].map((match): [string, string, number] => [words, id, match.index]));
}

/** Entities in sentences that trip a plain list of names (`tests/match/traps.yml`). */
function onTraps(): Figures {
  const faults: string[] = [];
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const marked of (traps as { cases: readonly string[] }).cases) {
    const want: string[] = [];
    let text = '';
    for (const part of marked.split(/(\[[^|\]]+\|[^\]]+\])/)) {
      const mention = /^\[([^|\]]+)\|([^\]]+)\]$/.exec(part);
      if (mention) want.push(`${text.length}-${text.length + mention[1]!.length} ${mention[2]}`);
      text += mention ? mention[1]! : part;
    }
    const got = matchEntities(readText(text), smallDataset).map((note) => `${note.begin}-${note.end} ${note.entity}`);
    const hits = want.filter((one) => got.includes(one)).length;
    right += hits;
    found += got.length;
    wanted += want.length;
    if (hits < want.length || got.length > hits) faults.push(`traps: ${marked}`);
  }
  return { figures: { 'entities: F1 on traps': f1(right, found, wanted) }, faults };
}

/** The three-way decision on `tests/claims/claim-pairs.yml`. */
function onClaims(): Figures {
  const { pairs } = claimPairs as { pairs: readonly { text: string; claim?: readonly string[]; relation?: string }[] };
  const faults: string[] = [];
  let right = 0;
  for (const { text, claim, relation } of pairs) {
    const claims = notesIn(text).filter((note) => note.kind === 'claim');
    const notes = claims.filter((note) => note.relation !== 'mentions' && (claim === undefined || claim.includes(note.claim)));
    const got = notes.find((note) => note.relation === 'contradicts')?.relation ?? notes[0]?.relation;
    if (got === relation) right += 1;
    else faults.push(`claims: ${relation ?? 'none'}, found ${got ?? 'none'}: ${text}`);
  }
  return { figures: { 'claims: three-way accuracy': right / pairs.length }, faults };
}

/** Word 4-grams of the article text of the own pages (`tests/page/cases`), against the blocks that were read by hand. */
function onPages(): Figures {
  const folder = join(import.meta.dirname, '../page/cases');
  const grams = (text: string): Set<string> => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return new Set(words.length < 4 ? [words.join(' ')] : words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
  };
  const faults: string[] = [];
  const names = readdirSync(folder).sort();
  const each = names.map((name) => {
    const html = readFileSync(join(folder, name, 'page.html'), 'utf8');
    const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as { article: boolean; blocks: readonly string[] };
    const { article } = readPage(parseHtml(html), /<!-- (https:\S+) -->/.exec(html)?.[1]);
    const want = grams(expected.blocks.map((block) => block.slice(block.indexOf(': ') + 2)).join('\n'));
    const got = grams((article.blocks ?? []).map(({ begin, end }) => article.text.slice(begin, end)).join('\n'));
    const value = f1([...want].filter((gram) => got.has(gram)).length, got.size, want.size);
    if (value < 1 || article.looksLikeArticle !== expected.article) faults.push(`pages: ${name} ${value.toFixed(3)}`);
    return { value, isRight: article.looksLikeArticle === expected.article };
  });
  return { faults, figures: { 'extraction: 4-gram F1': each.reduce((sum, one) => sum + one.value, 0) / each.length, 'extraction: article or not': each.filter((one) => one.isRight).length / each.length } };
}

/** All figures, rounded down to thousandths, and what stands behind those below 1. */
export function measureOwnTexts(): Figures {
  const parts = [onTexts(), onTraps(), onClaims(), onPages()];
  const figures = Object.fromEntries(parts.flatMap((part) => Object.entries(part.figures)).map(([name, value]) => [name, Math.floor(value * 1000) / 1000]));
  return { figures, faults: parts.flatMap((part) => part.faults) };
}
