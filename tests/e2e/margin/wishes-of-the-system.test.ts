/** What the reader has told the system: less motion, colours of their own. The card and the popup keep to it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { articleAddress } from '../harness/world.ts';
import { violations } from '../surfaces/axe.ts';
import { moving, movingIn } from '../surfaces/moving.ts';
import { articleWorld, inRoot, markedBox, middle, openCardBox, openMarked } from './margin-world.ts';

const world = articleWorld();
let page: Page;

beforeAll(async () => {
  page = await openMarked(world.chromium, articleAddress);
  await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
  await openCardBox(page, world.chromium);
});

/** Puppeteer knows no forced colours; the browser does. */
async function emulate(page: Page, name: string, value: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
}

it('the marks keep their shapes where colours are forced, in the reader’s own colours', async () => {
  const article = await openMarked(world.chromium, articleAddress);
  await emulate(article, 'forced-colors', 'active');
  const looks = await article.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('span'));
    const system = (name: string): string => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const palette = [system('LinkText'), system('GrayText'), system('Highlight'), system('CanvasText')];
    const text = document.querySelector('article p')!;
    const answer = ['entity', 'claim', 'differing', 'attribution', 'language'].map((style) => {
      const { textDecorationStyle, textDecorationThickness, textDecorationColor } = getComputedStyle(text, `::highlight(rn-${style})`);
      return { style, shape: `${textDecorationStyle} ${textDecorationThickness}`, isForced: palette.includes(textDecorationColor) };
    });
    const bias = getComputedStyle(text, '::highlight(rn-bias)');
    answer.push({ style: 'bias', shape: bias.textDecorationLine, isForced: bias.backgroundColor === system('Mark') });
    probe.remove();
    return answer;
  });
  expect(looks.filter(({ isForced }) => !isForced)).toEqual([]);
  expect(new Set(looks.map(({ shape }) => shape)).size).toBe(looks.length);
  if (process.env['LOOK']) await article.screenshot({ path: `${process.env['LOOK']}/forced-marks.png` });
  await article.close();
});

it('the marks of a page that is read with forced colours are drawn as lines, not as a page that looks selected', async () => {
  const article = await world.chromium.browser.newPage();
  await emulate(article, 'forced-colors', 'active');
  await article.goto(articleAddress, { waitUntil: 'load' });
  await expect.poll(() => inRoot<number>(article, world.chromium, `root.querySelectorAll('.drawings [class^=mark-]').length`).catch(() => 0), { timeout: 15_000 }).toBeGreaterThan(10);
  expect(await article.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0))).toBe(0);
  expect(await inRoot<string[]>(article, world.chromium, `[...new Set([...root.querySelectorAll('.drawings [class^=mark-]')].map((one) => getComputedStyle(one)).filter(({ borderBottomStyle, borderBottomWidth }) => borderBottomStyle === 'none' || parseFloat(borderBottomWidth) < 1).map(({ cssText }) => cssText))]`)).toEqual([]);
  const [x, y] = await inRoot<[number, number]>(article, world.chromium, `((box) => [box.left + box.width / 2, box.top + box.height / 2])(root.querySelector('.drawings .mark-entity').getBoundingClientRect())`);
  if (process.env['LOOK']) await article.screenshot({ path: `${process.env['LOOK']}/forced-drawn.png` });
  await article.mouse.click(x, y);
  await openCardBox(article, world.chromium);
  await article.close();
});

describe('the card', () => {
  it('moves a little, and not at all where less motion is wished', async () => {
    expect(await inRoot<string[]>(page, world.chromium, movingIn('root'))).not.toEqual([]);
    await emulate(page, 'prefers-reduced-motion', 'reduce');
    expect(await inRoot<string[]>(page, world.chromium, movingIn('root'))).toEqual([]);
  });

  it('has edges and words in the reader’s own colours where colours are forced', async () => {
    await emulate(page, 'forced-colors', 'active');
    const { panel, ink, paper, edges } = await inRoot<{ panel: string; ink: string; paper: string; edges: string[] }>(page, world.chromium, `(() => {
      const probe = document.createElement('span');
      root.querySelector('.rn').append(probe);
      const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
      const answer = {
        panel: getComputedStyle(root.querySelector('.panel')).borderTopColor === system('CanvasText') ? 'CanvasText' : 'other',
        ink: getComputedStyle(root.querySelector('.name')).color === system('CanvasText') ? 'CanvasText' : 'other',
        paper: getComputedStyle(root.querySelector('.rn')).backgroundColor === system('Canvas') ? 'Canvas' : 'other',
        edges: [...root.querySelectorAll('.panel button')].filter((one) => getComputedStyle(one).borderTopColor !== system('ButtonBorder')).map((one) => one.textContent),
      };
      probe.remove();
      return answer;
    })()`);
    expect({ panel, ink, paper, edges }).toEqual({ panel: 'CanvasText', ink: 'CanvasText', paper: 'Canvas', edges: [] });
    if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/forced.png` });
  });
});

it('the popup is legible in forced colours, without motion, and has nothing to complain of', async () => {
  const article = await openMarked(world.chromium, articleAddress);
  const popup = await world.chromium.clickToolbar(article);
  await popup.waitForFunction(() => document.querySelectorAll('[role="tab"]').length > 0, { timeout: 10_000 });
  await emulate(popup, 'forced-colors', 'active');
  expect(await popup.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  expect(await violations(popup)).toEqual([]);
  await emulate(popup, 'prefers-reduced-motion', 'reduce');
  expect(await moving(popup)).toEqual([]);
});

it.each(['options', 'welcome', 'sidepanel', 'notebook', 'print'])('%s.html moves nothing where less motion is wished, and is without fault in forced colours', async (name) => {
  const surface = await world.chromium.openExtensionPage(`${name}.html`);
  await surface.waitForSelector('main, h1');
  await emulate(surface, 'prefers-reduced-motion', 'reduce');
  expect(await moving(surface)).toEqual([]);
  await emulate(surface, 'forced-colors', 'active');
  expect(await violations(surface)).toEqual([]);
  await surface.close();
});
