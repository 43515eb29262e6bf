/**
 * From any German article to the first draft of a pack: names, claims and who says them, each with its words. A draft is for a person to edit:
 * it finds too much rather than too little, and its sentences are the article's own.
 */
import { attribute } from '../attribution/attribute.ts';
import { createDataset, type Dataset } from '../dataset/dataset.ts';
import { matchEntities } from '../match/match-entities.ts';
import type { Article, Entity, Pack } from '../model.ts';
import { readText } from '../text/read-text.ts';
import { proposeFindings } from './attributed.ts';
import { withInstitutions } from './find-institutions.ts';
import { findNames } from './find-names.ts';
import { cleanLine, type Proposal, type ProposedEntity } from './proposal.ts';
import { proposeClaims } from './propose-claims.ts';
import { proposeEntities } from './propose-entities.ts';
import { slug } from './slug.ts';

/**
 * Proposes a pack.
 * @param article its text to the letter; what its page says of itself goes into the source's description.
 * @param beside the packs whose names are known: their entities are referred to, not defined again.
 */
export function proposePack({ text, signals, blocks }: Article, beside: readonly Pack[] = []): Proposal {
  const reading = readText(text, blocks);
  const there = createDataset(beside);
  const known = matchEntities(reading, there);
  const isKnown = ([begin, end]: readonly [number, number]): boolean => known.some((note) => note.begin < end && begin < note.end);
  const entities = proposeEntities(reading, isKnown, there.entities.keys(), withInstitutions(reading, findNames(reading)));
  const dataset = withProposed(beside, entities);
  const notes = matchEntities(reading, dataset);
  const attributions = attribute(reading, notes, dataset);
  const claims = proposeClaims(reading, notes, attributions, dataset, there.claims.keys());
  const title = cleanLine(signals.title ?? text.slice(0, 400).trim().split('\n')[0] ?? '', 200) || 'Ohne Titel';
  const id = slug(title, 40);
  return {
    text,
    article: {
      pack: { id, version: '0.1.0', language: 'de', title, authors: [], licence: 'Noch festzulegen.' },
      source: {
        id: `${id}-artikel`,
        title,
        language: 'de',
        publisherKind: 'Noch zu beschreiben.',
        ...(signals.publisher ? { publisher: cleanLine(signals.publisher, 120) } : {}),
        ...(signals.published ? { date: cleanLine(signals.published, 60) } : {}),
        ...(signals.url && isPlainLink(signals.url) ? { url: signals.url } : {}),
        licence: 'Noch festzustellen.',
      },
    },
    entities,
    claims,
    findings: proposeFindings(reading, attributions, dataset),
  };
}

function isPlainLink(url: string): boolean {
  return url.length <= 500 && /^https?:\/\/[^\s/@:?#]+(?:\.[^\s/@:?#]+)+(?:[/?#]\S*)?$/.test(url);
}

/** The proposed names as a pack beside the others, so that the engines know them. Their evidence is not looked at. */
function withProposed(beside: readonly Pack[], rows: readonly ProposedEntity[]): Dataset {
  const entities = rows.map((row): Entity => ({ ...row, roles: [], context: [], excludes: [], relations: [], evidence: [] }));
  return createDataset([...beside, { schema: 'randnotiz.pack/1', id: 'proposal', version: '0.1.0', language: 'de', licence: '', title: '', sources: [], entities, claims: [], findings: [] }]);
}
