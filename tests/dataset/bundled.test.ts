import { bundledPacks } from 'virtual:randnotiz/packs';
import { expect, it } from 'vitest';

it('bundles the packs of seeds/', () => {
  expect(bundledPacks.map((pack) => pack.id)).toContain('prometheus');
});
