/** Re-anchoring, measured: many seeded changes of pages, the right place known each time. */
import { createAnchoring } from '../../lib/anchor/anchor.ts';
import { describe as describePlace } from '../../lib/anchor/describe.ts';
import { normalise } from '../../lib/anchor/normal-text.ts';
import type { Flag, Span } from '../../lib/model.ts';
import { exampleFlag } from '../store/example-flag.ts';
import * as mutate from './mutations.ts';
import { peerAnchor } from './peer.ts';
import { type Chance, createChance } from './random.ts';

export type Kind = 'to the letter' | 'changed' | 'gone';
export interface Tally {
  cases: number;
  right: number;
  wrong: number;
  lost: number;
}
export interface Row {
  kind: Kind;
  ours: Tally;
  peer: Tally;
}
export interface Fault {
  seed: number;
  kind: Kind;
  quote: string;
  got: string | undefined;
  truth: string | undefined;
  mutations: string;
}

const around = [mutate.editOutside, mutate.reorderParagraphs, mutate.putAdvertisements, mutate.typesetAnew, mutate.rebuild, mutate.putLookAlikes];
const within = [mutate.editQuote, mutate.editQuote, mutate.mistypeQuote];

/** Runs so many cases; gives the figures and every case that went wrong or was lost. */
export function measure(cases: number, article: (chance: Chance) => string, firstSeed = 1): { rows: Row[]; faults: Fault[] } {
  const rows = (['to the letter', 'changed', 'gone'] as const).map((kind): Row => ({ kind, ours: empty(), peer: empty() }));
  const faults: Fault[] = [];
  for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
    const chance = createChance(seed);
    const text = article(chance);
    const span = choose(text, chance);
    const flag: Flag = { ...exampleFlag(), ...describePlace(text, span) };
    const applied = mutationsFor(chance);
    const quote: Span = [flag.position.start, flag.position.end];
    let page = mutate.pageOf(text, quote);
    for (const one of applied) page = one(page, chance);
    const now = mutate.textOf(page);
    const truth = mutate.truthOf(page);
    const share = mutate.changedShare(page, text);
    if (truth && share > 0.2) continue;
    // The same sentence stands a second time, to the letter (typesetting aside): where it is then is no question of right or wrong.
    if (!truth && flag.quote.exact.length >= 40 && normalise(now).text.includes(normalise(flag.quote.exact).text)) continue;
    const kind: Kind = !truth ? 'gone' : share === 0 ? 'to the letter' : 'changed';
    const row = rows.find((one) => one.kind === kind)!;
    const placed = createAnchoring(now)(flag);
    const result = tally(row.ours, placed.span, truth);
    tally(row.peer, peerAnchor(now, flag), truth);
    if (result !== 'right') {
      faults.push({ seed, kind, quote: flag.quote.exact, got: placed.span && now.slice(...placed.span), truth: truth && now.slice(...truth), mutations: applied.map(({ name }) => name).join(', ') });
    }
  }
  return { rows, faults };
}

const empty = (): Tally => ({ cases: 0, right: 0, wrong: 0, lost: 0 });

function tally(into: Tally, span: Span | undefined, truth: Span | undefined): 'right' | 'wrong' | 'lost' {
  const result = !span ? (truth ? 'lost' : 'right') : truth && overlap(span, truth) >= 0.6 ? 'right' : 'wrong';
  into.cases += 1;
  into[result] += 1;
  return result;
}

/** Shared length over joint length. */
function overlap(one: Span, other: Span): number {
  const shared = Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
  return shared <= 0 ? 0 : shared / (Math.max(one[1], other[1]) - Math.min(one[0], other[0]));
}

/** What people flag: a sentence, some words of one, or two sentences in a row. */
function choose(text: string, chance: Chance): Span {
  const sentences = [...text.matchAll(/[^.!?\n]+[.!?]+[“"]?/g)].map((found): Span => [found.index, found.index + found[0].length]).filter(([begin, end]) => end - begin > 20);
  const at = chance.below(sentences.length);
  const [begin, end] = sentences[at]!;
  const how = chance.next();
  if (how < 0.5) return [begin, end];
  if (how < 0.7 && sentences[at + 1]) return [begin, sentences[at + 1]![1]];
  const words = [...text.slice(begin, end).matchAll(/\S+/g)];
  const first = chance.below(Math.max(1, words.length - 3));
  const last = Math.min(words.length - 1, first + 2 + chance.below(6));
  return [begin + words[first]!.index, begin + words[last]!.index + words[last]![0].length];
}

function mutationsFor(chance: Chance): mutate.Mutation[] {
  const what = chance.next();
  const outside = Array.from({ length: 1 + chance.below(3) }, () => chance.one(around));
  if (what < 0.45) return outside;
  if (what < 0.85) return [chance.one(within), ...outside];
  return [mutate.removeQuote, ...outside];
}

/** The figures as a table for people. */
export function table(rows: readonly Row[]): string {
  const share = (part: number, of: number) => (of ? `${((100 * part) / of).toFixed(2)} %` : '–').padStart(9);
  const line = (name: string, { cases, right, wrong, lost }: Tally) => `${name.padEnd(36)}${String(cases).padStart(6)}${share(right, cases)}${share(wrong, cases)}${share(lost, cases)}`;
  return ['quote is                 anchor       cases    right    wrong     lost', ...rows.flatMap(({ kind, ours, peer }) => [line(`${kind.padEnd(20)} Randnotiz`, ours), line(`${kind.padEnd(20)} usual`, peer)])].join('\n');
}
