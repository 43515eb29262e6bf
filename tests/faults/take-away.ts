/** The extension is updated, or removed, while an article is open: the old script takes all of its own away, and after an update the new one marks the page again without a reload. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { waitForMarks } from '../e2e/harness/chromium.ts';
import { articleAddress } from '../e2e/harness/world.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import type { Rig } from './subject.ts';

/** What a page's own script can see of us. */
interface Traces {
  html: string;
  marks: number;
  sheets: number;
}

const tracesOn = (page: Page): Promise<Traces> =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    marks: [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  }));

/** Waits until what is seen fits; gives whether it did within the time (ms). */
async function settles(page: Page, fits: (traces: Traces) => boolean, patience = 8_000): Promise<boolean> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (fits(await tracesOn(page))) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Updates the extension so many times under one open page; the marks must be as many as before each time, and the page's document untouched. */
export async function update(rig: Rig, times: number): Promise<Outcome> {
  const outcome = newOutcome('extension updated under an open article', rig.engine);
  const newer = mkdtempSync(join(tmpdir(), 'randnotiz-newer-'));
  cpSync(rig.build, newer, { recursive: true });
  const subject = await rig.start({ build: newer });
  await subject.page.close();
  const page = await subject.open(articleAddress);
  await waitForMarks(page, 10);
  const before = await tracesOn(page);
  for (let time = 0; time < times && !rig.isEnough(); time += 1) {
    setVersion(newer, `1.0.${time + 1}`);
    await subject.browser.installExtension(newer);
    // The old script looks every two seconds whether its extension is still there.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const holds = await settles(page, ({ marks }) => marks === before.marks);
    const after = await tracesOn(page);
    count(outcome, { lost: holds ? 0 : 1, doubled: after.marks > before.marks ? 1 : 0, holds: after.html === before.html && after.sheets === before.sheets });
  }
  await subject.close();
  rmSync(newer, { recursive: true, force: true });
  outcome.remark = `${before.marks} marks before and after`;
  return outcome;
}

/** Removes the extension so many times under an open page, which must then be what a person sees who never had us: the same document, and the same picture as after a reload without the extension. */
export async function remove(rig: Rig, times: number): Promise<Outcome> {
  const outcome = newOutcome('extension removed under an open article', rig.engine);
  const subject = await rig.start();
  await subject.page.close();
  let slowest = 0;
  let listed = 0;
  for (let time = 0; time < times && !rig.isEnough(); time += 1) {
    const page = await subject.open(articleAddress);
    const before = await tracesOn(page);
    await waitForMarks(page, 10);
    const marked = await page.screenshot();
    const begun = performance.now();
    await subject.browser.uninstallExtension(await idOf(rig, subject.browser));
    // Firefox ends our script before it can empty the page's registry, but takes the style of the marks away.
    await settles(page, ({ marks }) => marks === 0, rig.engine === 'firefox' ? 3_000 : undefined);
    slowest = Math.max(slowest, performance.now() - begun);
    const after = await tracesOn(page);
    const left = await page.screenshot();
    await page.reload();
    const bare = await page.screenshot();
    listed = Math.max(listed, after.marks);
    count(outcome, { holds: isSame(left, bare) && !isSame(marked, bare) && after.html === before.html });
    await page.close();
    await subject.browser.installExtension(rig.build);
  }
  await subject.close();
  outcome.remark = listed === 0 ? `clean after at most ${(slowest / 1000).toFixed(1)} s` : `nothing is painted any more; ${listed} ranges without a style stay in the page's registry until it is left`;
  return outcome;
}

/** Whether two pictures are the same to the byte. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function setVersion(folder: string, version: string): void {
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), version }));
}

/** Firefox goes by the manifest's id; puppeteer cannot list its extensions. */
async function idOf({ engine, build }: Rig, browser: Browser): Promise<string> {
  if (engine === 'chromium') return [...(await browser.extensions()).keys()][0]!;
  return (JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { browser_specific_settings: { gecko: { id: string } } }).browser_specific_settings.gecko.id;
}
