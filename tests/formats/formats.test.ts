import { describe, expect, it } from 'vitest';
import { csvCell, toCsv } from '../../lib/formats/csv.ts';
import { escapeMarkdown, toMarkdown } from '../../lib/formats/markdown.ts';
import { toWebAnnotations } from '../../lib/formats/w3c.ts';
import type { AnnotationDocument, BiasNote } from '../../lib/model.ts';

const text = 'Es ist kein Wunder, "sagt" er.';
const note: BiasNote = { id: 'b1', kind: 'bias', category: 'presumption', begin: 7, end: 18, quote: 'kein Wunder', rule: 'presumption', confidence: 0.9, reason: { key: 'reason.bias.presumption', values: [] } };
const document: AnnotationDocument = {
  schema: 'randnotiz.annotations/1',
  id: 'a1',
  page: { url: 'https://www.example.org/a', title: 'Ein <Titel>', language: 'de', languageConfidence: 1, article: true, tech: true, techScore: 1, verdict: 'annotate', reasons: [] },
  text,
  notes: [note],
  summary: {
    words: 6,
    minutes: 1,
    notes: { entity: 0, claim: 0, attribution: 0, bias: 1, language: 0, consistency: 0 },
    categories: { 'bias/presumption': 1 },
    sources: [],
    rests: { named: 0, anonymous: 0, collective: 0, institution: 0, media: 0, none: 1 },
  },
};
const say = (): string => 'Ein Satz.';

describe('W3C Web Annotations', () => {
  it('points at the article by quote and position', () => {
    const page = toWebAnnotations(document, say) as { type: string; items: { type: string; motivation: string; target: { source: string; selector: Record<string, unknown>[] } }[] };
    expect(page.type).toBe('AnnotationPage');
    expect(page.items[0]!.target.source).toBe('https://www.example.org/a');
    expect(page.items[0]!.target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: 'kein Wunder', prefix: 'Es ist ', suffix: ', "sagt" er.' },
      { type: 'TextPositionSelector', start: 7, end: 18 },
    ]);
  });
});

describe('CSV', () => {
  it('quotes what needs quotes and ends rows with CRLF', () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(toCsv(document, say).split('\r\n')).toHaveLength(3);
  });

  it.each(['=1+1', '+1', '-cmd', '@x', '\tx'])('takes the formula out of %j', (value) => {
    expect(csvCell(value).replaceAll('"', '').startsWith("'")).toBe(true);
  });

  it('leaves numbers alone', () => expect(csvCell('-1.5')).toBe('-1.5'));
});

describe('Markdown', () => {
  it('shows text as text', () => {
    expect(escapeMarkdown('<b>*x*</b> [a](b)')).toBe(String.raw`\<b\>\*x\*\</b\> \[a\](b)`);
    const words = { kinds: { entity: 'Namen', claim: 'B', attribution: 'W', bias: 'Wie', language: 'S', consistency: 'K' }, sources: 'Quellen', say, sourceClass: () => 'x' };
    const out = toMarkdown(document, words);
    expect(out).toContain(String.raw`# Ein \<Titel\>`);
    expect(out).toContain('## Wie (1)');
    expect(out).toContain('„kein Wunder“ — Ein Satz.');
  });
});
