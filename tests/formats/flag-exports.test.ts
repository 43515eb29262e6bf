/** The reader's flags in all formats: valid, escaped, harmless, and nothing from the bin. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { exportFlags, flagFormats } from '../../lib/formats/export-flags.ts';
import { flagsToClaims } from '../../lib/formats/flags-schema-org.ts';
import { htmlStyle, htmlStyleHash } from '../../lib/formats/flags-html.ts';
import { annotationOf, flagsToWebAnnotations } from '../../lib/formats/flags-w3c.ts';
import { toWebAnnotations } from '../../lib/formats/w3c.ts';
import { quotationOf } from '../../lib/formats/quotation.ts';
import { textFragmentLink } from '../../lib/formats/text-fragment.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';
import { fullFlag, words } from '../exchange/example-files.ts';
import anno from '@kba/anno-schema';
import { faultsOfModel } from './web-annotation-model.ts';

const flags = [exampleFlag(fullFlag), exampleFlag({ id: exampleId(2), note: 'zweite', stance: 'doubtful' }), exampleFlag({ id: exampleId(3), note: 'IM PAPIERKORB', deleted: 5 })];
const out = (format: (typeof flagFormats)[number]) => exportFlags(format, { flags, words, now: 0, reader: 'Erika Mustermann' });

const annotated = { schema: 'randnotiz.annotations/1', id: 'a', text: 'Es ist kein Wunder.', page: { url: 'https://zeitung.example/a', title: 'T', language: 'de', languageConfidence: 1, article: true, tech: true, techScore: 1, verdict: 'annotate', reasons: [] }, summary: {}, notes: [{ id: 'b1', kind: 'bias', category: 'presumption', begin: 7, end: 18, quote: 'kein Wunder', rule: 'r', confidence: 1, reason: { key: 'k', values: [] } }] } as unknown as Parameters<typeof toWebAnnotations>[0];

describe('every export', () => {
  it.each(flagFormats.filter((format) => format !== 'notebook'))('%s leaves the bin out', (format) => {
    expect(out(format)).toContain('zweite');
    expect(out(format)).not.toContain('PAPIERKORB');
  });
});

describe('W3C Web Annotations', () => {
  it('are valid against the model', () => {
    expect(faultsOfModel('page', flagsToWebAnnotations(flags))).toEqual([]);
    expect(faultsOfModel('collection', flagsToWebAnnotations([]))).toEqual([]);
    for (const flag of flags) expect(faultsOfModel('annotation', annotationOf(flag))).toEqual([]);
  });

  it('are valid for an annotation server that others wrote', () => {
    const faults = (value: unknown): string[] => (anno.validate.Annotation(value) ? [] : (anno.validate.Annotation.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`));
    for (const flag of flags) expect(faults(annotationOf(flag))).toEqual([]);
    const { items } = toWebAnnotations(annotated, () => 'Ein Satz.') as { items: unknown[] };
    expect(items.map(faults)).toEqual([[]]);
    expect(faults({ ...annotationOf(flags[0]!), target: 7 })).not.toEqual([]);
  });

  it('of an annotated article are too', () => {
    expect(faultsOfModel('page', toWebAnnotations(annotated, () => 'Ein Satz.'))).toEqual([]);
  });

  it('would be refused if they were not', () => {
    const good = annotationOf(flags[0]!);
    for (const bad of [{ ...good, id: 'no iri' }, { ...good, target: [] }, { ...good, motivation: 'ranting' }, { ...good, created: 'gestern' }, { ...good, bodyValue: 'x' }, { ...good, '@context': 'https://schema.org' }]) expect(faultsOfModel('annotation', bad)).not.toEqual([]);
  });
});

describe('schema.org', () => {
  type Graph = { '@graph': Record<string, unknown>[] };
  it('has reviews only where a named reader gave a rating', () => {
    const types = (reader?: string) => (flagsToClaims(flags, words, reader) as Graph)['@graph'].map((one) => one['@type']);
    expect(types()).toEqual(['Claim', 'Claim']);
    expect(types('  ')).toEqual(['Claim', 'Claim']);
    expect(types('Erika Mustermann')).toEqual(['ClaimReview', 'ClaimReview']);
    expect((flagsToClaims([exampleFlag()], words, 'Erika Mustermann') as Graph)['@graph'][0]).toMatchObject({ '@type': 'Claim' });
  });

  it('never gives a number for the truth', () => expect(out('claims')).not.toContain('ratingValue'));
});

describe('CSV', () => {
  it('has one row a flag and no formula', () => {
    const rows = out('csv').split('\r\n');
    expect(rows).toHaveLength(4);
    expect(rows[1]!.startsWith(`"'=Er sagte`)).toBe(true);
  });
});

describe('Markdown', () => {
  it('shows every word as text', () => {
    expect(out('markdown')).toContain(String.raw`> =Er sagte: „6,2 Milliarden“, \<b\>mehr\</b\> als \| andere`);
    expect(out('markdown')).toContain(String.raw`\# zwei \</script\>`);
    expect(out('markdown')).not.toMatch(/(?<!\\)<script/);
  });
});

describe('HTML', () => {
  it('holds no script, loads nothing, and says so in its policy', () => {
    const { document } = parseHTML(out('html'));
    expect(document.querySelectorAll('script, img, link, iframe, object, form, style ~ style')).toHaveLength(0);
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toBe(`default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'`);
    expect(document.querySelector('blockquote')?.textContent).toBe(flags[0]!.quote.exact);
  });

  it('names the hash of its style', () => expect(htmlStyleHash).toBe(`sha256-${createHash('sha256').update(htmlStyle).digest('base64')}`));

  it('lets no words become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const hostile = `<img src=x onerror=a>"'${text}`;
        const flag = exampleFlag({ quote: { exact: hostile, prefix: '', suffix: '' }, note: hostile, tags: [hostile], page: { address: `javascript:${text}`, site: hostile, url: `javascript:${text}`, title: hostile } });
        const { document } = parseHTML(exportFlags('html', { flags: [flag], words, now: 0 }));
        expect(document.querySelectorAll('img, [onerror], a[href^="javascript"]')).toHaveLength(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a quotation', () => {
  it('names its article and leads to the words', () => {
    expect(quotationOf(exampleFlag(), words)).toBe(
      '„Das Werk beschäftigt 400 Menschen.“\nEin Artikel, zeitung.example, 2023-11-14\nhttps://zeitung.example/netz/artikel?utm_source=x#:~:text=Rand%20der%20Stadt.-,Das%20Werk%20besch%C3%A4ftigt%20400%20Menschen.,-Der\n',
    );
  });
});

describe('a text fragment', () => {
  const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });
  it('encodes the signs with a meaning of their own', () => expect(textFragmentLink('https://a.example/', quote('A-B, C & D'))).toBe('https://a.example/#:~:text=A%2DB%2C%20C%20%26%20D'));
  it('keeps a fragment that is there', () => expect(textFragmentLink('https://a.example/#x', quote('Wort'))).toBe('https://a.example/#x:~:text=Wort'));
  it('names a long quote by its ends', () => {
    const long = Array.from({ length: 40 }, (_, n) => `Wort${n}`).join(' ');
    expect(textFragmentLink('https://a.example/', quote(long))).toBe('https://a.example/#:~:text=Wort0%20Wort1%20Wort2%20Wort3%20Wort4,Wort35%20Wort36%20Wort37%20Wort38%20Wort39');
  });
  it('takes any quote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 30 }), (exact, side) => {
        expect(new URL(textFragmentLink('https://a.example/', quote(exact, side, side))).host).toBe('a.example');
      }),
    );
  });
});
