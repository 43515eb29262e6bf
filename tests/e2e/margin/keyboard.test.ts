/** By keyboard alone: from the page to a card, through everything in it, and the same in the popup. */
import { afterEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { articleAddress } from '../harness/world.ts';
import { articleWorld, inRoot, nextMark, openCardBox, openMarked, sentence, waitForClosed, waitInRoot } from './margin-world.ts';

const world = articleWorld();
let page: Page;

afterEach(async () => {
  await page?.close();
});

const focused = `(root.activeElement?.ariaLabel ?? root.activeElement?.textContent ?? '')`;

/** Presses Tab, or Shift+Tab, until the focused element of our root bears the sentence. */
async function tabTo(pattern: RegExp, back = false): Promise<void> {
  if (back) await page.keyboard.down('Shift');
  try {
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      if (pattern.test((await inRoot<string | null>(page, world.chromium, focused)) ?? '')) return;
    }
  } finally {
    if (back) await page.keyboard.up('Shift');
  }
  throw new Error(`${String(pattern)} is not reached by Tab`);
}

const name = `root.querySelector('.panel .name').textContent`;
/** A new card has the focus on its name. */
const atName = `root.activeElement === root.querySelector('.panel .name')`;

it('a card is opened, read, left for another, come back to, and found not right', async () => {
  page = await openMarked(world.chromium, articleAddress);
  for (let step = 0; step < 30; step += 1) {
    await nextMark(page);
    await waitInRoot(page, world.chromium, `root.querySelector('.announcements').textContent.startsWith('${step + 1} ')`);
    if (await inRoot<boolean>(page, world.chromium, `root.activeElement.ariaLabel.endsWith('Vik Bajaj')`)) break;
  }
  await page.keyboard.press('Enter');
  await openCardBox(page, world.chromium);
  expect(await inRoot(page, world.chromium, name)).toBe('Vik Bajaj');
  await tabTo(/ · /);
  await page.keyboard.press('Enter');
  await waitInRoot(page, world.chromium, `${name} !== 'Vik Bajaj' && ${atName}`);
  await tabTo(sentence('card.back_to'), true);
  await page.keyboard.press('Enter');
  await waitInRoot(page, world.chromium, `${name} === 'Vik Bajaj' && ${atName}`);
  await tabTo(sentence('place.tick'));
  await tabTo(sentence('card.evidence'));
  await page.keyboard.press('Space');
  await waitInRoot(page, world.chromium, `root.activeElement.ariaExpanded === 'true'`);
  await tabTo(sentence('card.flag'));
  await tabTo(sentence('card.dismiss'));
  await page.keyboard.press('Enter');
  await waitInRoot(page, world.chromium, `!!root.querySelector('.dismiss')`);
  await tabTo(sentence('dismiss.cancel'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await waitForClosed(page, world.chromium);
});

it('the popup’s tabs, rows, card and choices', async () => {
  page = await openMarked(world.chromium, articleAddress);
  const popup = await world.chromium.clickToolbar(page);
  await popup.waitForSelector('.item');
  const reach = async (selector: string): Promise<void> => {
    for (let stop = 0; stop < 120; stop += 1) {
      if (await popup.evaluate((wanted) => document.activeElement!.matches(wanted), selector)) return;
      await popup.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached by Tab`);
  };
  await reach('[role=tab]');
  await popup.keyboard.press('ArrowRight');
  expect(await popup.$eval('[role=tab][aria-selected=true]', (one) => document.activeElement === one && one.previousElementSibling !== null)).toBe(true);
  await popup.keyboard.press('ArrowLeft');
  await reach('.item');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.card h2');
  await popup.keyboard.down('Shift');
  await reach('.back-row button');
  await popup.keyboard.up('Shift');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.item');
  await reach('.bottom select');
  await popup.keyboard.press('Tab');
  expect(await popup.evaluate(() => document.activeElement!.matches('.bottom .icon'))).toBe(true);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.bottom fieldset');
});
