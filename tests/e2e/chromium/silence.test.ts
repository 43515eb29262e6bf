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
  // What is left are the browser's own requests, which flags keep down but not to nothing; none may come from an extension.
  expect(foreign.filter((url) => !/google|gvt1|chromium/.test(new URL(url).hostname))).toEqual([]);
  expect(server.asked.every((one) => /^GET https:\/\/www\.heise\.de\/(?:news\/bezos-kopiert-musk-10123456\.html|favicon\.ico)$/.test(one))).toBe(true);
});
