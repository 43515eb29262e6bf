import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { rulesDocument } from '../../lib/rules-document.ts';
import { rules } from '../../lib/rules.ts';

it('docs/rules.md says what the rule tables say', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/rules.md'), 'utf8');
  expect(page === rulesDocument(rules), 'docs/rules.md is out of date: npm run rules').toBe(true);
});
