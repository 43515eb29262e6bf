/**
 * What stands on a card, as data: made from the dataset by `lib/cards/`, shown by `components/`.
 * Every sentence that a card states of the world has its verbatim evidence beside it.
 */
import type { EntityType, SourceClass } from '../model.ts';

/** A verbatim quotation and the source it stands in. */
export interface CardEvidence {
  quote: string;
  /** The source's title. */
  source: string;
  /** As far as known: ISO 8601, or in words as the source has it. */
  date?: string;
  /** What kind of publisher it is, in words. */
  publisher?: string;
}

export interface CardFact {
  /** Claim id. */
  claim: string;
  /** One German sentence, "laut Artikel". */
  statement: string;
  attribution: { source: SourceClass; name?: string };
  evidence: readonly CardEvidence[];
  /** What the source's time for it is, as far as it gives one. */
  time?: string;
}

export interface CardLink {
  entity: string;
  name: string;
}

export interface CardRelation extends CardLink {
  /** In words, seen from the card's entity: "gründete", "gegründet von". */
  label: string;
  evidence: readonly CardEvidence[];
}

/** What one pack says an id stands for, where packs say it differently. */
export interface CardAccount {
  /** The pack's title. */
  pack: string;
  name: string;
  description: string;
}

export interface EntityCard {
  kind: 'entity';
  id: string;
  name: string;
  type: EntityType;
  description: string;
  /** Claims of which it is subject or object; those of which it is the subject and those that matter most first. */
  facts: readonly CardFact[];
  /** Both ways: what it does to others, and what others do to it. */
  relations: readonly CardRelation[];
  link?: string;
  /** Absent where there is one account only; else all of them, that of this card first. */
  accounts?: readonly CardAccount[];
}

export interface ClaimCard {
  kind: 'claim';
  id: string;
  fact: CardFact;
  subject: CardLink;
  objects: readonly CardLink[];
  /** What the sources say of the same subject and matter besides. */
  others: readonly CardFact[];
}

export type Card = EntityCard | ClaimCard;
