/** Draws the sign in all sizes: `node scripts/icons/draw.ts`. The PNGs in `public/icon/` are committed; run it after a change of `sign.svg`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../browsers/find-browsers.ts';

const sizes = [16, 32, 48, 96, 128];
const root = resolve(import.meta.dirname, '../..');
const sign = readFileSync(resolve(import.meta.dirname, 'sign.svg'), 'utf8');

const chromium = findBrowser('chromium');
if (!chromium) throw new Error('No Chromium found: install chromium to draw the icons.');
const browser = await puppeteer.launch({ executablePath: chromium.path, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${sign}`);
  writeFileSync(resolve(root, `public/icon/${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
