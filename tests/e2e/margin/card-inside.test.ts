/** What is in the card, in the page: evidence, further cards and the way back, where a name stands, everything at one place. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { seedText } from '../../../scripts/pages/seed-page.ts';
import { pressCommand } from '../harness/chromium.ts';
import { articleAddress, quietMoment } from '../harness/world.ts';
import { articleWorld, inRoot, markedBox, middle, openCardBox, openMarked, sentence, waitInRoot } from './margin-world.ts';

const world = articleWorld();
let page: Page;

afterEach(async () => {
  await page?.close();
});

const name = `root.querySelector('.panel .name')`;

async function openCard(words: string): Promise<void> {
  page = await openMarked(world.chromium, articleAddress);
  await page.mouse.click(...middle(await markedBox(page, words)));
  await openCardBox(page, world.chromium);
}

describe('the card in the page', () => {
  it('gives each statement its verbatim evidence and says whose it is', async () => {
    await openCard('Project Prometheus');
    const facts = await inRoot<{ quote: string; tag: string }[]>(page, world.chromium, `[...root.querySelectorAll('.panel .fact')].map((one) => ({ quote: one.querySelector('blockquote').textContent, tag: one.querySelector('.tag').textContent }))`);
    expect(facts.length).toBeGreaterThan(1);
    for (const { quote, tag } of facts) {
      expect(seedText()).toContain(quote);
      expect(tag).not.toBe('');
    }
  });

  it('leads along a relation to a further card, and back', async () => {
    await openCard('Vik Bajaj');
    const other = await inRoot<string>(page, world.chromium, `((chip) => { chip.click(); return chip.firstChild.textContent.trim(); })(root.querySelector('.panel .chip'))`);
    await waitInRoot(page, world.chromium, `${name}.textContent === ${JSON.stringify(other)}`);
    expect(await inRoot(page, world.chromium, `root.activeElement === ${name}`)).toBe(true);
    await inRoot(page, world.chromium, `[...root.querySelectorAll('.panel button')].find((one) => ${sentence('card.back_to')}.test(one.ariaLabel)).click()`);
    await waitInRoot(page, world.chromium, `${name}.textContent === 'Vik Bajaj'`);
  });

  it('goes to where else the name stands, by the strip', async () => {
    await openCard('Project Prometheus');
    const before = await page.evaluate(() => scrollY);
    await inRoot(page, world.chromium, `[...root.querySelectorAll('.panel .strip button')].at(-1).click()`);
    await page.waitForFunction((was) => Math.abs(scrollY - was) > 200, { timeout: 5000 }, before);
    await waitInRoot(page, world.chromium, `root.querySelectorAll('.drawings .frame').length > 0`);
  });

  it('names all marks that lie on each other at its words', async () => {
    page = await openMarked(world.chromium, articleAddress);
    for (let presses = 0; presses < 2; presses += 1) await pressCommand(page, 'KeyD', 'D', 68, { alt: true, shift: true });
    await quietMoment(600);
    const [x, y, lying] = await page.evaluate(() => {
      const ranges = [...CSS.highlights].flatMap(([style, highlight]) => [...highlight].map((one) => {
        const range = document.createRange();
        range.setStart(one.startContainer, one.startOffset);
        range.setEnd(one.endContainer, one.endOffset);
        return { style, range };
      }));
      const under = (inner: Range, outer: Range): boolean => outer.comparePoint(inner.startContainer, inner.startOffset) === 0 && outer.comparePoint(inner.endContainer, inner.endOffset) === 0;
      const pile = ranges.map((one) => ({ ...one, over: ranges.filter((other) => other.style !== one.style && under(one.range, other.range)) })).toSorted((one, other) => other.over.length - one.over.length)[0]!;
      pile.range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = pile.range.getClientRects()[0]!;
      return [left + width / 2, top + height / 2, 1 + new Set(pile.over.map(({ style }) => style)).size] as const;
    });
    expect(lying).toBeGreaterThan(1);
    await page.mouse.click(x, y);
    await openCardBox(page, world.chromium);
    expect(await inRoot<number>(page, world.chromium, `1 + root.querySelectorAll('.panel nav button').length`)).toBeGreaterThanOrEqual(lying);
    const first = await inRoot<string>(page, world.chromium, `${name}.textContent`);
    await inRoot(page, world.chromium, `root.querySelector('.panel nav button').click()`);
    await waitInRoot(page, world.chromium, `${name}.textContent !== ${JSON.stringify(first)}`);
    await pressCommand(page, 'KeyD', 'D', 68, { alt: true, shift: true });
  });

  it('follows its words when the page lays itself out anew', async () => {
    await openCard('Vik Bajaj');
    const before = await openCardBox(page, world.chromium);
    await page.evaluate(() => {
      document.documentElement.style.overflowAnchor = 'none';
      document.querySelector('article')!.insertAdjacentHTML('afterbegin', '<div style="height: 90px"></div>');
    });
    await expect.poll(async () => (await openCardBox(page, world.chromium)).top - before.top, { timeout: 5000 }).toBeCloseTo(90, 0);
  });
});
