/** The pack format as JSON Schema, made from the very validators. What they check beyond a shape (that the parts fit together) has no place in it. */
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import { packSchema } from '../../lib/dataset/schema.ts';
import { articleFile, claimsFile, entitiesFile, findingsFile } from '../../lib/dataset/seed-schema.ts';

/** Gives the schema: of a pack's file at the top, of the four tables of a folder under `$defs`. */
export function packJsonSchema(): object {
  const { $schema, ...pack } = toJsonSchema(packSchema, { errorMode: 'ignore' });
  // The tables are what an author writes, before defaults are filled in.
  const tables = toJsonSchemaDefs({ article: articleFile, entities: entitiesFile, claims: claimsFile, findings: findingsFile }, { errorMode: 'ignore', typeMode: 'input' });
  return {
    $schema,
    title: 'Randnotiz pack',
    description: 'A dataset of Randnotiz as one file (docs/packs.md). Tables of a folder: #/$defs/article, #/$defs/entities, #/$defs/claims, #/$defs/findings.',
    ...pack,
    properties: { ...pack.properties, checksum: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the canonical JSON of everything else in the file.' } },
    required: [...(pack.required ?? []), 'checksum'],
    $defs: tables,
  };
}
