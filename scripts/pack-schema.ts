/** `npm run pack:schema`: writes `docs/pack.schema.json` from the validators, so that editors complete pack files and the tables of a folder. A test holds it up to date. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packJsonSchema } from './pack/json-schema.ts';

writeFileSync(resolve(import.meta.dirname, '../docs/pack.schema.json'), `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
