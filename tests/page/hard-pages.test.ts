/** Pages of any size and shape: read in one pass. (Time is measured by the bench.) */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/page/read-page.ts';
import { anyHtml, livePage, page, sentence } from './small-pages.ts';

const url = 'https://zeitung.example/a/b';
const paragraphs = (count: number): string => Array.from({ length: count }, (_, index) => `<p>${index} ${sentence}</p>`).join('');

describe('a page', () => {
  it('of 8 MB is read whole', () => {
    expect(readPage(page(paragraphs(70_000)), url).article.text.length).toBeGreaterThan(7_500_000);
  });

  it('of 100,000 text nodes in one paragraph is one block', () => {
    const words = Array.from({ length: 100_000 }, (_, index) => `<b>Wort${index}</b> `).join('');
    const { article, map } = readPage(page(`<article><p>${sentence}</p><p>${words}.</p></article>`), url);
    expect(article.blocks).toHaveLength(2);
    expect(map.runs.length).toBeGreaterThan(100_000);
    const middle = article.text.indexOf('Wort50000');
    expect(map.toRanges(middle, middle + 9)).toHaveLength(1);
  }, 60_000);

  it('with pictures in its lines reads each line whole: a sign drawn as an image parts no sentence', () => {
    for (const picture of ['<img class="emoji" alt="🤖" src="x.png">', '<picture><source srcset="x.webp"><img alt="" src="x.png"></picture>', '<svg><path d="M0 0"/></svg>']) {
      const { article } = readPage(page(`<article><p>${sentence}</p><p>Der Roboter ${picture} lernt in der wirklichen Welt, und das geht langsam.</p><p>${sentence}</p></article>`), url);
      expect(article.text, picture).toContain('Der Roboter lernt in der wirklichen Welt, und das geht langsam.');
    }
  });

  it('of 20,000 nested elements is read without recursion', () => {
    const document = page('<main></main>');
    let at: Element = document.querySelector('main')!;
    for (let depth = 0; depth < 20_000; depth += 1) {
      const inner = document.createElement(depth % 3 ? 'div' : 'span');
      at.appendChild(inner);
      at = inner;
    }
    for (let count = 0; count < 5; count += 1) at.appendChild(document.createElement('p')).appendChild(document.createTextNode(sentence));
    expect(readPage(document, url).article.blocks).toHaveLength(5);
  }, 60_000);

  it('without body, head or text is empty, and no article', () => {
    for (const html of ['', '<p>', '<!-- -->', 'nur Text', '<html></html>', '<svg><text>Bild</text></svg>']) {
      const { article } = readPage(page(html), url);
      expect(article.looksLikeArticle).toBe(false);
    }
  });

  it('of random markup never throws, is never changed, and is read the same twice', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const document = page(html);
        const before = document.documentElement.outerHTML;
        const once = readPage(document, url);
        expect(readPage(document, url).article).toEqual(once.article);
        expect(document.documentElement.outerHTML).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  it('with an open shadow root is read in its place, slots where they are drawn', () => {
    const document = livePage(`<article><h1>Im Schatten</h1><p>${sentence}</p><x-box><p slot="a">Der Absatz aus dem Licht steht am Ende, wo ihn der Schatten zeigt.</p></x-box></article>`);
    const root = document.querySelector('x-box')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<div><p>Der Absatz aus dem Schatten steht vorn und endet mit einem Punkt.</p><slot name="a"></slot></div>`;
    const { article } = readPage(document);
    expect(article.text.indexOf('aus dem Schatten')).toBeGreaterThan(0);
    expect(article.text.indexOf('aus dem Licht')).toBeGreaterThan(article.text.indexOf('aus dem Schatten'));
  });
});
