/**
 * What stands on a card, as data: made from the dataset by `lib/cards/`, shown by `components/`.
 * Every sentence that a card states of the world has its verbatim evidence beside it.
 */
import type { EntityType, SourceClass } from '../model.ts';

/** A verbatim quotation and the source it stands in. */
export interface CardEvidence {
  quote: string;
  /** The source's title and date, as far as known. */
  source: string;
  date?: string;
}

export interface CardFact {
  /** Claim id. */
  claim: string;
  /** One German sentence, "laut Artikel". */
  statement: string;
  attribution: { source: SourceClass; name?: string };
  evidence: readonly CardEvidence[];
}

export interface CardRelation {
  label: string;
  entity: string;
  name: string;
  evidence: readonly CardEvidence[];
}

export interface EntityCard {
  kind: 'entity';
  id: string;
  name: string;
  type: EntityType;
  description: string;
  facts: readonly CardFact[];
  relations: readonly CardRelation[];
  link?: string;
}

export interface ClaimCard {
  kind: 'claim';
  id: string;
  fact: CardFact;
  subject: { entity: string; name: string };
}

export type Card = EntityCard | ClaimCard;
