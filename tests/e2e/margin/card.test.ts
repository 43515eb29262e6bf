/** When the card opens, where it sits, and how it closes. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { inOurWorld } from '../harness/chromium.ts';
import { outlineOf } from '../surfaces/outline.ts';
import { articleAddress, quietMoment, watchForErrors } from '../harness/world.ts';
import { articleWorld, inRoot, isOpen, markedBox, middle, nextMark, openCardBox, openMarked, overlaps, previousMark, sentence, waitForClosed, waitInRoot } from './margin-world.ts';

const world = articleWorld();
let page: Page;

afterEach(async () => {
  await page?.close();
});

const rootChildren = (): Promise<string[]> => page.evaluate(() => [...document.documentElement.children].map((one) => one.tagName));

describe('the card', () => {
  it('opens on a click, takes the focus and gives it back on Escape', async () => {
    page = await openMarked(world.chromium, articleAddress);
    const errors = watchForErrors(page);
    expect(await rootChildren()).toEqual(['HEAD', 'BODY']);
    await page.focus('article a');
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, world.chromium);
    expect(await inRoot(page, world.chromium, `root.querySelector('.panel').textContent`)).toContain('Vik Bajaj');
    expect(await inRoot(page, world.chromium, `root.querySelector('.panel').contains(root.activeElement)`)).toBe(true);
    expect((await rootChildren()).length).toBe(3);
    await page.keyboard.press('Escape');
    await waitForClosed(page, world.chromium);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('DIV');
    expect(errors).toEqual([]);
  });

  it('is heard as a named dialog with its heading, its parts and its actions, in the closed root', async () => {
    page = await openMarked(world.chromium, articleAddress);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, world.chromium);
    const heard = (await outlineOf(page)).split('\n');
    const from = heard.findIndex((line) => /^ *dialog /.test(line) && sentence('card.label').test(line));
    expect(heard[from]).toContain('Vik Bajaj');
    const inside = heard.slice(from + 1);
    expect(inside.some((line) => /heading "Vik Bajaj"/.test(line))).toBe(true);
    for (const key of ['card.close', 'card.print', 'card.flag', 'card.dismiss'] as const) {
      expect(inside.some((line) => /^ *button /.test(line) && sentence(key).test(line)), key).toBe(true);
    }
    expect(inside.filter((line) => /^ *(?:button|link) ""/.test(line))).toEqual([]);
  });

  it.each([120, 450, 820])('never covers the words it explains, at %i px from the top', async (height) => {
    page = await openMarked(world.chromium, articleAddress);
    const words = await markedBox(page, 'OpenAI', 0, height);
    await page.mouse.move(...middle(words));
    const card = await openCardBox(page, world.chromium);
    expect(overlaps(card, words)).toBe(false);
    expect(card.left).toBeGreaterThanOrEqual(0);
    // Without a scroll bar's room, if it has one, nothing of the panel is left beside the card.
    expect(await inRoot<number>(page, world.chromium, `root.querySelector('.panel').clientWidth - root.querySelector('.card').offsetWidth`)).toBe(0);
    expect(card.bottom).toBeLessThanOrEqual(900);
  });

  it.each([
    ['at 320 px width', 320, 640, 1],
    ['at 200 % zoom', 550, 450, 2],
  ])('stays in the viewport %s', async (_, width, height, deviceScaleFactor) => {
    page = await openMarked(world.chromium, articleAddress);
    await page.setViewport({ width, height, deviceScaleFactor });
    const words = await markedBox(page, 'Vik Bajaj', 0, height - 60);
    await page.mouse.click(...middle(words));
    const card = await openCardBox(page, world.chromium);
    expect(overlaps(card, words)).toBe(false);
    expect(card.left).toBeGreaterThanOrEqual(0);
    // Without a scroll bar's room, if it has one, nothing of the panel is left beside the card.
    expect(await inRoot<number>(page, world.chromium, `root.querySelector('.panel').clientWidth - root.querySelector('.card').offsetWidth`)).toBe(0);
    expect(card.top).toBeGreaterThanOrEqual(0);
    expect(card.right).toBeLessThanOrEqual(width);
    expect(card.bottom).toBeLessThanOrEqual(height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('comes by a still hover only, takes no focus, and goes with the pointer', async () => {
    page = await openMarked(world.chromium, articleAddress);
    const words = await markedBox(page, 'Vik Bajaj');
    await page.mouse.move(...middle(words));
    await quietMoment(120);
    expect(await rootChildren()).toEqual(['HEAD', 'BODY']);
    await waitInRoot(page, world.chromium, isOpen);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.mouse.move(5, 5, { steps: 4 });
    await waitForClosed(page, world.chromium);
  });

  it('measures nothing under a pointer on its way, and once where it rests', async () => {
    page = await openMarked(world.chromium, articleAddress);
    const [x, y] = middle(await markedBox(page, 'Vik Bajaj'));
    await inOurWorld(page, world.chromium.id, `(() => {
      globalThis.measured = 0;
      for (const name of ['caretPositionFromPoint', 'caretRangeFromPoint']) {
        const own = Document.prototype[name];
        if (own) Document.prototype[name] = function (...point) { globalThis.measured += 1; return own.apply(this, point); };
      }
    })()`);
    const measured = (): Promise<number> => inOurWorld<number>(page, world.chromium.id, 'globalThis.measured');
    await page.mouse.move(20, 20);
    for (let step = 0; step < 12; step += 1) {
      await page.mouse.move(x - 120 + step * 10, y);
      await quietMoment(20);
    }
    expect(await measured()).toBe(0);
    await waitInRoot(page, world.chromium, isOpen);
    expect(await measured()).toBeGreaterThan(0);
  });

  it('lets a link be a link; its card comes by hover', async () => {
    page = await openMarked(world.chromium, articleAddress);
    const words = await markedBox(page, 'OpenAI');
    await page.mouse.click(...middle(words));
    expect(await page.evaluate(() => location.hash)).toBe('#openai');
    await quietMoment(100);
    await page.mouse.move(words.left + 3, (words.top + words.bottom) / 2);
    await page.mouse.move(...middle(await markedBox(page, 'OpenAI')), { steps: 3 });
    await waitInRoot(page, world.chromium, isOpen);
  });

  it('follows its words and closes when they are scrolled away', async () => {
    page = await openMarked(world.chromium, articleAddress);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    const before = await openCardBox(page, world.chromium);
    await page.evaluate(() => window.scrollBy({ top: 40, behavior: 'instant' }));
    await quietMoment(100);
    expect((await openCardBox(page, world.chromium)).top).toBeCloseTo(before.top - 40, 0);
    await page.evaluate(() => window.scrollBy({ top: 2500, behavior: 'instant' }));
    await waitForClosed(page, world.chromium);
  });

  it('closes on a click outside', async () => {
    page = await openMarked(world.chromium, articleAddress);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, world.chromium);
    await page.mouse.click(8, 450);
    await waitForClosed(page, world.chromium);
  });

  it('does not open for events that the page has staged', async () => {
    page = await openMarked(world.chromium, articleAddress);
    const [x, y] = middle(await markedBox(page, 'Vik Bajaj'));
    await page.evaluate((x, y) => {
      const target = document.elementFromPoint(x, y)!;
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click']) target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y, pointerType: 'mouse' }));
    }, x, y);
    await quietMoment(600);
    expect(await rootChildren()).toEqual(['HEAD', 'BODY']);
  });

  it('stays closed beside the words, on a selection and with a modifier key', async () => {
    page = await openMarked(world.chromium, articleAddress);
    const words = await markedBox(page, 'Vik Bajaj');
    await page.mouse.click(words.left + 2, words.bottom + 14);
    await page.keyboard.down('Control');
    await page.mouse.click(...middle(words));
    await page.keyboard.up('Control');
    await page.mouse.click(...middle(words), { count: 2 });
    await quietMoment(150);
    expect(await inRoot(page, world.chromium, `root.querySelectorAll('.panel[open]').length`) ?? 0).toBeLessThanOrEqual(1);
  });
});

describe('stepping from mark to mark', () => {
  it('says where the reader is, opens by Enter and gives the focus back', async () => {
    page = await openMarked(world.chromium, articleAddress);
    await page.focus('article a');
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    await nextMark(page);
    await waitInRoot(page, world.chromium, `/^1 \\w+ \\d+, /.test(root.querySelector('.announcements').textContent)`);
    expect(await inRoot(page, world.chromium, `root.querySelector('.announcements').textContent`)).toMatch(sentence('margin.step'));
    expect(await inRoot(page, world.chromium, `root.activeElement?.getAttribute('aria-label')`)).toMatch(sentence('margin.open_card'));
    await nextMark(page);
    await waitInRoot(page, world.chromium, `/^2 /.test(root.querySelector('.announcements').textContent)`);
    await previousMark(page);
    await waitInRoot(page, world.chromium, `/^1 /.test(root.querySelector('.announcements').textContent)`);
    await page.keyboard.press('Enter');
    await openCardBox(page, world.chromium);
    await page.keyboard.press('Escape');
    await waitForClosed(page, world.chromium);
    expect(await inRoot(page, world.chromium, `root.activeElement?.className`)).toBe('step');
    await page.keyboard.press('Escape');
    await quietMoment(50);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  });
});
