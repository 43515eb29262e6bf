import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/page/read-page.ts';
import { selectedSpan } from '../../lib/page/selected-span.ts';
import { anyHtml, livePage, page, sentence } from './small-pages.ts';

const read = (body: string) => readPage(page(body), 'https://zeitung.example/a/b');
/** The text of pieces, as the page holds it. */
const textOf = (pieces: readonly { startContainer: Text; startOffset: number; endOffset: number }[]): string =>
  pieces.map((piece) => piece.startContainer.data.slice(piece.startOffset, piece.endOffset)).join('');
const drawn = (text: string): string => text.replace(/[\s\u00AD\u200B\u2060\uFEFF]/gu, '');

describe('the text map', () => {
  it('carries every span of any page to its nodes and back', () => {
    fc.assert(
      fc.property(anyHtml, fc.nat(), fc.nat(), (html, one, other) => {
        const { article, map } = read(html);
        const [begin, end] = [one % (article.text.length + 1), other % (article.text.length + 1)].sort((a, b) => a - b) as [number, number];
        expect(drawn(textOf(map.toRanges(begin, end)))).toBe(drawn(article.text.slice(begin, end)));
        for (const { startContainer, startOffset, endOffset } of map.toRanges(begin, end)) {
          expect(endOffset).toBeGreaterThan(startOffset);
          const back = map.offsetOf(startContainer, startOffset)!;
          expect(back).toBeGreaterThanOrEqual(begin);
          expect(back).toBeLessThan(end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives every letter of a run its own offset back', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const { map } = read(html);
        for (const run of map.runs) for (let at = 0; at < run.length; at += 1) expect(map.offsetOf(run.node, run.nodeOffset + at)).toBe(run.textOffset + at);
      }),
      { numRuns: 100 },
    );
  });

  it('has blocks in order that do not overlap, and runs in order', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const { article, map } = read(html);
        let end = 0;
        for (const block of article.blocks ?? []) {
          expect(block.begin).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.begin);
          end = block.end;
        }
        let last = 0;
        for (const run of map.runs) {
          expect(run.textOffset).toBeGreaterThanOrEqual(last);
          last = run.textOffset + run.length;
        }
        expect(last).toBeLessThanOrEqual(article.text.length);
      }),
      { numRuns: 200 },
    );
  });

  it('makes one piece of a node, whatever was dropped inside', () => {
    const { article, map } = read(`<article><p>${sentence}</p><p>Das Bundes\u00ADminis\u00ADterium   hat am Montag eine Förderung beschlossen, sagte ein Sprecher.</p><p>${sentence}</p></article>`);
    const begin = article.text.indexOf('Bundesministerium hat');
    const pieces = map.toRanges(begin, begin + 'Bundesministerium hat'.length);
    expect(pieces).toHaveLength(1);
    expect(textOf(pieces)).toBe('Bundes\u00ADminis\u00ADterium   hat');
  });

  it('finds no place outside of the article', () => {
    const document = page(`<nav><a href="/">Start</a></nav><article><p>${sentence}</p><p>${sentence}</p><p>${sentence}</p></article>`);
    const { map } = readPage(document, 'https://zeitung.example/a/b');
    expect(map.offsetOf(document.querySelector('nav a')!.firstChild!, 2)).toBeUndefined();
    expect(map.toRanges(5, 5)).toEqual([]);
  });

  it('takes elements with a child index for a selection\'s edges', () => {
    const document = livePage(`<article><p>${sentence}</p><p>${sentence}</p><p>Ein <b>dritter</b> Absatz, der lang genug ist und mit einem Punkt endet.</p></article>`);
    const { article, map } = readPage(document);
    const third = document.querySelectorAll('p')[2]!;
    const from = (offset: number): number | undefined => selectedSpan(map, { startContainer: third, startOffset: offset, endContainer: document.body, endOffset: 1 })?.[0];
    const to = (offset: number): number | undefined => selectedSpan(map, { startContainer: document.body, startOffset: 0, endContainer: third, endOffset: offset })?.[1];
    expect(from(0)).toBe(article.text.indexOf('Ein dritter'));
    expect(from(1)).toBe(article.text.indexOf('dritter'));
    expect(from(2)).toBe(article.text.indexOf(' Absatz, der'));
    expect(to(2)).toBe(article.text.indexOf(' Absatz, der'));
    expect(to(3)).toBe(article.text.length);
  });

  it('draws the edges of a selection in to the article', () => {
    const document = livePage(`<nav><b>Menü</b></nav><article><p>${sentence}</p><figure>Bild</figure><p>${sentence}</p><p>${sentence}</p></article><footer>Ende</footer>`);
    const { article, map } = readPage(document);
    const [nav, footer] = [document.querySelector('nav b')!.firstChild!, document.querySelector('footer')!.firstChild!];
    const second = document.querySelectorAll('p')[1]!.firstChild!;
    expect(selectedSpan(map, { startContainer: nav, startOffset: 0, endContainer: footer, endOffset: 4 })).toEqual([0, article.text.length]);
    expect(selectedSpan(map, { startContainer: document.querySelector('figure')!.firstChild!, startOffset: 1, endContainer: second, endOffset: 14 })).toEqual([
      sentence.length + 2, sentence.length + 16,
    ]);
    expect(selectedSpan(map, { startContainer: nav, startOffset: 0, endContainer: nav, endOffset: 4 })).toBeUndefined();
  });
});
