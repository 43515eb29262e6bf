import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import type { Pack } from '../../lib/model.ts';
import { longestFile } from '../../lib/packs/limits.ts';
import { openPackFile, sealPack, writePackFile } from '../../lib/packs/pack-file.ts';

const digest = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');
const seed = bundledPacks.find(({ id }) => id === 'prometheus')!;
const open = (json: string) => openPackFile(json, { predicateIds }, digest);

/** The shipped pack as a file, spoilt before its checksum is made. */
async function fileOf(spoil: (pack: Pack & Record<string, unknown>) => void = () => {}): Promise<string> {
  const pack = structuredClone(seed) as Pack & Record<string, unknown>;
  spoil(pack);
  return writePackFile(await sealPack(pack, digest));
}

/** The first fault's kind and place. */
async function fault(json: string) {
  const opened = await open(json);
  expect(opened.ok).toBe(false);
  return opened.ok ? undefined : opened.faults[0];
}

describe('a pack as a file', () => {
  it('comes back as it was: the bundled pack takes the same path', async () => {
    const opened = await open(await fileOf());
    expect(opened).toEqual({ ok: true, value: { ...seed, checksum: (await sealPack(seed, digest)).checksum } });
  });

  it('has a checksum that formatting and the order of keys do not change', async () => {
    const file = JSON.parse(await fileOf()) as Record<string, unknown>;
    const turned = JSON.stringify(Object.fromEntries(Object.entries(file).toReversed()));
    expect((await open(turned)).ok).toBe(true);
  });

  it('is refused with a wrong checksum, naming both values', async () => {
    const json = (await fileOf()).replace(/"version": "[\d.]+"/, '"version": "9.9.9"');
    const stated = (JSON.parse(json) as { checksum: string }).checksum;
    expect(await fault(json)).toMatchObject({ code: 'checksum', path: 'checksum', value: stated, reason: expect.stringMatching(/the content has [0-9a-f]{64}/) as string });
  });

  it('is refused without a checksum, and told what it would be', async () => {
    expect(await fault(JSON.stringify(seed))).toMatchObject({ code: 'missing', path: 'checksum', reason: expect.stringContaining('this content has') as string });
  });

  it('is refused with a duplicate id', async () => {
    expect(await fault(await fileOf((pack) => { pack.claims = [...pack.claims, pack.claims[0]!]; }))).toMatchObject({ code: 'duplicate', path: `claims[${seed.claims[0]!.id}].id` });
  });

  it('is refused with a circle of what belongs to what', async () => {
    const json = await fileOf((pack) => {
      const owner = pack.entities.find(({ id }) => id === 'alphabet')!;
      const child = pack.entities.find(({ id }) => id === 'waymo')!;
      child.relations = [{ predicate: 'owns', to: 'alphabet', label: 'besitzt', evidence: owner.evidence }];
    });
    expect(await fault(json)).toMatchObject({ code: 'cycle', value: 'alphabet → waymo → alphabet' });
  });

  it('is refused with an unknown field', async () => {
    expect(await fault(await fileOf((pack) => { pack['rules'] = [{ id: 'x' }]; }))).toMatchObject({ code: 'unknown_field', path: 'rules' });
  });

  it('is told from a broken one when it is of a newer version', async () => {
    expect(await fault(await fileOf((pack) => { Object.assign(pack, { schema: 'randnotiz.pack/2', neu: 1 }); }))).toMatchObject({ code: 'newer', path: 'schema', value: 'randnotiz.pack/2' });
  });

  it('is refused when evidence is not in its source', async () => {
    expect(await fault(await fileOf((pack) => { pack.claims[0]!.evidence = [{ source: 'anderswo', begin: 0, end: 1, quote: 'x' }]; }))).toMatchObject({ code: 'evidence' });
    expect(await fault(await fileOf((pack) => { pack.claims[0]!.evidence = [{ source: pack.sources[0]!.id, begin: 0, end: 5, quote: 'x' }]; }))).toMatchObject({ code: 'evidence' });
    const withText = await fileOf((pack) => { pack.sources = [{ ...pack.sources[0]!, text: 'Ein ganz anderer Text.' }]; });
    expect(await fault(withText)).toMatchObject({ code: 'evidence', reason: expect.stringContaining('does not stand in prometheus-artikel') as string });
  });

  it('is known for half a file, wherever it was cut', async () => {
    const json = await fileOf();
    const cuts = fc.integer({ min: 1, max: json.length - 3 });
    await fc.assert(fc.asyncProperty(cuts, async (at) => { expect(await fault(json.slice(0, at))).toMatchObject({ code: 'cut_off' }); }), { numRuns: 40 });
  });

  it('is refused when it is empty, no JSON, or too large to be a pack', async () => {
    expect(await fault(' \n')).toMatchObject({ code: 'empty' });
    expect(await fault('schema: yes')).toMatchObject({ code: 'not_json', value: 'schema: yes' });
    expect(await fault(' '.repeat(longestFile) + '{}')).toMatchObject({ code: 'too_large' });
  });

  it('is never a thrown error', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (json) => { expect((await open(json)).ok).toBe(false); }), { numRuns: 200 });
  });
});
