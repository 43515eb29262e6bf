/** What the search finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../lib/notebook/search-index.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

const indexOf = (...quotes: string[]) => {
  const index = createSearchIndex();
  index.put(quotes.map((exact, n) => exampleFlag({ id: exampleId(n), quote: { exact, prefix: '', suffix: '' }, page: { ...exampleFlag().page, title: '', site: '' } })));
  return (typed: string) => index.find(typed).map((id) => quotes[Number(`0x${id.slice(-12)}`)]);
};

describe('the search', () => {
  it.each(['Übergröße', 'übergröße', 'ÜBERGRÖSSE', 'uebergroesse', 'übergrösse', 'u\u0308bergro\u0308ße', 'uber', 'gröss', 'groess', 'Über\u00ADgröße'])('finds Übergröße by %s', (typed) => {
    expect(indexOf('Die Übergröße passt.')(typed)).toHaveLength(1);
  });

  it.each([
    ['Kommunikationssatelliten im All', 'satelliten'],
    ['Mars-Satelliten im All', 'satellit'],
    ['Der Satellit im All', 'Satelliten'],
    ['Viele Häuser stehen leer', 'Haus'],
    ['Ein Haus steht leer', 'Häuser'],
    ['Café in Zürich', 'cafe zuerich'],
    ['OpenAI zahlt 6,2 Milliarden', '6,2 mill'],
    ['Straße', 'strasse'],
  ])('finds „%s“ by „%s“', (text, typed) => expect(indexOf(text, 'etwas ganz anderes')(typed)).toEqual([text]));

  it('wants every word, in any order', () => {
    const find = indexOf('Amazon baut Satelliten', 'Amazon baut Lager', 'Google baut Satelliten');
    expect(find('satell ama')).toEqual(['Amazon baut Satelliten']);
  });

  it('puts the whole word before its beginning, that before its inside, and the latest first among equals', () => {
    expect(indexOf('Weltraum', 'Raumfahrt', 'Ein Raum', 'Der Raum')('raum')).toEqual(['Der Raum', 'Ein Raum', 'Raumfahrt', 'Weltraum']);
  });

  it('seeks one or two letters at the beginnings of words only', () => {
    expect(indexOf('kilometerweit', 'KI hilft')('ki')).toEqual(['KI hilft', 'kilometerweit']);
    expect(indexOf('Musik')('us')).toEqual([]);
  });

  it('finds by note, tag, site, and what it says', () => {
    const index = createSearchIndex();
    index.put([exampleFlag({ note: 'Handelsregister prüfen', tags: ['geld'], says: { subject: 'Nordlicht' } })]);
    for (const typed of ['handelsregister', 'geld', 'zeitung.example', 'nordlicht']) expect(index.find(typed), typed).toHaveLength(1);
  });

  it('follows changes', () => {
    const index = createSearchIndex();
    index.put([exampleFlag({ note: 'alt' })]);
    index.put([exampleFlag({ note: 'neu' })]);
    expect([index.find('alt'), index.find('neu').length, index.size]).toEqual([[], 1, 1]);
    index.remove([exampleFlag().id]);
    expect([index.find('neu'), index.find(''), index.size]).toEqual([[], [], 0]);
  });

  it('takes any text, and finds a flag by any of its own words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 20 }), (exact, typed) => {
        const index = createSearchIndex();
        index.put([exampleFlag({ quote: { exact, prefix: '', suffix: '' } })]);
        index.find(typed);
        for (const word of exact.match(/[\p{L}\p{N}]{3,}/gu) ?? []) expect(index.find(word), word).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the search over 20,000 flags', () => {
  it('finds all that hold the word, and nothing else', { timeout: 120_000 }, () => {
    const parts = ['raum', 'daten', 'netz', 'werk', 'markt', 'chip', 'strom', 'geld', 'bild', 'wort', 'kabel', 'licht', 'wolken', 'maschinen', 'lern', 'rechen', 'kapital', 'sprach', 'modell', 'satelliten', 'prüf', 'größen'];
    const endings = ['', 'e', 'en', 'er', 'ung', 'lich', 'haft', 's'];
    let seed = 7;
    const random = (below: number) => (seed = (Math.imul(seed, 48_271) >>> 0) % 2_147_483_647) % below;
    const word = () => `${parts[random(22)]}${parts[random(22)]}${random(3) === 0 ? parts[random(22)] : ''}${endings[random(8)]}`;
    const index = createSearchIndex();
    const flags = Array.from({ length: 20_000 }, (_, n) => exampleFlag({ id: exampleId(n), quote: { exact: Array.from({ length: 18 }, word).join(' '), prefix: '', suffix: '' }, note: `Notiz ${n} ${word()}` }));
    index.put(flags);
    const holds = (part: string) => flags.filter(({ quote, note }) => `${quote.exact} ${note}`.includes(part)).map(({ id }) => id).sort();
    // How fast is measured by `npm run bench -- --only flags`.
    for (const typed of ['satelliten', 'kapital', 'sprachmodell']) expect([...index.find(typed)].sort(), typed).toEqual(holds(typed));
    expect(index.find('gibtesnicht')).toEqual([]);
  });
});
