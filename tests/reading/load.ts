/**
 * The careful reading of the seed article (`*.yml` beside this file), resolved against the article's text. A place is written as
 * context with the span in square brackets, `Bevor [Grok 4.1] auf die Bühne`; the context must stand in the article exactly
 * once, so that a changed article or a slip of the reader fails at once and says which row.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BiasCategory, ConsistencyCategory, LanguageCategory, SourceClass, Span, AttributionType } from '../../lib/model.ts';
import attributionRows from './attributions.yml';
import biasRows from './bias.yml';
import claimRows from './claims.yml';
import inconsistencyRows from './inconsistencies.yml';
import mentionRows from './mentions.yml';
import quotationRows from './quotations.yml';
import slipRows from './slips.yml';

export interface MentionRead { begin: number; end: number; otherEnd?: number; entity: string; may: boolean }
export interface ClaimRead { span: Span; gloss: string; central: boolean }
export interface AttributionRead {
  content: readonly Span[];
  speaker: readonly Span[];
  cue: readonly Span[];
  type: AttributionType;
  source: SourceClass;
  entity?: string;
  plain: boolean;
}
export type QuotationUse = 'scare' | 'fragment' | 'name' | 'term' | 'saying';
export interface QuotationRead { span: Span; use: QuotationUse; speaker?: string; plain: boolean }
export interface BiasRead { span: Span; category: BiasCategory; or: readonly BiasCategory[]; plain: boolean }
export interface SlipRead { span: Span; category: LanguageCategory; better: string; plain: boolean }
export interface InconsistencyRead { category: ConsistencyCategory; gloss: string; places: readonly Span[]; plain: boolean }

export interface CarefulReading {
  text: string;
  mentions: readonly MentionRead[];
  claims: readonly ClaimRead[];
  attributions: readonly AttributionRead[];
  quotations: readonly QuotationRead[];
  bias: readonly BiasRead[];
  slips: readonly SlipRead[];
  inconsistencies: readonly InconsistencyRead[];
}

interface Place { at: string; plain?: boolean }
type AttributionRow = Omit<AttributionRead, 'content' | 'speaker' | 'cue' | 'plain'> & { in: string; content: string[]; speaker: string[]; cue: string[]; plain?: boolean };

/** The seed article's text to the letter, from `seeds/`: the article whose text the reading was made from. */
export function seedArticle(root = join(import.meta.dirname, '../../seeds')): string {
  const folders = existsSync(root) ? readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  const texts = folders.map((folder) => join(root, folder.name, 'article.txt')).filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'));
  const first = plainWords((mentionRows as string[])[0]!);
  const article = texts.find((text) => text.startsWith(first));
  if (article === undefined) throw new Error(`seeds/*/article.txt: none begins with “${first}”`);
  return article;
}

/** Resolves the whole reading against the article's text; throws with file, row and reason when a place is not found exactly once. */
export function loadReading(text: string): CarefulReading {
  const at = <Row extends Place>(file: string, rows: readonly Row[]) => rows.map((row) => ({ ...row, span: resolve(text, row.at, file), plain: row.plain ?? true }));
  return {
    text,
    mentions: (mentionRows as string[]).flatMap((line) => mentionsOf(text, line)),
    claims: at('claims.yml', claimRows as (Place & { gloss: string; central?: boolean })[]).map(({ span, gloss, central }) => ({ span, gloss, central: central ?? true })),
    attributions: (attributionRows as AttributionRow[]).map((row) => resolveAttribution(text, row)),
    quotations: at('quotations.yml', quotationRows as (Place & { use: QuotationUse; speaker?: string })[]),
    bias: at('bias.yml', biasRows as (Place & { category: BiasCategory; or?: BiasCategory[] })[]).map((row) => ({ ...row, or: row.or ?? [] })),
    slips: at('slips.yml', slipRows as (Place & { category: LanguageCategory; better: string })[]),
    inconsistencies: (inconsistencyRows as { category: ConsistencyCategory; gloss: string; places: string[]; plain: boolean }[]).map((row) => ({
      ...row,
      places: row.places.map((place) => resolve(text, place, 'inconsistencies.yml')),
    })),
  };
}

/** Where `piece` stands in `text`; throws when that is not exactly once. */
function placeOnce(text: string, piece: string, file: string): number {
  const first = text.indexOf(piece);
  const problem = first < 0 ? 'is not found' : text.indexOf(piece, first + 1) >= 0 ? 'is found more than once' : undefined;
  if (problem) throw new Error(`tests/reading/${file}: “${piece}” ${problem}`);
  return first;
}

/** Resolves one bracketed place. */
export function resolve(text: string, place: string, file: string, base = 0): Span {
  const open = place.indexOf('[');
  const close = place.indexOf(']');
  if (open < 0 || close < open) throw new Error(`tests/reading/${file}: “${place}” has no [span]`);
  const start = base + placeOnce(text, place.slice(0, open) + place.slice(open + 1, close) + place.slice(close + 1), file);
  return [start + open, start + close - 1];
}

function resolveAttribution(text: string, row: AttributionRow): AttributionRead {
  const file = 'attributions.yml';
  const base = placeOnce(text, row.in, file);
  const spans = (places: readonly string[]) => places.map((place) => resolve(row.in, place, file, base));
  return {
    content: spans(row.content),
    speaker: spans(row.speaker),
    cue: spans(row.cue),
    type: row.type,
    source: row.source,
    ...(row.entity === undefined ? {} : { entity: row.entity }),
    plain: row.plain ?? true,
  };
}

const mentionMarkup = /\[([^\]|]+)(?:\|([^\]]+))?\]\(([a-z0-9-]+)(\?)?\)/g;

function plainWords(line: string): string {
  return line.replace(mentionMarkup, '$1$2');
}

function mentionsOf(text: string, line: string): MentionRead[] {
  const start = placeOnce(text, plainWords(line), 'mentions.yml');
  let markup = 0;
  return [...line.matchAll(mentionMarkup)].map((found) => {
    const [whole, name = '', more = '', entity = '', may] = found;
    const begin = start + found.index - markup;
    markup += whole.length - name.length - more.length;
    return { begin, end: begin + name.length, ...(more ? { otherEnd: begin + name.length + more.length } : {}), entity, may: may !== undefined };
  });
}
