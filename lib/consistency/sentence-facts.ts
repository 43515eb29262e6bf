/** What a sentence says with a number: what is counted, which names it is about, and on whose word it stands. */
import { wordTables } from '../claims/number-words.ts';
import { quantitiesIn } from '../claims/quantities-in.ts';
import type { FoundQuantity } from '../claims/quantities.ts';
import type { AttributionNote, Draft, EntityNote, SourceClass, Span } from '../model.ts';
import { halve } from '../text/halve.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import { factOf } from '../text/words.ts';
import table from './words.yml';

const lists = table as Readonly<Record<'posts' | 'shared' | 'subset' | 'time', readonly string[]>>;
export const words = { posts: new Set(lists.posts), shared: new Set(lists.shared), subset: new Set(lists.subset), time: new Set(lists.time) };

export interface CountedFact {
  quantity: FoundQuantity;
  /** The number with its hedge and the counted word. */
  span: Span;
  /** The counted word in lower case: the last one of the quantity. */
  counted: string;
  sentence: Sentence;
  /** Ids of the entities in the sentence. */
  entities: ReadonlySet<string>;
  /** On whose word it stands; undefined for the author's own. */
  source: SourceClass | undefined;
  /** The whole attribution it stands in, where there is one. */
  attribution: Draft<AttributionNote> | undefined;
}

/** Units that count something one can compare; a bare number and a year count nothing. */
const units = new Set(['people', 'USD', 'EUR', 'GBP', 'percent']);

/** All counted facts of the text in order. Sentences without a number cost one look at their tokens. */
export function countedFacts(reading: Reading, entities: readonly Draft<EntityNote>[], attributions: readonly Draft<AttributionNote>[]): CountedFact[] {
  const contents = attributions.flatMap((attribution) => attribution.content.map((span) => ({ span, attribution }))).sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  return reading.sentences.flatMap((sentence) => {
    while (next < entities.length && entities[next]!.begin < sentence.begin) next += 1;
    const isNamed = next < entities.length && entities[next]!.begin < sentence.end;
    if (!isNamed || !holdsNumber(reading, sentence)) return [];
    const names = new Set<string>();
    for (let at = next; at < entities.length && entities[at]!.begin < sentence.end; at += 1) names.add(entities[at]!.entity);
    return quantitiesIn(reading, sentence).filter((quantity) => units.has(quantity.unit)).map((quantity) => {
      const attribution = attributionOf(contents, quantity.begin, quantity.end);
      return { quantity, span: withHedge(reading, sentence, quantity), counted: lastWord(reading.text.slice(quantity.begin, quantity.end)), sentence, entities: names, source: attribution?.source, attribution };
    });
  });
}

/** How many contents before a place are looked at for one that reaches it; more than that do not nest. */
const mostNested = 16;

/** The innermost attribution whose content shares a character with `[begin, end)`; `contents` are in order of their begin. */
function attributionOf(contents: readonly { span: Span; attribution: Draft<AttributionNote> }[], begin: number, end: number): Draft<AttributionNote> | undefined {
  const low = halve(0, contents.length, (at) => contents[at]!.span[0] < end);
  for (let at = low - 1; at >= Math.max(0, low - mostNested); at -= 1) if (contents[at]!.span[1] > begin) return contents[at]!.attribution;
  return undefined;
}

const compoundNumber = /(?:hundert|tausend|zig|ßig)$/;

const isLargeNumber = factOf(({ lower }) => lower.length >= 3 && (wordTables.scale.has(lower) || (wordTables.number.get(lower) ?? 0) >= 10 || compoundNumber.test(lower)));

/** A look at the tokens that saves most sentences the search for quantities. */
function holdsNumber(reading: Reading, sentence: Sentence): boolean {
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const { kind, word } = reading.tokens[at]!;
    if (kind === 'number' || (kind === 'word' && isLargeNumber(word))) return true;
  }
  return false;
}

function lastWord(text: string): string {
  return text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1).toLowerCase();
}

/** The word before the number belongs to it when the quantity is hedged. */
function withHedge(reading: Reading, sentence: Sentence, quantity: FoundQuantity): Span {
  if (!quantity.vague) return [quantity.begin, quantity.end];
  const low = halve(sentence.first, sentence.last, (at) => reading.tokens[at]!.end <= quantity.begin);
  return [low > sentence.first ? reading.tokens[low - 1]!.begin : quantity.begin, quantity.end];
}

/** How many ids two sets share. */
export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const id of a) if (b.has(id)) count += 1;
  return count;
}

/** Whether any token of the sentence is in the set. */
export function sentenceHas(reading: Reading, sentence: Sentence, set: ReadonlySet<string>): boolean {
  for (let at = sentence.first; at < sentence.last; at += 1) if (set.has(reading.tokens[at]!.lower)) return true;
  return false;
}
