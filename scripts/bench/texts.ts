/** Texts and datasets of every size, the same on every run. */
import type { Entity, Flag, Pack } from '../../lib/model.ts';
import { seedText } from '../pages/seed-page.ts';

/** The seed article so many times over, each in paragraphs of its own. */
export function articleTimes(times: number): string {
  const text = seedText();
  return Array.from({ length: times }, () => text).join('\n\n');
}

/** The seed article repeated up to so many code units, cut at the end of a paragraph. */
export function articleOf(size: number): string {
  const long = articleTimes(Math.ceil(size / seedText().length) + 1);
  const cut = long.lastIndexOf('\n', size);
  return long.slice(0, cut > 0 ? cut : size);
}

/** The same row of numbers on every run (Lehmer's generator). */
export function random(seed = 7): (below: number) => number {
  let state = seed;
  return (below) => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) % below;
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

/** A pack that knows just these names, one entity each. */
export function packOf(forms: readonly string[]): Pack {
  const entities = forms.map((text, at): Entity => ({
    id: `e${at}`, name: text, type: 'company', description: text, forms: [{ text, inflection: 'name' }], roles: [], context: [], excludes: [], relations: [], evidence: [],
  }));
  return { schema: 'randnotiz.pack/1', id: 'bench', version: '1', language: 'de', licence: 'CC0-1.0', title: 'bench', sources: [], entities, claims: [], findings: [] };
}

/** A text of so many code units in which every twentieth word is one of the forms. */
export function textWith(forms: readonly string[], size: number): string {
  const next = random(11);
  const words = seedText().split(/\s+/);
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; length < size; at += 1) {
    const word = at % 20 === 7 ? forms[next(forms.length)]! : words[at % words.length]!;
    parts.push(word);
    length += word.length + 1;
  }
  return parts.join(' ').slice(0, size);
}

/** Flags of a reader who flags a lot, each with words of its own. */
export function makeFlags(count: number): Flag[] {
  const next = random(3);
  const nouns = ['Maschinen', 'Satelliten', 'Chips', 'Roboter', 'Modelle', 'Server', 'Akkus', 'Sensoren', 'Drohnen', 'Kabel'];
  const verbs = ['liefert', 'verkauft', 'baut', 'entwickelt', 'plant', 'kauft'];
  const names = makeForms(count);
  return Array.from({ length: count }, (_, at): Flag => ({
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    page: { address: 'https://zeitung.example/a', site: 'zeitung.example', url: 'https://zeitung.example/a', title: 'Artikel' },
    quote: { exact: `${names[at]} ${verbs[next(6)]} ${next(5000) + 3} ${nouns[next(10)]} an ${names[next(count)]}`, prefix: '', suffix: '' },
    position: { start: 0, end: 10 }, stance: 'unsure', note: '', tags: [], created: at, changed: at,
  }));
}
