/** What a proposal is made of: the rows of a seed folder as an author would write them (`seeds/README.md`). */
import type { Place } from '../dataset/seed-schema.ts';
import type { AttributionType, EntityType, Inflection, Quantity, SourceClass } from '../model.ts';

export interface ProposedForm {
  text: string;
  inflection: Inflection;
  ambiguous?: boolean;
}

export interface ProposedEntity {
  id: string;
  name: string;
  type: EntityType;
  description: string;
  forms: readonly ProposedForm[];
  context?: readonly string[];
  evidence: readonly Place[];
}

export interface ProposedClaim {
  id: string;
  statement: string;
  subject: string;
  predicate: string;
  objects?: readonly string[];
  quantity?: Quantity;
  time?: string;
  polarity?: 'negated';
  central: boolean;
  words?: readonly string[];
  attribution: { source: SourceClass; name?: string };
  evidence: readonly Place[];
}

export interface ProposedFinding {
  kind: 'attribution';
  category: AttributionType | SourceClass;
  comment: string;
  evidence: readonly Place[];
}

export interface Proposal {
  text: string;
  article: {
    pack: { id: string; version: string; language: string; title: string; authors: readonly string[]; licence: string };
    source: { id: string; title: string; language: string; publisherKind: string; publisher?: string; date?: string; url?: string; licence: string };
  };
  entities: readonly ProposedEntity[];
  claims: readonly ProposedClaim[];
  findings: readonly ProposedFinding[];
}

/** One clean line, as the format wants it: composed, nothing invisible, single spaces, at most so long. */
export function cleanLine(words: string, longest: number): string {
  const line = words.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/gu, ' ').replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
