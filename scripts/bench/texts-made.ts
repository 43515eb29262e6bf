/** Made-up names and packs of every size, the same on every run; for Node and for a page. */
import type { Entity, Pack } from '../../lib/model.ts';

/** The same row of numbers on every run (Lehmer's generator; no product is beyond what a number holds exactly, or it would soon turn in a circle). */
export function random(seed = 7): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

const beginnings = ['Nord', 'Blau', 'Kern', 'Licht', 'Neo', 'Quant', 'Robo', 'Stern', 'Tele', 'Ultra', 'Vega', 'Wolk', 'Xeno', 'Zenit', 'Grün', 'Hoch', 'Möwe', 'Öko', 'Süß', 'Größ'];
const middles = ['a', 'e', 'i', 'o', 'u', 'ar', 'en', 'is', 'on', 'us', 'ax', 'el', 'im', 'or', 'ut'];
const endings = ['tron', 'werk', 'soft', 'netz', 'tech', 'lab', 'data', 'space', 'drive', 'mind', 'chip', 'cloud'];
const seconds = ['Labs', 'Werke', 'Systems', 'Motors', 'Robotics', 'Energie', 'Media', 'Institut'];

/** Made-up names of firms, all different: one or two words, with umlauts, ß, hyphens and digits among them. */
export function makeForms(count: number): string[] {
  const next = random();
  const forms = new Set<string>();
  while (forms.size < count) {
    const first = beginnings[next(20)]! + middles[next(15)]! + (next(3) === 0 ? middles[next(15)]! : '') + endings[next(12)]! + (forms.size > 20_000 ? String(next(1000)) : '');
    forms.add(next(2) === 0 ? first : `${first}${next(4) === 0 ? '-' : ' '}${seconds[next(8)]!}`);
  }
  return [...forms];
}

/** A pack as large as one may be (`lib/dataset/schema.ts`) that knows these names: 5,000 entities, each with its share of them, related to the one before. */
export function largePackOf(forms: readonly string[]): Pack {
  const evidence = [{ source: 'bench', begin: 0, end: 6, quote: 'Quelle' }];
  const share = Math.ceil(forms.length / 5000);
  const entities = Array.from({ length: Math.ceil(forms.length / share) }, (_, at): Entity => {
    const own = forms.slice(at * share, (at + 1) * share);
    const relations = at === 0 ? [] : [{ predicate: 'part-of', to: `e${at - 1}`, label: 'Teil von', evidence }];
    return { id: `e${at}`, name: own[0]!, type: 'company', description: own[0]!, forms: own.map((text) => ({ text, inflection: 'name' })), roles: [], context: ['Konzern'], excludes: [], relations, evidence };
  });
  const sources = [{ id: 'bench', title: 'bench', language: 'de', publisherKind: 'bench', licence: 'CC0-1.0' }];
  return { schema: 'randnotiz.pack/1', id: 'bench', version: '1.0.0', language: 'de', licence: 'CC0-1.0', title: 'bench', sources, entities, claims: [], findings: [] };
}

/** A pack that knows just these names, one entity each. */
export function packOf(forms: readonly string[]): Pack {
  const entities = forms.map((text, at): Entity => ({
    id: `e${at}`, name: text, type: 'company', description: text, forms: [{ text, inflection: 'name' }], roles: [], context: [], excludes: [], relations: [], evidence: [],
  }));
  return { schema: 'randnotiz.pack/1', id: 'bench', version: '1', language: 'de', licence: 'CC0-1.0', title: 'bench', sources: [], entities, claims: [], findings: [] };
}
