/** A file as large as a file may be: a million annotations, read and taken in without holding it in memory. */
import { extensionMemory } from '../e2e/harness/firefox-window.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import { listen, type Rig, type Subject } from './subject.ts';

const size = 1_000_000;
/** What the page may hold on to (bytes) while it reads and commits, beyond what it held before. */
const most = 300 * 2 ** 20;
const lookEvery = 1_000;

/** Imports the file once; holds when all of it is there afterwards and memory stayed within bounds. */
export async function importLarge(rig: Rig): Promise<Outcome> {
  const outcome = newOutcome(`import of ${size.toLocaleString('en')} flags`, rig.engine);
  const subject = await rig.start();
  const memory = await memoryOf(subject);
  const before = await memory();
  let peak = before;
  const state = { said: '' };
  await subject.page.evaluate((all) => void bench.importLarge('c0000000', all), size);
  const stop = listen(subject.page, (words) => {
    if (words[0] === 'read') console.log(`${rig.engine}: ${outcome.fault}, ${words[1]} read`);
    else state.said = words.join(' ');
  });
  while (state.said === '') {
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
    peak = Math.max(peak, await memory());
  }
  await stop();
  const [, read = 0, committed = 0] = /(\d+) (\d+)$/.exec(state.said)?.map(Number) ?? [];
  const flags = await subject.page.evaluate(async () => {
    const counted = await bench.store.flags.count();
    return counted.ok ? counted.value : -1;
  });
  const held = peak - before;
  count(outcome, { lost: Math.max(0, size - flags), doubled: Math.max(0, flags - size), holds: state.said.startsWith('committed') && held <= most });
  outcome.remark = `${state.said.startsWith('committed') ? '' : `${state.said}; `}read in ${Math.round(read / 1000)} s, made visible in ${(committed / 1000).toFixed(1)} s; at most ${Math.round(held / 2 ** 20)} MB more than before`;
  await subject.close();
  return outcome;
}

/** Gives the function that tells how many bytes are held: the page's heap in Chromium, the process of the extension's pages in Firefox. */
async function memoryOf({ engine, browser, page }: Subject): Promise<() => Promise<number>> {
  if (engine === 'firefox') return () => extensionMemory(browser);
  const session = await page.createCDPSession();
  return async () => (await session.send('Runtime.getHeapUsage')).usedSize;
}
