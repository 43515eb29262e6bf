import { describe, expect, it } from 'vitest';
import { flag } from '../../components/stories/sample.ts';
import { flagsToWebAnnotations } from '../../lib/formats/flags-w3c.ts';

interface Page {
  type: string;
  items: { id: string; motivation: string; created: string; body: { purpose: string; value: string }[]; target: { source: string; selector: Record<string, unknown>[] } }[];
}

const exported = (flags: Parameters<typeof flagsToWebAnnotations>[0]): Page => flagsToWebAnnotations(flags) as Page;

describe('flags as W3C Web Annotations', () => {
  it('keep the words, where they stand, what the reader made of them, and when', () => {
    const [item] = exported([flag]).items;
    expect(item).toMatchObject({ id: `urn:uuid:${flag.id}`, motivation: 'assessing', created: '2026-11-24T00:00:00.000Z' });
    expect(item!.target.source).toBe(flag.page.address);
    expect(item!.target.selector).toEqual([{ type: 'TextQuoteSelector', ...flag.quote }, { type: 'TextPositionSelector', ...flag.position }]);
    expect(item!.body.map(({ purpose, value }) => [purpose, value])).toEqual([['assessing', 'stance:doubtful'], ['commenting', flag.note]]);
  });

  it('name what confirms a claim, and leave out what is not said', () => {
    const [item] = exported([{ ...flag, stance: 'confirmed', confirmedBy: 'Handelsregister', note: '' }]).items;
    expect(item!.body.map(({ value }) => value)).toEqual(['stance:confirmed', 'Handelsregister']);
  });

  it('leave out what was thrown away', () => {
    expect(exported([{ ...flag, deleted: 1 }])).toMatchObject({ type: 'AnnotationCollection', total: 0 });
  });
});
