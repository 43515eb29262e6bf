/** What the notebook shows: filters, order, duplicates, versions, and claims that articles report differently. */
import fc from 'fast-check';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { findDiffering } from '../../lib/notebook/differing.ts';
import { findDuplicates } from '../../lib/notebook/duplicates.ts';
import { createFilter, facetsOf, sortFlags } from '../../lib/notebook/filter.ts';
import { createEntityFinder, createJudge } from '../../lib/notebook/judge.ts';
import { isReminderDue } from '../../lib/notebook/reminder.ts';
import { watchVersions } from '../../lib/notebook/versions.ts';
import { compareWordings } from '../../lib/notebook/wordings.ts';
import type { Flag } from '../../lib/model.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

const at = (n: number, more: Partial<Flag> = {}) => exampleFlag({ id: exampleId(n), created: n, changed: n, ...more });
const said = (n: number, exact: string, address = `https://zeitung${n}.example/a`, more: Partial<Flag> = {}) =>
  at(n, { quote: { exact, prefix: '', suffix: '' }, page: { address, site: `zeitung${n}.example`, url: address, title: `Artikel ${n}` }, ...more });
const ids = (flags: readonly Flag[]) => flags.map(({ id }) => Number(`0x${id.slice(-12)}`));

describe('filters', () => {
  const flags = [said(1, 'x', undefined, { tags: ['a', 'b'] }), said(2, 'y', undefined, { tags: ['a'], stance: 'doubtful' }), said(3, 'z', undefined, { deleted: 9 })];
  it.each([
    [{}, [1, 2]],
    [{ bin: 'only' as const }, [3]],
    [{ tags: ['a'] }, [1, 2]],
    [{ tags: ['a', 'b'] }, [1]],
    [{ stances: ['doubtful' as const] }, [2]],
    [{ sites: ['zeitung1.example', 'zeitung9.example'] }, [1]],
    [{ from: 2 }, [2]],
    [{ from: 1, to: 2 }, [1]],
    [{ address: 'https://zeitung2.example/a' }, [2]],
    [{ entities: ['e'] }, [2]],
  ])('%j', (filter, wanted) => expect(ids(flags.filter(createFilter(filter, ({ quote }) => (quote.exact === 'y' ? ['e'] : []))))).toEqual(wanted));

  it('offer what there is, the most frequent first', () => {
    expect(facetsOf(flags)).toMatchObject({ tags: [{ value: 'a', count: 2 }, { value: 'b', count: 1 }], stances: [{ value: 'unsure', count: 2 }, { value: 'doubtful', count: 1 }] });
  });

  it('find the entities that a flag names', () => {
    expect(createEntityFinder(createDataset(bundledPacks))(said(1, 'Jeff Bezos gründete Amazon.'))).toEqual(['jeff-bezos', 'amazon']);
  });
});

describe('sorting', () => {
  it.each([['newest', [3, 2, 1]], ['oldest', [1, 2, 3]], ['changed', [1, 3, 2]], ['stance', [2, 3, 1]]] as const)('%s', (order, wanted) => {
    expect(ids(sortFlags([at(2, { stance: 'doubtful' }), at(3), at(1, { changed: 99 })], order))).toEqual(order === 'stance' ? [2, 3, 1] : wanted);
  });

  it('does not depend on the order before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 8 }), (times) => {
        const flags = times.map((created, n) => at(n, { created }));
        expect(sortFlags(flags.toReversed(), 'newest')).toEqual(sortFlags(flags, 'newest'));
      }),
    );
  });
});

describe('duplicates', () => {
  const flags = [said(1, 'Das Werk beschäftigt 400 Menschen.'), said(2, 'Das Werk beschäftigt 500 Menschen.'), said(3, 'Das Werk beschäftigt 400 Menschen', undefined, { deleted: 1 })];
  it('are found whatever the typesetting, on this page first', () => {
    expect(findDuplicates('DAS WERK „beschaeftigt“ 400\u00A0Menschen', 'https://zeitung1.example/a', flags)).toMatchObject([{ how: 'exact', samePage: true, flag: { id: exampleId(1) } }]);
  });
  it('are not found where a figure differs, nor in the bin', () => expect(findDuplicates('Das große Werk beschäftigt 600 Menschen', 'x', flags)).toEqual([]));
  it('of nothing are none', () => expect(findDuplicates(' … ', 'x', flags)).toEqual([]));
});

describe('versions of a flagged article', () => {
  const flag = exampleFlag({ quote: { exact: 'Das Werk am Fluss beschäftigt heute 400 Menschen in drei Schichten.', prefix: 'Am Rand der Stadt. ', suffix: ' Der Umsatz stieg.' }, position: { start: 19, end: 87 } });
  it('show both wordings where a sentence was changed', () => {
    const [version] = watchVersions('Am Rand der Stadt. Das Werk am Fluss beschäftigt heute 350 Menschen in drei Schichten. Der Umsatz stieg.', [flag]);
    expect(version).toMatchObject({ state: 'changed', now: 'Das Werk am Fluss beschäftigt heute 350 Menschen in drei Schichten.' });
    expect(version!.parts).toEqual([{ kind: 'same', text: 'Das Werk am Fluss beschäftigt heute ' }, { kind: 'gone', text: '400' }, { kind: 'new', text: '350' }, { kind: 'same', text: ' Menschen in drei Schichten.' }]);
  });

  it('say so where it is gone', () => expect(watchVersions('Ein anderer Text.', [flag])).toMatchObject([{ state: 'lost', parts: [{ kind: 'gone' }] }]));

  it('add up to both wordings, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }), (was, now) => {
        const parts = compareWordings(was, now);
        expect(parts.filter(({ kind }) => kind !== 'new').map(({ text }) => text).join('')).toBe(was);
        expect(parts.filter(({ kind }) => kind !== 'gone').map(({ text }) => text).join('')).toBe(now);
      }),
    );
  });
});

describe('claims that articles report differently', () => {
  const judge = createJudge(createDataset(bundledPacks));
  const a = said(1, 'Das Start-up Helixon hat 25 Millionen Euro eingesammelt.');
  const b = said(2, 'Das Start-up Helixon hat 52 Millionen Euro eingesammelt.');
  const c = said(3, 'Die Nasa betreibt ein Teleskop im All.');
  it('are paired once, with what differs', () => {
    expect(findDiffering([a, b, c], judge)).toMatchObject([{ one: { id: b.id }, other: { id: a.id }, difference: { field: 'quantity', here: '52 Millionen Euro', there: '25 Millionen Euro' } }]);
  });
  it('of one article are none, nor those in the bin', () => {
    expect(findDiffering([a, { ...b, page: a.page }], judge)).toEqual([]);
    expect(findDiffering([a, { ...b, deleted: 1 }], judge)).toEqual([]);
  });
});

describe('the reminder', () => {
  const day = 86_400_000;
  it('waits for enough changes and days', () => expect([isReminderDue(0, 20, 14 * day), isReminderDue(0, 19, 99 * day), isReminderDue(0, 99, 13 * day)]).toEqual([true, false, false]));
});
