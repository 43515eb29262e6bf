/** Claims of the dataset as statements on a card: each with its verbatim words and where they stand. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Claim, Evidence } from '../model.ts';
import type { CardEvidence, CardFact, CardLink } from './card.ts';

/** The statement of a claim, with what its source gives of attribution and time. */
export function factOf(claim: Claim, dataset: Dataset): CardFact {
  return {
    claim: claim.id,
    statement: claim.statement,
    attribution: claim.attribution,
    evidence: evidenceOf(claim.evidence, dataset),
    ...(claim.time ? { time: claim.time } : {}),
  };
}

/** Verbatim places with the source's title, date and kind of publisher. */
export function evidenceOf(places: readonly Evidence[], dataset: Dataset): readonly CardEvidence[] {
  return places.map((place) => {
    const source = dataset.source(place);
    return {
      quote: place.quote,
      source: source?.title ?? '',
      ...(source?.date ? { date: source.date } : {}),
      ...(source?.publisherKind ? { publisher: source.publisherKind } : {}),
    };
  });
}

/** An entity to go on to; nothing for an id that the dataset does not hold. */
export function linkTo(id: string, dataset: Dataset): CardLink | undefined {
  const entity = dataset.entities.get(id);
  return entity && { entity: id, name: entity.name };
}
