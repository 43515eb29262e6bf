/** The bias engine's word tables, read as one list of rows; the code knows kinds of pattern and not a single word. */
import { indexPhrases, type PhraseIndex, type PhraseRow } from '../text/phrases.ts';
import comparison from './words/comparison.yml';
import hype from './words/hype.yml';
import intensifier from './words/intensifier.yml';
import loadedLanguage from './words/loaded-language.yml';
import mockery from './words/mockery.yml';
import opinionFrames from './words/opinion-frames.yml';
import presumption from './words/presumption.yml';
import suggestive from './words/suggestive.yml';
import vagueAttribution from './words/vague-attribution.yml';

interface TableRow extends PhraseRow {
  /** A neutral way to say it. */
  neutral?: string;
  /** Words that, among the three before, make it mean something else. */
  unless_before?: readonly string[];
  /** The same among the three words after. */
  unless_after?: readonly string[];
}

interface Table {
  groups: readonly { rule: string; weighs: string; rows: readonly TableRow[] }[];
}

export interface WordRow extends PhraseRow {
  rule: string;
  /** Which sentence of the reasons says why the words weigh. */
  weighs: string;
  neutral?: string;
  unlessBefore: ReadonlySet<string>;
  unlessAfter: ReadonlySet<string>;
}

/** Every table by its file name, for the tests that keep them tidy. */
export const bareTables = { comparison, hype, intensifier, 'loaded-language': loadedLanguage, mockery, 'opinion-frames': opinionFrames, presumption, suggestive, 'vague-attribution': vagueAttribution } as unknown as Readonly<Record<string, Table>>;

/** Rules whose words are looked for elsewhere than in running sentences. */
const headlineRules = new Set(['bias.sensational-headline']);
const questionRules = new Set(['bias.suggestive-question']);

function rowsOf(takes: (rule: string) => boolean): WordRow[] {
  return Object.values(bareTables).flatMap((table) =>
    table.groups.filter((group) => takes(group.rule)).flatMap((group) =>
      group.rows.map((row) => ({
        find: row.find,
        rule: group.rule,
        weighs: group.weighs,
        ...(row.neutral === undefined ? {} : { neutral: row.neutral }),
        unlessBefore: new Set(row.unless_before),
        unlessAfter: new Set(row.unless_after),
      })),
    ),
  );
}

/** Words looked for in every sentence. */
export const sentenceWords: PhraseIndex<WordRow> = indexPhrases(rowsOf((rule) => !headlineRules.has(rule) && !questionRules.has(rule)));
/** Words looked for in headlines only. */
export const headlineWords: PhraseIndex<WordRow> = indexPhrases(rowsOf((rule) => headlineRules.has(rule)));
/** Particles looked for in questions only. */
export const questionWords: PhraseIndex<WordRow> = indexPhrases(rowsOf((rule) => questionRules.has(rule)));
