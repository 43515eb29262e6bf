import type { Flag } from '../../lib/model.ts';

/** A flag with defaults; a test names only what matters to it. */
export function exampleFlag(some: Partial<Flag> = {}): Flag {
  return {
    id: '7b9f3c52-6a0e-4d43-9a51-0f2a4d6f8e11',
    page: { address: 'https://zeitung.example/netz/artikel', site: 'zeitung.example', url: 'https://zeitung.example/netz/artikel?utm_source=x', title: 'Ein Artikel' },
    quote: { exact: 'Das Werk beschäftigt 400 Menschen.', prefix: 'Am Rand der Stadt. ', suffix: ' Der Umsatz' },
    position: { start: 120, end: 154 },
    stance: 'unsure',
    note: '',
    tags: [],
    created: 1_700_000_000_000,
    changed: 1_700_000_000_000,
    ...some,
  };
}

/** The n-th of many ids, in UUID form. */
export function exampleId(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}
