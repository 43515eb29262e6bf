/** No network request of any kind: the browser's own network log is the witness. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchChromium, waitForMarks } from '../harness/chromium.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';

it('asks the network for nothing while it reads, opens its popup and keeps a flag', async () => {
  const log = join(mkdtempSync(join(tmpdir(), 'randnotiz-net-')), 'net.json');
  const server = await serveUsualPages();
  const chromium = await launchChromium(server, { args: [`--log-net-log=${log}`] });
  const page = await chromium.open(articleAddress);
  await waitForMarks(page, 10);
  const popup = await chromium.clickToolbar(page);
  await popup.waitForSelector('[role="tab"]');
  await quietMoment();
  await chromium.close();
  await server.close();

  const asked = [...new Set([...readFileSync(log, 'utf8').matchAll(/"url":"([a-z-]+:\/\/[^"]+)"/g)].map((found) => found[1]!))];
  const foreign = asked.filter((url) => !/^(?:chrome-extension|chrome|devtools|data|blob|about):/.test(url) && new URL(url).hostname !== 'www.heise.de');
  expect(asked.some((url) => url.includes('www.heise.de'))).toBe(true);
  // Every name leads to the test's server, so it sees the browser's own requests too, which flags keep down but not to nothing.
  const browsersOwn = (url: string): boolean => /(?:^|\.)(?:google|googleapis|gvt1|chromium)\.(?:com|org)$/.test(new URL(url).hostname);
  expect(foreign.filter((url) => !browsersOwn(url))).toEqual([]);
  const served = server.asked.map((one) => one.split(' ')[1]!).filter((url) => !browsersOwn(url));
  expect([...new Set(served)].filter((url) => url !== articleAddress && !url.endsWith('/favicon.ico'))).toEqual([]);
});
