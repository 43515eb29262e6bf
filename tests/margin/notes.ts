/** Notes with defaults: a test names only what matters to it. */
import type { AttributionNote, BiasNote, Block, BlockKind, ClaimNote, ConsistencyNote, EntityNote, Flag, LanguageNote, Note, PlacedFlag } from '../../lib/model.ts';

let count = 0;

function base<Kind extends Note['kind']>(kind: Kind) {
  count += 1;
  return { id: `n${count}`, kind, begin: 0, end: 5, quote: 'Worte', rule: `${kind}-rule`, confidence: 0.9, reason: { key: 'reason.x', values: [] } };
}

export const entity = (given: Partial<EntityNote> = {}): EntityNote => ({ ...base('entity'), entity: 'jeff-bezos', label: 'Jeff Bezos', type: 'person', pack: 'seed', ...given });
export const claim = (given: Partial<ClaimNote> = {}): ClaimNote => ({ ...base('claim'), claim: 'c1', relation: 'supports', pack: 'seed', ...given });
export const attribution = (given: Partial<AttributionNote> = {}): AttributionNote => ({ ...base('attribution'), type: 'indirect', content: [], speaker: [], cue: [], source: 'named', chain: [], ...given });
export const bias = (given: Partial<BiasNote> = {}): BiasNote => ({ ...base('bias'), category: 'hype', ...given });
export const language = (given: Partial<LanguageNote> = {}): LanguageNote => ({ ...base('language'), category: 'grammar', ...given });
export const consistency = (given: Partial<ConsistencyNote> = {}): ConsistencyNote => ({ ...base('consistency'), category: 'quantity', spans: [], ...given });

/** Blocks of ten code units each. */
export const blocks = (...kinds: BlockKind[]): Block[] => kinds.map((kind, index) => ({ kind, begin: index * 10, end: index * 10 + 9 }));

export const placed = (id: string, given: Partial<PlacedFlag> = {}): PlacedFlag => ({ flag: flag({ id }), state: 'exact', span: [0, 5], ...given });

export const flag = (given: Partial<Flag> = {}): Flag => ({
  id: 'f1',
  page: { address: 'https://example.test/a', site: 'example.test', url: 'https://example.test/a', title: 'Titel' },
  quote: { exact: 'Worte', prefix: '', suffix: '' },
  position: { start: 0, end: 5 },
  stance: 'unsure',
  note: '',
  tags: [],
  created: 0,
  changed: 0,
  ...given,
});
