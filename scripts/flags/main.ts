/** The command `flags`: notebooks merged, exported, taken in, checked, and kept in step with a shared folder. Built into one file; `scripts/flags.ts` starts it. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exportFlags } from '../../lib/formats/export-flags.ts';
import { toNotebook } from '../../lib/formats/notebook-json.ts';
import type { Revision } from '../../lib/model.ts';
import { byFlag, foldAll } from '../../lib/notebook/fold.ts';
import { nextClock } from '../../lib/notebook/clock.ts';
import { compareFlag, decision } from '../../lib/notebook/compare.ts';
import { merge } from '../../lib/notebook/merge.ts';
import { saysSomething } from '../../lib/notebook/revise.ts';
import { newMemory, syncFolder } from '../../lib/sync/sync-folder.ts';
import { flagWords } from '../../lib/texts/flag-words.ts';
import { tableTexts } from '../../lib/texts/table-texts.ts';
import english from '../../locales/en.yml';
import german from '../../locales/de.yml';
import { Fault, oneLine } from '../command/fault.ts';
import { print, runCommand } from '../command/run-command.ts';
import { memoryJournal } from './memory-journal.ts';
import { nodeFolder, writeWhole } from './node-folder.ts';
import { readOptions, usage, type Options } from './options.ts';
import { filesOf, readFlags, readShared, type FlagsRead } from './read-flags.ts';

/** Runs the command; gives its exit status. Writes results to standard output and one line a fault to standard error. */
export function main(words: readonly string[]): Promise<number> {
  return runCommand('flags', usage, () => readOptions(words), (options) => run[options.command](options));
}

const run: Record<Options['command'], (options: Options) => Promise<number>> = {
  async merge({ paths }) {
    const { revisions, waiting } = await readAll(paths);
    await print(toNotebook(revisions));
    return waiting === 0 ? 0 : 1;
  },

  async export({ paths, format, reader, flags: wanted, address, language }) {
    const { revisions } = await readFlags(paths[0]!);
    const all = merge(revisions, []);
    const missing = wanted.find((id) => !all.some(({ flag }) => flag === id));
    if (missing) throw new Fault('flag-unknown', `--flag ${missing}: not in ${paths[0]}.`);
    const flags = foldAll(all).filter((flag) => (wanted.length === 0 || wanted.includes(flag.id)) && (address === undefined || flag.page.address === address));
    const ids = new Set(flags.map(({ id }) => id));
    const isWhole = wanted.length === 0 && address === undefined;
    const words = flagWords(tableTexts(language === 'en' ? english : german));
    await print(exportFlags(format, { flags, revisions: isWhole ? all : all.filter(({ flag }) => ids.has(flag)), words, now: Date.now(), ...(reader === undefined ? {} : { reader }) }));
    return 0;
  },

  async import({ paths, into, conflicts, dryRun }) {
    const read = await Promise.all(paths.map(readFlags));
    const here = existsSync(into!) ? (await readFlags(into!)).revisions : [];
    let all = merge(here, []);
    const counts = { fresh: 0, same: 0, changed: 0, conflict: 0, skipped: 0 };
    for (const { revisions, skipped } of read) {
      const known = byFlag(all);
      counts.skipped += skipped.length;
      const decided: Revision[] = [];
      let clock = nextClock(all.reduce((largest, one) => Math.max(largest, one.clock), revisions.reduce((largest, one) => Math.max(largest, one.clock), 0)));
      for (const [flag, group] of byFlag(revisions)) {
        const comparison = compareFlag(known.get(flag) ?? [], group);
        counts[comparison.verdict] += 1;
        const set = comparison.verdict === 'conflict' && conflicts !== 'merge' ? decision(comparison, conflicts) : {};
        if (saysSomething(set)) decided.push({ id: crypto.randomUUID(), flag, device: 'command', clock: clock++, at: Date.now(), set });
      }
      all = merge(all, [...revisions, ...decided]);
    }
    if (!dryRun) await save(into!, all);
    await print(`${JSON.stringify({ ...counts, written: !dryRun })}\n`);
    return 0;
  },

  async check({ paths }) {
    let bad = 0;
    for (const path of paths.flatMap(filesOf)) {
      const line = await checkOne(path);
      if (!line.ok) bad += 1;
      await print(`${JSON.stringify(line)}\n`);
    }
    return bad === 0 ? 0 : 1;
  },

  async sync({ paths, into, device }) {
    const journal = memoryJournal(existsSync(into!) ? (await readFlags(into!)).revisions : []);
    const answer = await syncFolder({ folder: nodeFolder(paths[0]!), journal, device: device!, memory: newMemory(), now: Date.now() });
    if (!answer.ok) throw new Fault('sync', `${paths[0]}: ${answer.error.detail}.`);
    await save(into!, journal.revisions);
    const { taken, given, wrote, unusable } = answer.value;
    await print(`${JSON.stringify({ taken, given, wrote: wrote.length, unusable })}\n`);
    return 0;
  },
};

/** Everything in these files and folders. In a folder, files that are not whole are left out and said. */
async function readAll(paths: readonly string[]): Promise<{ revisions: Revision[]; waiting: number }> {
  let revisions: Revision[] = [];
  let waiting = 0;
  for (const path of paths) {
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    for (const file of filesOf(path)) {
      const shared = isFolder ? await readShared(dirname(file), basename(file)) : undefined;
      if (shared && 'state' in shared) {
        waiting += 1;
        process.stderr.write(`flags: ${file}: ${states[shared.state] ?? shared.state}; left out.\n`);
        continue;
      }
      revisions = merge(revisions, shared ? shared.revisions : (await readFlags(file)).revisions);
    }
  }
  return { revisions, waiting };
}

const states: Readonly<Record<string, string>> = {
  waiting: 'not whole (yet): its service may still be copying it',
  damaged: 'not as Randnotiz writes it',
  newer: 'from a newer version; update Randnotiz',
};

async function checkOne(path: string): Promise<Record<string, unknown> & { ok: boolean }> {
  try {
    const shared = await readShared(dirname(path), basename(path));
    if (shared && 'state' in shared) return { file: path, ok: false, state: shared.state, what: states[shared.state] };
    const { format, revisions, skipped }: Pick<FlagsRead, 'format' | 'revisions' | 'skipped'> = shared ? { format: 'revisions', revisions: shared.revisions, skipped: [] } : await readFlags(path);
    const flags = foldAll(revisions);
    return { file: path, ok: true, format, flags: flags.length, deleted: flags.filter(({ deleted }) => deleted !== undefined).length, revisions: revisions.length, skipped };
  } catch (error) {
    return { file: path, ok: false, what: oneLine(error) };
  }
}

/** Writes a notebook's file whole or not at all. */
function save(path: string, revisions: readonly Revision[]): Promise<void> {
  return writeWhole(join(dirname(path), `.${basename(path)}.part`), path, toNotebook(revisions));
}
