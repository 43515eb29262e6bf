import { describe, expect, it } from 'vitest';
import { attribute } from '../../lib/attribution/attribute.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { summarise } from '../../lib/ledger/summarise.ts';
import type { SourceClass } from '../../lib/model.ts';
import { sealNotes } from '../../lib/seal-notes.ts';
import { cleanText } from '../../lib/text/clean-text.ts';
import { readText } from '../../lib/text/read-text.ts';
import table from './articles.yml';
import { readMarks } from './marks.ts';
import type { MarkedArticle } from './marks.ts';

const classes: Readonly<Record<string, SourceClass>> = { n: 'named', a: 'anonymous', c: 'collective', i: 'institution', m: 'media', o: 'none' };

function summaryOf(text: string): ReturnType<typeof summarise> {
  const reading = readText(text);
  return summarise(reading, sealNotes(attribute(reading, [], createDataset([])), cleanText(text), text));
}

describe('the ledger of twenty hand-counted articles', () => {
  it.each(table as MarkedArticle[])('$title', (article) => {
    const { text, rows } = readMarks(article);
    const summary = summaryOf(text);
    const found = summary.sources.map(({ name, source, statements, direct, indirect, words, first }) => ({ name, source, statements, direct, indirect, words, first: `${text.slice(...first)} at ${first[0]}` }));
    expect(found.sort(byName)).toEqual(rows.sort(byName));
    const share = (source: SourceClass): number => article.rests.filter((one) => classes[one] === source).length / article.rests.length;
    for (const source of Object.values(classes)) expect(summary.rests[source], source).toBeCloseTo(share(source), 5);
  });
});

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
