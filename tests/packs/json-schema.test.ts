import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packJsonSchema } from '../../scripts/pack/json-schema.ts';

it('is published as the validators have it: run `npm run pack:schema` after changing them', () => {
  expect(JSON.parse(readFileSync('docs/pack.schema.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(packJsonSchema())));
});
