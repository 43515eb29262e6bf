import type { Flag } from '../../lib/model.ts';

/** A flag of which a test names only the flagged words. */
export function flagOf(exact: string, more: Partial<Flag> = {}): Flag {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    page: { address: 'https://example.org/a', site: 'example.org', url: 'https://example.org/a', title: 'A' },
    quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: exact.length }, stance: 'unsure', note: '', tags: [], created: 0, changed: 0, ...more,
  };
}
