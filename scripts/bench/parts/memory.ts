/** What we hold: in a page, against the same page on a host where nothing of ours runs, and in the background after very many articles. Real Chromium, store build. */
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { plain } from '../rounds.ts';
import { freshArticle, heapOf, isBackground, listed, rest, unlisted, withStoreBuild, type StoreWorld } from '../store-world.ts';
import { waitForMarks } from '../../../tests/e2e/harness/chromium.ts';

const megabyte = 1024 * 1024;

/** Heap of the seed page in bytes, of all its worlds, marked where our scripts run. Every page has a process and so a heap of its own. */
async function pageHeap({ chromium, server }: StoreWorld, host: string): Promise<number> {
  const address = `${host}/news/ein-artikel-10123456.html`;
  server.put(address, freshArticle());
  const page = await chromium.open(address);
  if (host === listed) await waitForMarks(page, 10);
  await rest(500);
  const session = await page.createCDPSession();
  const bytes = await heapOf(session);
  await page.close();
  return bytes;
}

/** Heap of the background in bytes after each of these numbers of articles, all of one life: a stopped worker would end the session. */
async function backgroundHeaps({ chromium, server }: StoreWorld, counts: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  const page = await chromium.browser.newPage();
  const worker = await chromium.browser.waitForTarget((target) => isBackground(chromium.id, target.url()));
  const session = await worker.createCDPSession();
  for (let count = 1; count <= counts.at(-1)!; count += 1) {
    const address = `${listed}/news/ein-artikel-${10_200_000 + count}.html`;
    server.put(address, freshArticle());
    await page.goto(address, { waitUntil: 'load' });
    await waitForMarks(page, 10);
    if (counts.includes(count)) found.push(await heapOf(session));
  }
  await page.close();
  return found;
}

async function run({ quick, rounds, say }: Bench): Promise<Row[]> {
  return withStoreBuild(async (world) => {
    say('memory: the seed page with and without us');
    const added: number[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const ours = await pageHeap(world, listed);
      const bare = await pageHeap(world, unlisted);
      if (round >= 0) added.push((ours - bare) / megabyte);
    }
    const [some, many] = quick ? [20, 30] : [200, 300];
    say(`memory: the background after ${some} and ${many} articles`);
    const [first, second] = await backgroundHeaps(world, [some, many]);
    return [
      row('memory', 'the seed page marked, above the same page without us', plain(added), { goal: 1.5, wants: 'down', unit: 'MB' }),
      row('memory', `the background after ${some} articles`, first! / megabyte, { goal: 30, wants: 'down', unit: 'MB' }),
      row('memory', `level after that: from ${some} to ${many} articles`, second! / first!, { goal: 1.1, wants: 'down', unit: '×', note: `${(second! / megabyte).toFixed(1)} MB` }),
    ];
  });
}

export const memory: Part = { name: 'memory', needs: 'browser', run };
