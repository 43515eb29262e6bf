/** The command `flags`, and `annotate --flags`, in processes of their own. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toNotebook } from '../../lib/formats/notebook-json.ts';
import { flagsToWebAnnotations } from '../../lib/formats/flags-w3c.ts';
import type { Revision } from '../../lib/model.ts';
import { merge } from '../../lib/notebook/merge.ts';
import { makeDeviceFile } from '../../lib/sync/device-file.ts';
import { buildCommand } from '../../scripts/build-command.ts';
import { seedText } from '../../scripts/pages/seed-page.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';
import { created, revision } from '../notebook/example-revisions.ts';
import { fileWith, noFile, type Ran, runCommand } from './run-command.ts';

beforeAll(async () => void (await buildCommand('flags')), 120_000);

const flags = (...words: string[]): Promise<Ran> => runCommand(words, undefined, 'flags');
const folder = () => mkdtempSync(join(tmpdir(), 'randnotiz-flags-'));
const one = created(exampleFlag({ id: exampleId(1), note: 'eins' }), { device: 'anna' });
const two = created(exampleFlag({ id: exampleId(2), note: 'zwei' }), { device: 'bert' });
const later = revision({ id: 'l', flag: exampleId(1), device: 'bert', clock: 2, set: { stance: 'doubtful' } });
const notebook = (name: string, ...revisions: Revision[]) => fileWith(name, toNotebook(revisions));

describe('merge', () => {
  it('gives the same notebook whichever way round', async () => {
    const [a, b] = [notebook('a.json', one, later), notebook('b.json', one, two)];
    const [there, back] = [await flags('merge', a, b), await flags('merge', b, a)];
    expect(there.out).toBe(toNotebook(merge([one, later], [two])));
    expect(back.out).toBe(there.out);
    expect(there.status).toBe(0);
  });

  it('reads a shared folder, and leaves out what is half copied', async () => {
    const path = folder();
    const [whole, half] = [await makeDeviceFile('anna', [one, later]), await makeDeviceFile('bert', [two])];
    writeFileSync(join(path, whole.name), whole.content);
    writeFileSync(join(path, half.name), half.content.subarray(0, 90));
    const { status, out, err } = await flags('merge', path);
    expect(out).toBe(toNotebook([one, later]));
    expect(err).toContain('not whole');
    expect(status).toBe(1);
  });
});

describe('sync', () => {
  it('brings two notebooks and a folder together', async () => {
    const shared = folder();
    const [a, b] = [notebook('sync-a.json', one), notebook('sync-b.json', two)];
    expect((await flags('sync', shared, '--into', a, '--device', 'anna')).status).toBe(0);
    expect((await flags('sync', shared, '--into', b, '--device', 'bert')).out).toContain('"taken":1');
    expect((await flags('sync', shared, '--into', a, '--device', 'anna')).out).toContain('"taken":1');
    expect(readFileSync(a, 'utf8')).toBe(toNotebook([one, two]));
    expect(readFileSync(b, 'utf8')).toBe(readFileSync(a, 'utf8'));
  });
});

describe('export', () => {
  const file = notebook('export.json', one, two);
  it.each(['notebook', 'w3c', 'hypothesis', 'claims', 'jsonl', 'csv', 'markdown', 'html'])('prints %s', async (format) => {
    const { status, out } = await flags('export', file, '--format', format);
    expect(status).toBe(0);
    expect(out).toContain('Das Werk beschäftigt 400 Menschen.');
  });

  it('of one flag holds that flag only', async () => {
    expect((await flags('export', file, '--flag', exampleId(2))).out).toBe(toNotebook([two]));
    expect((await flags('export', file, '--flag', exampleId(7))).err).toContain('--flag');
  });
});

describe('import', () => {
  it('says what it did, and does nothing the second time', async () => {
    const target = join(folder(), 'notebook.json');
    const w3c = fileWith('w3c.jsonld', JSON.stringify(flagsToWebAnnotations([exampleFlag({ id: exampleId(3) })])));
    expect(JSON.parse((await flags('import', notebook('in.json', one), w3c, '--into', target)).out)).toMatchObject({ fresh: 2, written: true });
    const first = readFileSync(target, 'utf8');
    expect(JSON.parse((await flags('import', w3c, '--into', target)).out)).toMatchObject({ fresh: 0, same: 1 });
    expect(readFileSync(target, 'utf8')).toBe(first);
    expect(JSON.parse((await flags('import', notebook('more.json', one, two), '--into', target, '--dry-run')).out)).toMatchObject({ fresh: 1, written: false });
    expect(readFileSync(target, 'utf8')).toBe(first);
  });
});

describe('check', () => {
  it('names kind and content, or the place of the first fault', async () => {
    const good = await flags('check', notebook('good.json', one, two));
    expect(JSON.parse(good.out)).toMatchObject({ ok: true, format: 'notebook', flags: 2, revisions: 2 });
    const bad = await flags('check', fileWith('bad.json', toNotebook([one]).replace('"clock":1', '"clock":0')));
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({ ok: false, what: expect.stringContaining('$.revisions[0].clock, line 2') as string });
  });
});

describe('wrong usage', () => {
  it.each([[[]], [['nonsense']], [['merge']], [['export', 'a', 'b']], [['import', 'a']], [['sync', 'a', '--into', 'b', '--device', 'a b']], [['merge', 'a', '--format', 'xml']]])('%j is said in one line', async (words) => {
    const { status, out, err } = await flags(...words);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('and so is a file that is not there', async () => expect((await flags('merge', noFile('weg.json'))).status).toBe(1));
});

describe('annotate --flags', () => {
  const sentence = 'Heute hat Prometheus 6,2 Milliarden US-Dollar an Startkapital';
  const flag = exampleFlag({ id: exampleId(4), quote: { exact: sentence, prefix: '', suffix: '' } });
  it('finds the reader’s flags again, in one article and in a stream', async () => {
    const file = notebook('mine.json', created(flag), created(exampleFlag({ id: exampleId(5), deleted: 3, quote: flag.quote })));
    const article = fileWith('seed.txt', seedText());
    type Document = { notes: { claim?: string; pack?: string; quote: string; evidence?: { quote: string }[] }[] };
    const alone = JSON.parse((await runCommand([article, '--flags', file, '--explain'])).out) as Document;
    const mine = alone.notes.filter(({ pack }) => pack === 'flags');
    expect(mine).toMatchObject([{ claim: exampleId(4), quote: sentence, evidence: [{ quote: sentence }] }]);
    const stream = await runCommand(['--jsonl', '--flags', file], `${JSON.stringify({ id: 'a', text: seedText() })}\n`);
    expect((JSON.parse(stream.out) as Document).notes.filter(({ pack }) => pack === 'flags')).toHaveLength(1);
  });

  it('says what is wrong with the file', async () => {
    const { status, err } = await runCommand([fileWith('kurz.txt', 'Elon Musk sagte, Tesla werde eine KI-Firma sein.'), '--flags', fileWith('keine.json', '{"a": 1}')]);
    expect(status).toBe(1);
    expect(err).toMatch(/keine\.json: at \$: expected a notebook/);
  });
});
