// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useSearch } from '../../components/notebook/use-search.ts';
import type { Flag } from '../../lib/model.ts';
import { fold } from '../../lib/notebook/fold.ts';
import { created, revision } from '../notebook/example-revisions.ts';
import { exampleFlag } from '../store/example-flag.ts';

// happy-dom is never idle: the index is filled when it is asked for.
vi.stubGlobal('requestIdleCallback', () => 0);
vi.stubGlobal('cancelIdleCallback', () => undefined);
afterEach(cleanup);

describe('the search of the notebook', () => {
  it('finds what another device wrote before this one wrote last, or with a clock that was set back', () => {
    const here = revision({ device: 'b', clock: 5, at: 9_000, set: { stance: 'doubtful' } });
    const there = revision({ id: 'there', device: 'a', clock: 4, at: 8_000, set: { note: 'Satellitenbild' } });
    const [before, after] = [fold([created(), here])!, fold([created(), here, there])!];
    expect(after.changed).toBe(before.changed);
    const { result, rerender } = renderHook(({ flags }: { flags: readonly Flag[] }) => useSearch(flags, 'satellit', {}, 'changed', () => []), { initialProps: { flags: [before] } });
    expect(result.current).toEqual([]);
    rerender({ flags: [after] });
    expect(result.current).toEqual([after]);
    rerender({ flags: [exampleFlag()] });
    expect(result.current).toEqual([]);
  });
});
