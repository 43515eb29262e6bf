/**
 * Every component in every state. Each story is looked at in one of its looks (theme, language, width, forced colours, finger), chosen by its name, so that all looks
 * are seen over all stories and a run stays short; `RANDNOTIZ_ALL_LOOKS=1` looks at every story in all of them.
 *
 * What is held: no fault that axe knows; nothing wider than its surface; targets of at least 24 px (WCAG 2.2), 44 by finger; stillness where it is asked for; the same picture twice; and the outline
 * that assistive technology hears, kept in `outlines/` (renew with `-u`). Pixels are not pinned across machines, whose fonts differ: for those,
 * `npm run stories -- --pictures` compares before and after a change on one machine.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStories, type OpenStories, type StoryLook } from '../../../scripts/stories/open-stories.ts';
import { violations } from './axe.ts';
import { moving } from './moving.ts';
import { outlineOf } from './outline.ts';

let stories: OpenStories;

beforeAll(async () => {
  stories = await openStories();
});
afterAll(async () => {
  await stories?.close();
});

const themes = [{ theme: 'light' }, { theme: 'dark' }, { theme: 'dark', forced: true }, { theme: 'light', touch: true }] as const;
const looks: readonly StoryLook[] = (['de', 'en'] as const).flatMap((language) => themes.flatMap((theme) => [320, 420].map((width) => ({ language, ...theme, width }))));

const isThorough = process.env['RANDNOTIZ_ALL_LOOKS'] !== undefined;

/** The looks of one story: all, or one by its name. */
function looksOf(name: string): readonly StoryLook[] {
  if (isThorough) return looks;
  const sum = Array.from(name).reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 10_007, 7);
  return looks.slice(sum % looks.length, (sum % looks.length) + 1);
}

/** What is wider than the surface, and targets lower than so many pixels that do not stand in a line of text. */
function misfits(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const root = document.querySelector('.story')!;
    const right = root.getBoundingClientRect().right + 1;
    const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} "${one.textContent.slice(0, 40)}"`;
    const scrolls = (one: Element | null): boolean => one !== null && one !== root && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
    const all = [...root.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().width > 1);
    const wide = all.filter((one) => one.getBoundingClientRect().right > right && !scrolls(one.parentElement)).map((one) => `too wide: ${name(one)}`);
    const small = all
      .filter((one) => one.matches('button, select, summary, input:not([type=checkbox], [type=radio])'))
      .filter((one) => one.getBoundingClientRect().height < least - 0.5 || one.getBoundingClientRect().width < 24)
      .map((one) => `too small: ${name(one)}`);
    return [...wide, ...small];
  }, least);
}

describe('every state of every component', () => {
  it('has no accessibility fault, fits its width, and stands still', { timeout: isThorough ? 1_500_000 : 240_000 }, async () => {
    const faults: string[] = [];
    for (const name of stories.names) {
      for (const look of looksOf(name)) {
        const where = `${name} (${Object.values(look).join(', ')})`;
        const page = await stories.show(name, look);
        faults.push(...[...(await violations(page)), ...(await misfits(page, look.touch ? 44 : 24)), ...(await moving(page))].map((fault) => `${where}: ${fault}`));
      }
    }
    expect([...faults, ...stories.faults]).toEqual([]);
  });

  it('shows where the focus is, whatever has it', { timeout: 120_000 }, async () => {
    const unseen: string[] = [];
    for (const name of stories.names.filter((one) => !/flood|crowd|loading/.test(one))) {
      const page = await stories.show(name, { language: 'de', theme: 'light', width: 420 });
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const one = document.activeElement;
          if (!one || one === document.body) return undefined;
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          return { name: `${one.localName}.${one.className} "${one.textContent.slice(0, 30)}"`, isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 };
        });
        if (!focus) break;
        if (!focus.isSeen) unseen.push(`${name}: ${focus.name}`);
      }
    }
    expect(unseen).toEqual([]);
  });

  it('moves only for those who have not asked for stillness', async () => {
    const page = await stories.show('popup-loading', { language: 'de', theme: 'light', width: 420 });
    expect(await moving(page)).toEqual([]);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }]);
    expect(await moving(page)).toEqual(expect.arrayContaining([expect.stringContaining('rn-breathe')]));
  });

  it('is heard as its outline says', { timeout: 120_000 }, async () => {
    for (const name of stories.names.filter((one) => /^(?:popup|panel|ledger|graph|options|welcome|print)/.test(one) && !/flood|crowd/.test(one))) {
      const page = await stories.show(name, { language: 'de', theme: 'light', width: 420 });
      await expect(await outlineOf(page)).toMatchFileSnapshot(`outlines/${name}.txt`);
    }
  });

  it('looks the same twice', { timeout: 60_000 }, async () => {
    for (const name of ['popup-annotated', 'panel-here', 'graph-many', 'options', 'card-entity']) {
      const look = { language: 'de', theme: 'dark', width: 420 } as const;
      const first = await (await stories.show(name, look)).screenshot({ encoding: 'base64' });
      const second = await (await stories.show(name, look)).screenshot({ encoding: 'base64' });
      expect(first === second, `${name} differs from itself`).toBe(true);
    }
  });

  it('shows five thousand notes at once, in portions', async () => {
    const page = await stories.show('panel-flood', { language: 'de', theme: 'light', width: 420 });
    expect(await page.$$eval('.item', (all) => all.length)).toBe(200);
    await page.evaluate(() => document.querySelector<HTMLElement>('.after button')!.click());
    await page.waitForFunction(() => document.querySelectorAll('.item').length === 400);
    expect(await page.evaluate(() => [...document.querySelectorAll('.item')].indexOf(document.activeElement!))).toBe(200);
  });
});
