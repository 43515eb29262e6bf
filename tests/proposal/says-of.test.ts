import { bundledPacks } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../lib/dataset/dataset.ts';
import type { FlagSays } from '../../lib/model.ts';
import { saysOf } from '../../lib/proposal/says-of.ts';

const dataset = createDataset(bundledPacks);

const article = `Die Firma Nordlicht baut in Kiel Maschinen für Baumärkte. Das Start-up Nordlicht hat im Oktober 2025 rund 40 Millionen Euro von Investoren eingesammelt.

Die Firma Alpenchip beschäftigt 120 Mitarbeiter, sagte Gründerin Jana Beispiel. Das Projekt koste 3 Milliarden Dollar, sagte Jeff Bezos. Und dann auch wieder nicht.`;

function says(words: string): FlagSays {
  const begin = article.indexOf(words);
  expect(begin).toBeGreaterThanOrEqual(0);
  return saysOf(article, [begin, begin + words.length], dataset);
}

describe('what a flag is prefilled with', () => {
  it('whom it is about, how much and when, in the words of the article', () => {
    expect(says('Das Start-up Nordlicht hat im Oktober 2025 rund 40 Millionen Euro von Investoren eingesammelt.')).toEqual({ subject: 'Das Start-up Nordlicht', quantity: '40 Millionen Euro', time: 'Oktober 2025' });
  });

  it('who says it, who is not whom it is about', () => {
    expect(says('Die Firma Alpenchip beschäftigt 120 Mitarbeiter')).toMatchObject({ quantity: '120 Mitarbeiter', source: 'Jana Beispiel' });
    expect(says('Das Projekt koste 3 Milliarden Dollar, sagte Jeff Bezos.')).toMatchObject({ quantity: '3 Milliarden Dollar', source: 'Jeff Bezos' });
  });

  it('nothing of words that say nothing', () => {
    expect(says('Und dann auch wieder nicht.')).toEqual({});
    expect(saysOf('   ', [0, 3], dataset)).toEqual({});
  });
});
