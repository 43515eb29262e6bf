/**
 * The whole way of a text through the house, and the only file that knows the order of its stages:
 *
 *   text → clean → reading → verdict → entities → attributions → claims → bias, slips, inconsistencies → notes → summary
 *
 * No stage calls the next. The background, the command and the tests all come through here.
 */
import { attribute } from './attribution/attribute.ts';
import { findBias } from './bias/find-bias.ts';
import { matchClaims } from './claims/match-claims.ts';
import { matchFlags } from './claims/match-flags.ts';
import { findInconsistencies } from './consistency/find-inconsistencies.ts';
import type { Dataset } from './dataset/dataset.ts';
import { findSlips } from './language/find-slips.ts';
import { summarise } from './ledger/summarise.ts';
import { matchEntities } from './match/match-entities.ts';
import type { AnnotationDocument, Article, Flag, Note } from './model.ts';
import { isRuleOn } from './rules.ts';
import { noteId, sealNotes } from './seal-notes.ts';
import { cleanText } from './text/clean-text.ts';
import { readText } from './text/read-text.ts';
import { judgePage } from './topic/judge-page.ts';

export interface AnnotateOptions {
  /** Annotate whatever the topic or length; names and claims are matched in English too. */
  force?: boolean;
  /** Notes of rules that are off by default, too. */
  all?: boolean;
  /** The reader's flags, looked for like claims. The same array again needs no new index. */
  flags?: readonly Flag[];
  /** Those among them that are not looked for, by id: they stand on this very page. */
  withoutFlags?: ReadonlySet<string>;
}

/**
 * Annotates one article with one dataset. Pure: the same input gives the same document.
 * Any text is good input; what cannot be read gives a document with `verdict: "skip"` and its reason.
 */
export function annotate(article: Article, dataset: Dataset, options: AnnotateOptions = {}): AnnotationDocument {
  const clean = cleanText(article.text);
  const blocks = article.blocks?.map((block) => ({ ...block, begin: clean.toClean(block.begin), end: clean.toClean(block.end) }));
  const reading = readText(clean.text, blocks);
  const page = judgePage(article, reading);
  let notes: Note[] = [];

  if (page.verdict === 'annotate' || options.force) {
    const entities = matchEntities(reading, dataset);
    const allAttributions = attribute(reading, entities, dataset);
    // A rule that is off says nothing to the later stages either: what it guesses to be speech stays the author's.
    const attributions = allAttributions.filter(({ rule }) => options.all || isRuleOn(rule));
    const claims = matchClaims(reading, entities, attributions, dataset);
    const flags = matchFlags(reading, entities, options.flags ?? [], dataset).filter(({ claim }) => !options.withoutFlags?.has(claim));
    const bias = findBias(reading, entities, attributions);
    const slips = findSlips(reading, entities);
    const inconsistencies = findInconsistencies(reading, entities, attributions, claims);

    const drafts = [...entities, ...allAttributions, ...claims, ...flags, ...bias, ...slips, ...inconsistencies];
    notes = sealNotes(drafts, clean, article.text, options.all ? undefined : isRuleOn);
  }

  return {
    schema: 'randnotiz.annotations/1',
    id: article.id ?? noteId('entity', article.text, 0, article.text.length).slice(1),
    page,
    text: article.text,
    notes,
    summary: summarise(reading, notes, clean.toClean),
  };
}
