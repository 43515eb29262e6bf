/** Files of others, and files that are not as they should be: the place, what was expected, and nothing taken in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileLimits } from '../../lib/exchange/limits.ts';
import { toNotebook } from '../../lib/formats/notebook-json.ts';
import { exampleFlag } from '../store/example-flag.ts';
import { created } from '../notebook/example-revisions.ts';
import { faultOf, read } from './example-files.ts';

const anno = (more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://anno.example/1', type: 'Annotation', created: '2026-01-02T03:04:05Z',
  target: { source: 'https://www.zeitung.example/a?utm=1', selector: { type: 'TextQuoteSelector', exact: 'Worte' } }, ...more,
});
const hypothesis = (more: object = {}) => ({
  id: 'abcDEF_-1', created: '2026-01-02T03:04:05.678901+00:00', updated: '2026-01-03T03:04:05+00:00', user: 'acct:x@hypothes.is', uri: 'https://zeitung.example/a', text: 'Stimmt das?', tags: ['Geld'],
  document: { title: ['Ein Artikel'] }, target: [{ source: 'https://zeitung.example/a', selector: [{ type: 'RangeSelector', startContainer: '/p[1]' }, { type: 'TextPositionSelector', start: 5, end: 10 }, { type: 'TextQuoteSelector', exact: 'Worte', prefix: 'a', suffix: 'b' }] }], ...more,
});

describe('annotations of others', () => {
  it.each([
    ['one alone', anno()],
    ['a list', [anno()]],
    ['a page', { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items: [anno()] }],
    ['a collection', { type: 'AnnotationCollection', total: 1, first: { type: 'AnnotationPage', items: [anno()] }, label: 'x' }],
    ['a target in a list', anno({ target: [anno().target] })],
    ['a selector refined by another', anno({ target: { source: 'https://www.zeitung.example/a?utm=1', selector: [{ type: 'FragmentSelector', value: 'x', refinedBy: { type: 'oa:TextQuoteSelector', exact: 'Worte' } }] } })],
    ['a source that is an object', anno({ target: { source: { id: 'https://www.zeitung.example/a?utm=1' }, selector: [{ type: 'TextQuoteSelector', exact: 'Worte' }] } })],
  ])('are read as %s', async (_, value) => {
    for (const file of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const { flags, skipped } = await read(file);
      expect(skipped).toEqual([]);
      expect(flags).toMatchObject([{ quote: { exact: 'Worte' }, page: { site: 'zeitung.example', address: 'https://www.zeitung.example/a' }, stance: 'unsure', created: Date.UTC(2026, 0, 2, 3, 4, 5) }]);
    }
  });

  it.each([
    [{ bodyValue: 'Kommentar' }, { note: 'Kommentar' }],
    [{ body: 'https://beleg.example/' }, { link: 'https://beleg.example/' }],
    [{ body: { type: 'TextualBody', value: 'Kommentar' } }, { note: 'Kommentar' }],
    [{ body: [{ value: 'eins' }, { value: 'zwei', purpose: 'commenting' }, { value: 'Geld', purpose: 'tagging' }] }, { note: 'eins\n\nzwei', tags: ['Geld'] }],
    [{ body: { type: 'SpecificResource', source: 'https://beleg.example/' } }, { link: 'https://beleg.example/' }],
    [{ body: { id: 'javascript:alert(1)' } }, { note: '' }],
  ])('with %j become %j', async (more, wanted) => expect((await read(JSON.stringify(anno(more)))).flags).toMatchObject([wanted]));

  it('are the same flag at every import', async () => {
    const [one, other] = [await read(JSON.stringify(anno())), await read(JSON.stringify([anno()]))];
    expect(one.revisions).toEqual(other.revisions);
  });

  it('that no flag can hold are left out and listed with their place', async () => {
    const file = JSON.stringify([anno({ id: 'b', target: 'https://zeitung.example/a' }), 7, anno({ target: { selector: { type: 'TextQuoteSelector', exact: 'x' } } }), anno()].toSorted(() => -1).toReversed());
    const { flags, skipped } = await read(file.replace('[', `[${JSON.stringify(anno())},`));
    expect(flags).toHaveLength(1);
    expect(skipped.map(({ why }) => why).sort()).toEqual(['malformed', 'no_address', 'no_quote']);
    expect(skipped[0]!.place).toMatch(/^\$\[\d\], line 1$/);
  });
});

describe('a Hypothesis export', () => {
  const file = (...annotations: object[]) => JSON.stringify({ export_date: '2026-01-05T00:00:00Z', export_userid: 'acct:x@hypothes.is', client_version: '1.1500.0', annotations });
  it('is read with quote, place, page, text and tags; page notes and replies are left out', async () => {
    const { flags, skipped, format } = await read(file(hypothesis(), hypothesis({ id: 'n', target: [{ source: 'https://zeitung.example/a' }] }), hypothesis({ id: 'r', references: ['abcDEF_-1'] })));
    expect(format).toBe('hypothesis');
    expect(flags).toMatchObject([{ quote: { exact: 'Worte', prefix: 'a', suffix: 'b' }, position: { start: 5, end: 10 }, note: 'Stimmt das?', tags: ['Geld'], page: { title: 'Ein Artikel', site: 'zeitung.example' } }]);
    expect(skipped.map(({ why }) => why)).toEqual(['no_quote', 'reply']);
  });

  it('may have its date after its annotations, a title that is a string, and none at all', async () => {
    expect((await read(JSON.stringify({ annotations: [hypothesis({ document: { title: 'T' } })], export_date: 'x' }))).flags).toMatchObject([{ page: { title: '' } }].slice(1).concat([{ page: { title: 'T' } }]));
    expect((await read(file())).revisions).toEqual([]);
  });

  it('as its interface lists it', async () => expect((await read(JSON.stringify({ total: 1, rows: [hypothesis()] }))).flags).toHaveLength(1));
});

describe('a file that is not as it should be', () => {
  const notebook = toNotebook([created(exampleFlag())]);
  const revisions = '{"schema":"randnotiz.revisions/1","device":"a"}\n';
  it.each([
    ['nothing', '', 'empty', ''],
    ['white space', ' \n ', 'empty', ''],
    ['no JSON', 'Liebe Oma', 'not_json', 'line 1'],
    ['JSON of another kind', '{"name": "x", "version": 1}', 'unknown_format', '$'],
    ['a list of other things', '[{"a": 1}]', 'unknown_format', '$[0], line 1'],
    ['half a file', notebook.slice(0, -20), 'cut_off', /^\$\.revisions/],
    ['a file with something after it', `${notebook}x`, 'not_json', /^line 4/],
    ['a newer notebook', notebook.replace('notebook/1', 'notebook/2'), 'newer', '$.schema'],
    ['revisions without their schema', '{"revisions":[{}]}', 'unknown_format', '$.revisions[0], line 1'],
    ['an entry with a wrong clock', notebook.replace('"clock":1', '"clock":"1"'), 'bad_entry', '$.revisions[0].clock, line 2'],
    ['an entry with an unknown field', notebook.replace('"note":""', '"note":"","colour":"red"'), 'bad_entry', '$.revisions[0].set.colour, line 2'],
    ['an entry that leads elsewhere', notebook.replace('"note":""', '"note":"","link":"javascript:alert(1)"'), 'bad_entry', '$.revisions[0].set.link, line 2'],
    ['a flag line with a wrong stance', '{"schema":"randnotiz.flag/1","stance":"x"}\n{"schema":"randnotiz.flag/1"}', 'bad_entry', /^line 1/],
    ['a device’s file without its end', `${revisions}${JSON.stringify(created(exampleFlag()))}\n`, 'cut_off', ''],
    ['a comma too many', '[1,]', 'unknown_format', '$[0], line 1'],
    ['a bad word', '{"schema": nul', 'cut_off', '$.schema, line 1'],
  ])('%s', async (_, file, code, place) => {
    for (const size of [1, 3, 1000]) {
      const fault = await faultOf(file, size);
      expect(fault?.code, `pieces of ${size}`).toBe(code);
      expect(fault?.expected).not.toBe('');
      if (typeof place === 'string') expect(fault?.place).toBe(place);
      else expect(fault?.place).toMatch(place);
    }
  });

  it('is refused where a limit is passed', async () => {
    const deep = `[${'{"a":'.repeat(40)}1${'}'.repeat(40)}]`;
    expect((await faultOf(deep))?.code).toBe('too_deep');
    const small = { ...fileLimits, size: 400, entry: 200, count: 3 };
    expect((await faultOf('[1,2,3,4]', 3, small))?.code).toBe('unknown_format');
    const list = JSON.stringify(Array.from({ length: 4 }, () => ({ type: 'Annotation' })));
    expect((await faultOf(list, 3, small))?.code).toBe('too_many');
    expect((await faultOf(`["${'x'.repeat(300)}"]`, 3, small))?.code).toBe('too_long');
    expect((await faultOf(`[${' '.repeat(500)}]`, 3, small))?.code).toBe('too_large');
  });

  it('never throws anything but a fault, whatever stands in it', async () => {
    const piece = fc.oneof(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', '"items"', '"type":"Annotation"', '"revisions"', '"schema":"randnotiz.notebook/1"', '"target"', 'null', '1e9', '-', JSON.stringify(anno()), JSON.stringify(hypothesis())), fc.string({ maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), async (pieces, size) => {
        await faultOf(pieces.join(''), size);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same result however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ depthSize: 'medium' }), fc.integer({ min: 1, max: 9 }), async (json, size) => {
        expect(await faultOf(json, size)).toEqual(await faultOf(json, 10_000));
      }),
      { numRuns: 200 },
    );
  });
});
