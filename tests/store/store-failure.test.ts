import { describe, expect, it } from 'vitest';
import { storeFailure } from '../../lib/store/store-failure.ts';

const named = (name: string, inner?: unknown) => Object.assign(new Error('x'), { name, inner });

describe('an error of the database', () => {
  it.each([
    ['a quota error', named('QuotaExceededError'), 'store_full'],
    ['a quota error inside an abort', named('AbortError', named('QuotaExceededError')), 'store_full'],
    ['a refused opening', named('OpenFailedError', named('SecurityError')), 'store_refused'],
    ['no IndexedDB at all', named('MissingAPIError'), 'store_refused'],
    ['a database that cannot be opened', named('OpenFailedError', named('UnknownError')), 'store_corrupt'],
    ['a newer version', named('OpenFailedError', named('VersionError')), 'store_newer'],
    ['an abort without a reason', named('AbortError'), 'store_failed'],
    ['anything', 'a string', 'store_failed'],
  ])('%s', (_, thrown, code) => {
    expect(storeFailure(thrown).code).toBe(code);
  });

  it('an abort without a reason on a full disk means the full disk', () => {
    expect(storeFailure(named('AbortError'), { usage: 10_000_000, quota: 10_400_000 }).code).toBe('store_full');
  });
});
