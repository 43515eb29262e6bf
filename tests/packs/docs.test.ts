/** What docs/packs.md says is so: its example is sound, its figures are those measured, its list of faults is whole. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { predicateIds } from 'virtual:randnotiz/packs';
import { expect, it } from 'vitest';
import { packFaultCodes } from '../../lib/dataset/fault.ts';
import { openPackFile } from '../../lib/packs/pack-file.ts';
import { measureProposal } from '../proposal/seed.ts';

const document = readFileSync('docs/packs.md', 'utf8');

it('shows a complete pack that can be installed as it stands there', async () => {
  const example = /```json\n(\{[\s\S]*?\n\})\n```/.exec(document)![1]!;
  const opened = await openPackFile(example, { predicateIds }, async (text) => createHash('sha256').update(text).digest('hex'));
  expect(opened).toMatchObject({ ok: true, value: { id: 'musterwerk' } });
});

it('has the figures of the proposal as measured', () => {
  const { entities, claims, precision } = measureProposal();
  const of = ({ found, missed }: { found: readonly unknown[]; missed: readonly unknown[] }) => `${found.length} of ${found.length + missed.length}`;
  expect(document).toContain(`${of(entities)} named entities and ${of(claims)} central claims; of what it proposes, ${precision.entities.toFixed(2)} of the entities and ${precision.claims.toFixed(2)} of the claims`);
});

it('names every kind of fault', () => {
  expect(packFaultCodes.filter((code) => !document.includes(`\`${code}\``))).toEqual([]);
});
