/** Out and in again: our own files byte for byte, W3C without loss, Hypothesis as far as its form goes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsToHypothesis } from '../../lib/formats/flags-hypothesis.ts';
import { flagsToJsonLines } from '../../lib/formats/flags-jsonl.ts';
import { flagsToWebAnnotations } from '../../lib/formats/flags-w3c.ts';
import { notebookChunks, toNotebook } from '../../lib/formats/notebook-json.ts';
import { merge } from '../../lib/notebook/merge.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';
import { anyRevisions, created, revision } from '../notebook/example-revisions.ts';
import { fullFlag, pageOf, read } from './example-files.ts';

const page = { ...exampleFlag().page, ...pageOf(exampleFlag().page.url) };
const flags = [exampleFlag({ ...fullFlag, page }), exampleFlag({ id: exampleId(2), page, note: 'ü', created: 1_700_000_000_001, changed: 1_800_000_000_000 })];

describe('the notebook’s own file', () => {
  it('comes back byte for byte, whatever was in it and however it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyRevisions, fc.integer({ min: 1, max: 400 }), async (revisions, size) => {
        const file = toNotebook(revisions);
        const back = await read(file, size);
        expect(toNotebook(back.revisions)).toBe(file);
        expect(back.skipped).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whether it is written at once or in portions', async () => {
    const revisions = merge(flags.flatMap((flag) => [created(flag), revision({ id: 'x', flag: flag.id, clock: 2, set: { note: 'später' } })]), []).sort((a, b) => (a.flag < b.flag ? -1 : 1));
    const portions = [revisions.slice(0, 2), [], revisions.slice(2)];
    let pieces = '';
    for await (const piece of notebookChunks(portions)) pieces += piece;
    expect(pieces).toBe(toNotebook(revisions));
  });

  it('holds each revision on a line of its own', () => {
    const lines = toNotebook(flags.map((flag) => created(flag))).trimEnd().split('\n');
    expect(lines).toHaveLength(2 + flags.length);
    expect(() => JSON.parse(lines.join('\n')) as unknown).not.toThrow();
  });

  it('can be empty', async () => expect((await read(toNotebook([]))).format).toBe('notebook'));
});

describe('JSON Lines', () => {
  it('come back byte for byte', async () => {
    const file = flagsToJsonLines(flags);
    expect(flagsToJsonLines((await read(file)).flags)).toBe(file);
  });

  it('of one flag are known by their schema', async () => {
    expect(await read(flagsToJsonLines(flags.slice(0, 1)))).toMatchObject({ format: 'flags', flags: flags.slice(0, 1) });
  });
});

describe('W3C Web Annotations', () => {
  it('come back as the same flags', async () => {
    expect(await read(JSON.stringify(flagsToWebAnnotations(flags), null, 2))).toMatchObject({ format: 'w3c', flags, skipped: [] });
  });

  it('and the same bytes', async () => {
    const file = JSON.stringify(flagsToWebAnnotations(flags));
    expect(JSON.stringify(flagsToWebAnnotations((await read(file)).flags))).toBe(file);
  });
});

describe('a Hypothesis export', () => {
  it('of ours comes back with words, place, stance, note and tags', async () => {
    const [full] = (await read(JSON.stringify(flagsToHypothesis(flags, 0)))).flags;
    expect(full).toMatchObject({ id: flags[0]!.id, quote: flags[0]!.quote, position: flags[0]!.position, stance: 'confirmed', tags: flags[0]!.tags, created: flags[0]!.created, page: { title: page.title, site: page.site } });
    expect(full!.note).toBe(`${fullFlag.note}\n\n${fullFlag.confirmedBy}\n\n${fullFlag.link}`);
  });

  it('is what the client’s import asks for: a list of annotations with target, tags, text, uri and document', () => {
    const file = flagsToHypothesis(flags, 0) as { annotations: Record<string, unknown>[] };
    for (const annotation of file.annotations) expect(annotation).toMatchObject({ uri: page.address, text: expect.any(String) as string, tags: expect.any(Array) as string[], document: { title: [page.title] }, target: [{ source: page.address }] });
  });
});
