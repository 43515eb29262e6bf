import { fileURLToPath } from 'node:url';
import { francAll } from 'franc';
import { build, type Rolldown } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { lateFranc, withLateDictionaries } from '../../scripts/vite/late-franc.ts';

const texts = [
  'Die Firma hat im vergangenen Jahr mehr Geräte verkauft als je zuvor.',
  'The company sold more devices last year than ever before.',
  'Het bedrijf heeft vorig jaar meer apparaten verkocht dan ooit tevoren.',
  'В прошлом году компания продала больше устройств, чем когда-либо прежде.',
  '去年公司销售的设备比以往任何时候都多。',
  '12 34 56 78 90 12',
  'kurz',
  '',
];

/** franc as the extension has it, in a module of its own. */
async function builtFranc(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('franc'));
  const built = await build({ configFile: false, logLevel: 'silent', plugins: [lateFranc()], build: { write: false, lib: { entry, formats: ['es'], fileName: 'franc' } } });
  const [{ code }] = (built as Rolldown.RolldownOutput[])[0]!.output;
  return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
}

describe('franc in the extension', () => {
  it('makes its dictionaries at its first question and not before, and answers as franc does', async () => {
    const address = await builtFranc();
    const split = vi.spyOn(String.prototype, 'split');
    const made = (): number => split.mock.calls.filter(([by]) => (by as unknown) === '|').length;
    const late = (await import(address)) as { francAll: typeof francAll };
    expect(made()).toBe(0);
    late.francAll('kurz');
    expect(made()).toBe(0);
    late.francAll(texts[0]);
    const once = made();
    expect(once).toBeGreaterThan(100);
    for (const text of texts) expect(late.francAll(text, { only: [] })).toEqual(francAll(text, { only: [] }));
    expect(made()).toBe(once);
    split.mockRestore();
  });

  it('that is written differently fails the build', () => {
    expect(() => withLateDictionaries('export function francAll() {}')).toThrow(/late-franc/);
  });
});
