/** What changed on a page is read again, and nothing else; and it reads as if the whole page had been. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageChange } from '../../lib/page/outline-keeper.ts';
import { createFollower } from '../../lib/page/follow-outline.ts';
import { outlineTools } from '../../lib/page/outline.ts';
import { PageReading, readPage } from '../../lib/page/read-page.ts';
import { anyHtml, livePage, page, sentence } from './small-pages.ts';

const url = 'https://zeitung.example/a/b';
const follow = createFollower(outlineTools);

function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const placesOf = ({ map }: ReturnType<typeof readPage>): unknown[] => map.runs.map(({ node, nodeOffset, textOffset, length }) => [node, nodeOffset, textOffset, length]);

/** What a page does to itself, with the record that the browser would make of it. */
type Change = (document: Document) => PageChange | undefined;

const change = (type: string, target: Node, addedNodes: Node[] = [], removedNodes: Node[] = []): PageChange => ({ type, target, addedNodes, removedNodes });
const pick = <Item>(items: ArrayLike<Item>, at: number): Item | undefined => items[at % Math.max(1, items.length)];

const changesText = fc.tuple(fc.nat(), fc.string({ maxLength: 60 })).map(([at, text]): Change => (document) => {
  const texts = [...document.querySelectorAll('article *')].flatMap((one) => [...one.childNodes]).filter((node): node is Text => node.nodeType === 3);
  const node = pick(texts, at);
  if (!node) return undefined;
  node.data = `${node.data} ${text.replaceAll('\0', '')}.`;
  return change('characterData', node);
});

const adds = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('p', 'div', 'span', 'h2', 'li', 'aside', 'figure', 'br', 'button', 'x-y', 'form', 'section')).map(([where, at, tag]): Change => (document) => {
  const parent = pick(document.querySelectorAll('article, article *'), where)!;
  const element = document.createElement(tag);
  const inner = tag === 'div' || tag === 'section' ? element.appendChild(document.createElement('p')) : element;
  if (tag !== 'br') inner.appendChild(document.createTextNode(`${sentence} Nachtrag ${at}.`));
  parent.insertBefore(element, parent.childNodes[at % (parent.childNodes.length + 1)] ?? null);
  return change('childList', parent, [element]);
});

const removes = fc.nat().map((at): Change => (document) => {
  const all = [...document.querySelectorAll('article *')];
  const element = pick(all, at);
  const parent = element?.parentNode;
  if (!element || !parent) return undefined;
  parent.removeChild(element);
  return change('childList', parent, [], [element]);
});

const batches = fc.array(fc.array(fc.oneof(changesText, adds, removes), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

describe('a page that changes', () => {
  it('is read by what changed as it would be read whole', () => {
    let followed = 0;
    fc.assert(
      fc.property(anyHtml, batches, (html, all) => {
        // The title is the page's own word: it is not read again.
        const document = page(html, '<meta property="og:title" content="Titel">');
        const reading = new PageReading(document, url);
        let before = finish(reading.read());
        for (const batch of all) {
          const records = batch.flatMap((one) => one(document) ?? []);
          const now = finish(reading.follow(records, follow));
          const whole = readPage(document, url);
          if (!now) {
            before = finish(reading.read());
            continue;
          }
          followed += 1;
          expect(now.article).toEqual({ ...whole.article, signals: before.article.signals });
          expect(placesOf(now)).toEqual(placesOf(whole));
          const { from, to, now: until } = now.changed;
          const words = ({ article }: typeof before, begin: number, end?: number): string[] => (article.blocks ?? []).slice(begin, end).map((block) => `${block.kind} ${article.text.slice(block.begin, block.end)}`);
          expect(words(now, 0, from)).toEqual(words(before, 0, from));
          expect(words(now, until)).toEqual(words(before, to));
          before = now;
        }
      }),
      { numRuns: 400 },
    );
    expect(followed).toBeGreaterThan(200);
  }, 60_000);

  it('is read where it has unfolded meanwhile', () => {
    const document = livePage(`<article>${`<p>${sentence}</p>`.repeat(9)}<p class="folded">Nachtrag: ${sentence}</p></article>`);
    const folded = document.querySelector('.folded')!;
    let isFolded = true;
    folded.checkVisibility = () => !isFolded;
    const reading = new PageReading(document);
    expect(finish(reading.read()).article.text).not.toContain('Nachtrag: ');
    isFolded = false;
    expect(finish(reading.follow([], follow))!.article.text).toContain('Nachtrag: ');
  });

  it('has a map that knows every letter of the changed paragraph, and the old map none of it', () => {
    const document = livePage(`<article>${`<p>${sentence}</p>`.repeat(9)}</article>`);
    const reading = new PageReading(document);
    const before = finish(reading.read());
    const node = document.querySelectorAll('p')[4]!.firstChild as Text;
    expect(before.map.offsetOf(node, 0)).toBe(before.article.blocks![4]!.begin);
    node.data = `Neu: ${node.data}`;
    const now = finish(reading.follow([change('characterData', node)], follow))!;
    expect(now.changed).toEqual({ from: 4, to: 5, now: 5 });
    expect(now.map.offsetOf(node, 0)).toBe(now.article.text.indexOf('Neu: '));
    expect(before.map.offsetOf(node, 0)).toBe(undefined);
    expect(before.map.offsetOf(document.querySelectorAll('p')[5]!.firstChild!, 0)).toBe(before.article.blocks![5]!.begin);
  });

  it.each([['at the end', (article: Element, one: Element) => article.append(one), 300], ['at the begin', (article: Element, one: Element) => article.prepend(one), 0]] as const)('costs the nodes of a paragraph that comes %s, not those of the page', (_, put, place) => {
    const document = livePage(`<article>${`<p>${sentence}</p>`.repeat(300)}</article>`);
    const reading = new PageReading(document);
    finish(reading.read());
    const paragraph = document.createElement('p');
    paragraph.textContent = `Nachtrag: ${sentence}`;
    const article = document.querySelector('article')!;
    put(article, paragraph);
    const asked = countReads(document, () => {
      expect(finish(reading.follow([change('childList', article, [paragraph])], follow))!.changed).toEqual({ from: place, to: place, now: place + 1 });
    });
    expect(asked).toBeLessThan(20);
  });
});

/** How many text nodes are looked into meanwhile. */
function countReads(document: Document, work: () => void): number {
  const { prototype } = document.defaultView!.CharacterData;
  const given = Object.getOwnPropertyDescriptor(prototype, 'data')!;
  let count = 0;
  Object.defineProperty(prototype, 'data', { ...given, get(this: Text) {
    count += 1;
    return given.get!.call(this) as string;
  } });
  try {
    work();
  } finally {
    Object.defineProperty(prototype, 'data', given);
  }
  return count;
}
