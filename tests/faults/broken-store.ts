/** The disk fails the extension: no database can be opened. Reading goes on, writing says what is wrong. (A full disk cannot be had this way: the browsers' quota does not bind an extension with `unlimitedStorage`; see `tests/store/`.) */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForMarks } from '../e2e/harness/chromium.ts';
import { articleAddress } from '../e2e/harness/world.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import type { Rig, Subject } from './subject.ts';

interface Said {
  ok: boolean;
  code: string;
}

/** Tries to keep a flag; gives what the person would be told. */
const tryToKeep = (subject: Subject, round: string, n: number): Promise<Said> =>
  subject.page.evaluate(
    async (name, number) => {
      const answer = await bench.ask('keepFlag', { flag: bench.flagOf(name, number) });
      return { ok: answer.ok, code: answer.ok ? '' : answer.error.code };
    },
    round, n,
  );

async function isStillMarked(subject: Subject): Promise<boolean> {
  const page = await subject.open(articleAddress);
  const marked = await waitForMarks(page, 10).then(() => true, () => false);
  await page.close();
  return marked;
}

/** The browser refuses to open any database: its folder cannot be made, since a file stands in its place. */
export async function refusedStore(rig: Rig, times: number): Promise<Outcome> {
  const outcome = newOutcome('store refused by the disk', rig.engine);
  const codes = new Set<string>();
  for (let time = 0; time < times && !rig.isEnough(); time += 1) {
    const first = await rig.start();
    await first.close();
    for (const place of storesOf(rig)) {
      rmSync(place, { recursive: true, force: true });
      writeFileSync(place, 'no folder');
    }
    const subject = await rig.start();
    const said = await tryToKeep(subject, 'e0000000', time);
    codes.add(said.ok ? 'kept' : said.code);
    count(outcome, { holds: !said.ok && said.code.startsWith('store_') && (await isStillMarked(subject)) });
    await subject.close();
    for (const place of storesOf(rig)) rmSync(place, { recursive: true, force: true });
  }
  outcome.remark = `told: ${[...codes].join(', ')}; the article is marked all the same`;
  return outcome;
}

/** Where the browser keeps the extension’s databases, for a rig. */
export function storesOf({ engine, profile }: Rig): string[] {
  const folder = engine === 'chromium' ? join(profile, 'Default/IndexedDB') : join(profile, 'storage/default');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => (engine === 'chromium' ? /^chrome-extension_.*\.leveldb$/ : /^moz-extension/).test(name));
  return names.map((name) => join(folder, name, engine === 'firefox' ? 'idb' : ''));
}
