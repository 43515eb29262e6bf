import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnnotationDocument } from '../../lib/model.ts';
import { buildCommand } from '../../scripts/build-command.ts';
import { seedPage, seedText } from '../../scripts/pages/seed-page.ts';
import { fileWith, noFile, runCommand, startCommand } from './run-command.ts';

beforeAll(async () => void (await buildCommand()), 120_000);

const parse = (out: string): AnnotationDocument => JSON.parse(out) as AnnotationDocument;

describe('one article', () => {
  it('prints one document whose offsets hold in the input to the letter', async () => {
    const text = seedText();
    const { status, out, err } = await runCommand([fileWith('seed.txt', text)]);
    expect(err).toBe('');
    expect(status).toBe(0);
    const document = parse(out);
    expect(document.text).toBe(text);
    expect(document.page.verdict).toBe('annotate');
    expect(document.notes.length).toBeGreaterThan(100);
    for (const note of document.notes) expect(text.slice(note.begin, note.end)).toBe(note.quote);
    const order = document.notes.map(({ begin, end }) => [begin, -end] as const);
    expect(order).toEqual([...order].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
    expect(new Set(document.notes.map(({ id }) => id)).size).toBe(document.notes.length);
  });

  it('reads HTML the way of a live page, gzip by its bytes whatever its name', async () => {
    const plain = await runCommand([fileWith('page.html', seedPage()), '--url', 'https://www.heise.de/news/x.html']);
    const packed = await runCommand([fileWith('packed.html', gzipSync(seedPage())), '--url', 'https://www.heise.de/news/x.html']);
    expect(plain.status).toBe(0);
    expect(packed.out).toBe(plain.out);
    const document = parse(plain.out);
    expect(document.page).toMatchObject({ url: 'https://www.heise.de/news/x.html', article: true, language: 'de', verdict: 'annotate' });
    expect(document.page.reasons).toContain('host:heise.de');
    expect(document.text).toContain('Project Prometheus');
    expect(document.text).not.toContain('Startseite');
  });

  it('explains every note with a German sentence and its evidence', async () => {
    const { out } = await runCommand([fileWith('seed.txt', seedText()), '--explain']);
    for (const note of parse(out).notes as unknown as { message: string; evidence: { quote: string }[]; kind: string; reason: { key: string } }[]) {
      expect(note.message, `${note.kind} ${note.reason.key}`).toMatch(/^[\p{L}„"»0-9].*[.!?“"]$/u);
      expect(note.evidence.length, note.message).toBeGreaterThan(0);
    }
  });

  it.each(['w3c', 'markdown', 'csv'])('prints %s', async (format) => {
    const { status, out } = await runCommand([fileWith('seed.txt', seedText()), '--format', format]);
    expect(status).toBe(0);
    expect(out).toContain('Prometheus');
  });

  it('skips what is not its trade, and annotates it when forced', async () => {
    const cooking = fileWith('kochen.txt', 'Den Teig kneten und ruhen lassen. Danach die Äpfel schälen, schneiden und mit Zimt mischen. Alles in den Ofen geben und backen, bis die Kruste braun ist.');
    expect(parse((await runCommand([cooking])).out)).toMatchObject({ page: { verdict: 'skip' }, notes: [] });
    const forced = fileWith('kurz.txt', 'Elon Musk sagte, Tesla werde eine KI-Firma sein.');
    expect(parse((await runCommand([forced, '--force'])).out).notes.length).toBeGreaterThan(0);
  });
});

describe('bad input', () => {
  it.each([
    ['no such file', () => noFile('nirgends.txt'), 1, /no such file/],
    ['a folder', () => import.meta.dirname, 1, /folder/],
    ['an empty file', () => fileWith('leer.txt', ''), 1, /empty/],
    ['white space only', () => fileWith('weiss.txt', ' \n\t '), 1, /white space/],
    ['a binary file', () => fileWith('bild.txt', Buffer.from([137, 80, 78, 71, 0, 1, 2, 3])), 1, /binary/],
    ['broken UTF-8', () => fileWith('latin1.txt', Buffer.from('Für die Größe', 'latin1')), 1, /UTF-8 at byte 1.*iconv/],
    ['broken gzip', () => fileWith('kaputt.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])), 1, /gzip/],
  ])('says in one line what is wrong with %s', async (_, path, wanted, words) => {
    const { status, out, err } = await runCommand([path()]);
    expect(status).toBe(wanted);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(words);
  });

  it.each([[['--nonsense']], [[]], [['a.txt', 'b.txt']], [['a.txt', '--format', 'xml']], [['a.txt', '--jobs', '2']], [['--jsonl', '--jobs', '0']], [['--jsonl', 'a.txt']], [['a.html', '--url', 'heise.de']]])(
    'calls %j wrong usage',
    async (words) => {
      const { status, out, err } = await runCommand(words);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(err.trim().split('\n')).toHaveLength(1);
    },
  );

  it('names the place of a bad pack', async () => {
    const pack = fileWith('pack.json', JSON.stringify({ schema: 'randnotiz.pack/1', id: 'x' }));
    const { status, err } = await runCommand([fileWith('seed.txt', seedText()), '--pack', pack]);
    expect(status).toBe(1);
    expect(err).toContain('pack.json: at ');
  });
});

describe('a stream', () => {
  const article = (id: string, text: string): string => JSON.stringify({ id, text });
  const three = [article('a', seedText()), '{"id": "b", nonsense', article('c', 'Elon Musk sagte, Tesla werde eine KI-Firma.'), '{"id": "d"}', JSON.stringify({ id: 'e', html: seedPage(), url: 'https://t3n.de/news/e/' })].join('\n');

  it('keeps the order, puts errors in their place and goes on', async () => {
    const { status, out } = await runCommand(['--jsonl', '--force'], `${three}\n`);
    expect(status).toBe(1);
    const lines = out.trim().split('\n').map((line) => JSON.parse(line) as { id: string; line?: number; error?: { code: string } });
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(lines[1]).toMatchObject({ line: 2, error: { code: 'bad-json' } });
    expect(lines[3]).toMatchObject({ line: 4, error: { code: 'bad-line' } });
  });

  it('gives the same bytes with several workers', async () => {
    const many = Array.from({ length: 12 }, (_, index) => article(`n${index}`, seedText().slice(0, 800 + index * 100))).join('\n');
    const alone = await runCommand(['--jsonl', '--force'], many);
    const together = await runCommand(['--jsonl', '--force', '--jobs', '2'], many);
    expect(together.status).toBe(0);
    expect(together.out).toBe(alone.out);
  });

  it('ends a line at a newline only: the other line separators of Unicode may stand in an article', async () => {
    const { status, out } = await runCommand(['--jsonl', '--force'], `${article('a', 'Eine Zeile\u2028und\u2029noch eine.')}\r\n\n${article('b', 'Elon Musk.')}`);
    expect(status).toBe(0);
    expect(out.trimEnd().split('\n').map((line) => (JSON.parse(line) as AnnotationDocument).text)).toEqual(['Eine Zeile\u2028und\u2029noch eine.', 'Elon Musk.']);
  });

  it('answers each line without waiting for the next', async () => {
    const child = await startCommand(['--jsonl', '--force', '--jobs', '2']);
    child.stdin.write(`${article('a', 'Elon Musk sagte, Tesla werde eine KI-Firma.')}\n`);
    const [answer] = (await once(child.stdout, 'data')) as [Buffer];
    expect(JSON.parse(answer.toString())).toMatchObject({ id: 'a' });
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('takes an article of 8 MB within the bounds of its workers', async () => {
    const text = seedText().repeat(Math.ceil(8e6 / seedText().length));
    const { status, out, err } = await runCommand(['--jsonl', '--force', '--jobs', '2'], `${article('long', text)}\n${article('short', 'Elon Musk.')}\n`);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [long, short] = out.trimEnd().split('\n').map((line) => JSON.parse(line) as AnnotationDocument);
    expect(long!.text.length).toBe(text.length);
    expect(long!.notes.length).toBeGreaterThan(10_000);
    expect(short!.text).toBe('Elon Musk.');
  }, 120_000);

  it('goes on where a broken run stopped, and drops its torn last line', async () => {
    const whole = await runCommand(['--jsonl', '--force'], three);
    const [first] = whole.out.split('\n');
    const output = fileWith('output.jsonl', `${first}\n${whole.out.slice(first!.length + 1, first!.length + 40)}`);
    const { status, out } = await runCommand(['--jsonl', '--force', '--resume', output], three);
    expect(out).toBe('');
    expect(status).toBe(1);
    expect(readFileSync(output, 'utf8')).toBe(whole.out);
  });

  it('leaves a file alone that it did not write', async () => {
    const letter = fileWith('brief.txt', 'Liebe Oma,\nes geht mir gut.\n');
    const { status, err } = await runCommand(['--jsonl', '--resume', letter], three);
    expect(status).toBe(2);
    expect(err).toContain('brief.txt');
    expect(readFileSync(letter, 'utf8')).toContain('Liebe Oma');
  });
});
