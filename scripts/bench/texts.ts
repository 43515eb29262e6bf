/** Texts and datasets of every size, the same on every run. */
import type { Flag } from '../../lib/model.ts';
import { seedText } from '../pages/seed-page.ts';
import { makeForms, random } from './texts-made.ts';

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
