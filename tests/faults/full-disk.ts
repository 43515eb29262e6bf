/** The disk under the browser's profile is really full: what was acknowledged stays, what cannot be kept is told, and once there is room again all goes on. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { waitForMarks } from '../e2e/harness/chromium.ts';
import { articleAddress } from '../e2e/harness/world.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import type { Rig, Subject } from './subject.ts';

/** Bytes of the small disk: enough for a profile. */
const room = '160m';
const megabyte = Buffer.alloc(1024 * 1024, 1);

/** How long (ms) a person goes on trying. */
const patience = 20_000;

const keepAfter = (subject: Subject, round: string) => subject.page.evaluate((name) => bench.keepUntilRefused(name, 20, 20_000, 1_000), round);

/** Fills the disk so many times under a running browser. Needs the right to mount a disk in memory; without it nothing is tried, and said so. */
export async function fullDisk(rig: Rig, times: number): Promise<Outcome> {
  const outcome = newOutcome('disk full under the profile', rig.engine);
  mkdirSync(rig.profile, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${room}`, 'tmpfs', rig.profile]).status !== 0) throw new Error('no disk in memory can be mounted here');
  const codes = new Set<string>();
  const wrong = new Set<string>();
  let refused = 0;
  try {
    let subject = await rig.start();
    for (let time = 0; time < times; time += 1) {
      const round = `d${String(time).padStart(7, '0')}`;
      const filler = join(rig.profile, 'filler');
      const before = await subject.page.evaluate((name) => bench.keepUntilRefused(name, 20, 20_000), round);
      fill(filler);
      const during = await subject.page.evaluate((name) => bench.keepUntilRefused(name, 400, 20_000, 20), round);
      codes.add(during.code || 'all kept');
      const page = await subject.open(articleAddress);
      const isMarked = await waitForMarks(page, 10).then(() => true, () => false);
      await page.close();
      // Every other time the browser ends while the disk is full, and finds what was cut off at its next start.
      if (time % 2 === 1) {
        await subject.close();
        rmSync(filler, { force: true });
        subject = await rig.start();
      }
      rmSync(filler, { force: true });
      let after = await keepAfter(subject, round);
      // A person who is told tries again.
      const end = performance.now() + patience;
      for (; after.kept.length === 0 && performance.now() < end; refused += 1) {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        after = await keepAfter(subject, round);
      }
      // What a browser wrote behind a record that was cut off is looked at by the next start only.
      for (let starts = 0; starts < 2; starts += 1) {
        await subject.close();
        subject = await rig.start();
      }
      const found = await subject.page.evaluate((name) => bench.rows(name), round);
      const ids = new Set(found.flags.map(({ id }) => id));
      const lost = [...before.kept, ...during.kept, ...after.kept].filter((id) => !ids.has(id)).length;
      const complaints = [isMarked ? '' : 'not marked', during.code === '' || during.code.startsWith('store_') ? '' : during.code, after.kept.length > 0 ? '' : `nothing kept with room: ${after.code} (${after.detail})`].filter(Boolean);
      for (const complaint of complaints) wrong.add(complaint);
      count(outcome, { lost, doubled: found.flags.length - ids.size, holds: complaints.length === 0 });
    }
    await subject.close();
  } finally {
    // A browser that is just ending may still hold a file.
    for (let tries = 0; tries < 10 && spawnSync('umount', [rig.profile]).status !== 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const held = wrong.size === 0 ? 'the article is marked all the same, and keeping works again with room' : `not held: ${[...wrong].join(', ')}`;
  outcome.remark = `told: ${[...codes].join(', ')}; ${held}${refused > 0 ? `; with room again, ${refused} writes were refused first` : ''}`;
  return outcome;
}

/** Writes a file until nothing more goes in. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = megabyte.length; size >= 512; size >>= 1) {
      try {
        for (;;) if (writeSync(handle, megabyte, 0, size) < size) break;
      } catch {
        // Full for pieces of this size: smaller ones may still go in.
      }
    }
  } finally {
    closeSync(handle);
  }
}
