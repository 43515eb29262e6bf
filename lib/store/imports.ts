/**
 * Imports: all or nothing. A file is read in many small transactions into rows that nobody sees, since they carry the id of an import that is not
 * done; one small commit makes them all visible. Killed half-way, nothing is visible, and what lies about is cleared away at the next start.
 *
 *   begin → stage, stage, … → preview → commit → (undo)
 *                                └→ discard
 *
 * New flags stand in their tables from the start. What would change a flag that is here already waits in `staged` and is taken in by the commit.
 */
import { Dexie, type PromiseExtended } from 'dexie';
import type { Answer } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Flag, FlagFields, Revision } from '../model.ts';
import { isFarAhead, nextClock } from '../notebook/clock.ts';
import { type Comparison, compareFlag, decision } from '../notebook/compare.ts';
import { asFlag } from '../notebook/flag-schema.ts';
import { byFlag, fold } from '../notebook/fold.ts';
import { merge } from '../notebook/merge.ts';
import { saysSomething, type Stamp, thrownAway } from '../notebook/revise.ts';
import type { Access, Notebook } from './access.ts';
import { clearAway, createImportCleaner, type ImportCleaner } from './clear-import.ts';
import type { FlagRow } from './flag-database.ts';
import { clockOf, edit, hiddenImports, journalTables, refold, revisionsOf, takeIn, viewOf } from './journal.ts';
import type { ImportRow, StagedRow } from './rows.ts';
import { withoutImport } from './undo-import.ts';

export type Choice = 'merge' | 'mine' | 'theirs';

export interface ImportPreview extends ImportRow {
  /** The first of the new flags. */
  fresh: readonly Flag[];
  /** The first of the conflicts, with both sides and what a merge would make of them. */
  conflicts: readonly Comparison[];
}

export interface Imports extends ImportCleaner {
  /** Begins an import under a new id. */
  begin(id: string, about: Pick<ImportRow, 'name' | 'format'>, now: number): Promise<Answer<null>>;
  /** Stages some revisions; those of one flag should come together. Codes: `import_gone`, `import_bad`, `store_…`. */
  stage(id: string, revisions: readonly Revision[], now: number, skipped?: number, format?: string): Promise<Answer<null>>;
  /** What a commit would do. At most `limit` flags of each kind are listed; the counts are of all. */
  preview(id: string, limit?: number): Promise<Answer<ImportPreview>>;
  /** Makes everything visible at once. Conflicts are decided by flag id, or else as `otherwise` says: by the merge, which is the same on all devices. */
  commit(id: string, choices: ReadonlyMap<string, Choice>, otherwise: Choice, at: number): Promise<Answer<ImportRow>>;
  /** Takes an import back: its rows where nothing else has happened since, else by counter-records. */
  undo(id: string, at: number): Promise<Answer<null>>;
  /** Drops an import that was not committed. */
  discard(id: string): Promise<Answer<null>>;
  /** Imports that were done, latest first. */
  done(): Promise<Answer<readonly ImportRow[]>>;
}

/** Takes the way into the database; gives the imports. Nothing here throws. */
export function createImports(access: Access): Imports {
  const { read, attempt, write } = access;
  const staging = async ({ imports }: Notebook, id: string) => {
    const row = await imports.get(id);
    return row?.state === 'staging' ? row : undefined;
  };
  const gone = (id: string) => failure('import_gone', `import ${id} is not being read; read the file again`);

  return {
    begin: (id, about, now) =>
      write(['imports'], async ({ imports }) => {
        await imports.add({ id, ...about, state: 'staging', begun: now, beat: now, counts: { fresh: 0, same: 0, changed: 0, conflicts: 0, skipped: 0 }, touched: [], merged: [] });
        return success(null);
      }),

    stage: (id, revisions, now, skipped = 0, format = '') =>
      write(journalTables, async (database) => {
        const row = await staging(database, id);
        if (!row) return gone(id);
        const largest = (await clockOf(database)) - 1;
        const wild = revisions.find(({ clock }) => isFarAhead(clock, largest));
        if (wild) return failure('import_bad', `revision ${wild.id}: its clock ${wild.clock} is far ahead of all that is known (${largest})`);
        if (revisions.length > 0) await stageGroups(database, row, byFlag(revisions));
        row.counts.skipped += skipped;
        await database.imports.put({ ...row, beat: now, ...(format ? { format } : {}) });
        return success(null);
      }),

    preview: (id, limit = 100) =>
      attempt<ImportPreview>(async (database) => {
        const row = await database.imports.get(id);
        if (!row) return gone(id);
        const fresh = (await database.flags.where('import').equals(id).limit(limit).toArray()).flatMap((one) => asFlag(one) ?? []);
        const staged = await database.staged.where('import').equals(id).filter(({ conflict }) => conflict).limit(limit).toArray();
        const hidden = await hiddenImports(database);
        const here = byFlag(await revisionsOf(database, staged.map(({ flag }) => flag), hidden));
        return success({ ...row, fresh, conflicts: staged.map((one) => compareFlag(here.get(one.flag) ?? [], one.revisions)) });
      }),

    commit: (id, choices, otherwise, at) =>
      write(journalTables, async (database) => {
        const row = await staging(database, id);
        if (!row) return gone(id);
        const merged: string[] = [];
        const hidden = await hiddenImports(database);
        for (const staged of await database.staged.where('import').equals(id).toArray()) {
          merged.push(staged.flag);
          const here = await revisionsOf(database, [staged.flag], hidden);
          const clock = await clockOf(database);
          const decided = decide(staged, here, choices.get(staged.flag) ?? otherwise, { device: database.device, clock, at });
          await takeIn(database, [...staged.revisions, ...decided].map((revision) => ({ ...revision, import: id })));
        }
        await database.staged.where('import').equals(id).delete();
        const done: ImportRow = { ...row, state: 'done', merged, beat: at };
        await database.imports.put(done);
        if (row.touched.length > 0) await refold(database, row.touched);
        done.mark = await markOf(database);
        await database.imports.put(done);
        return success(done);
      }),

    async undo(id, at) {
      const answer = await write<'hidden' | 'countered'>(journalTables, async (database) => {
        const row = await database.imports.get(id);
        if (row?.state !== 'done') return failure('import_gone', `import ${id} was not done, or was taken back already`);
        const isLast = row.mark === (await markOf(database)) && !row.published && row.touched.length === 0;
        await database.imports.put({ ...row, state: isLast ? 'undone' : 'countered', beat: at });
        if (!isLast) await counter(database, row, at);
        else if (row.merged.length > 0) await refold(database, row.merged);
        return success(isLast ? 'hidden' : 'countered');
      });
      if (!answer.ok) return answer;
      if (answer.value === 'hidden') await clearAway(write, id);
      return success(null);
    },

    async discard(id) {
      const answer = await write(['imports'], async ({ imports }) => {
        const row = await imports.get(id);
        if (row?.state === 'staging') await imports.put({ ...row, state: 'undone' });
        return success(null);
      });
      return answer.ok ? clearAway(write, id) : answer;
    },

    done: () => read(async ({ imports, readonly }) => (readonly ? [] : (await imports.where('state').equals('done').toArray()).sort((one, other) => other.beat - one.beat))),

    ...createImportCleaner(access),
  };
}

/** Tells whether anything was written since: how many revisions there are, and the largest clock. */
function markOf(database: Notebook): PromiseExtended<string> {
  return Dexie.Promise.all([database.revisions.count(), clockOf(database)]).then((parts) => parts.join(' '));
}

/** Puts what is new into its tables, hidden; what concerns flags that are here waits in `staged`. Counts go into the import's row. */
async function stageGroups(database: Notebook, row: ImportRow, groups: ReadonlyMap<string, Revision[]>): Promise<void> {
  const ids = [...groups.keys()];
  const hidden = await hiddenImports(database);
  const rows = await database.flags.bulkGet(ids);
  // Without a row there may still be the record of a purge, or a change whose flag has not arrived yet.
  const without = ids.filter((_, index) => !rows[index]);
  const rowless = byFlag(without.length === 0 ? [] : await revisionsOf(database, without, hidden));
  const taken = new Set(ids.filter((id, index) => (rows[index] ? rows[index].import !== row.id : rowless.has(id))));
  const begun = ids.filter((_, index) => rows[index]?.import === row.id);
  const here = byFlag(taken.size === 0 ? [] : await revisionsOf(database, [...taken], hidden));
  const earlier = byFlag((begun.length === 0 ? [] : await revisionsOf(database, begun, new Set())).filter((one) => one.import === row.id));
  const before = taken.size === 0 ? [] : await database.staged.bulkGet([...taken].map((flag) => [row.id, flag] as [string, string]));
  const waiting = new Map(before.flatMap((one) => (one ? [[one.flag, one] as const] : [])));
  const revisions: (Revision & { import: string })[] = [];
  const flags: FlagRow[] = [];
  const staged: StagedRow[] = [];
  for (const [id, group] of groups) {
    if (taken.has(id)) {
      const earlierHere = waiting.get(id);
      const there = merge(earlierHere?.revisions ?? [], group);
      const { verdict } = compareFlag(here.get(id) ?? [], there);
      if (earlierHere) row.counts[earlierHere.verdict] -= 1;
      const name = verdict === 'conflict' ? 'conflicts' : verdict;
      row.counts[name] += 1;
      staged.push({ import: row.id, flag: id, revisions: there, verdict: name, conflict: verdict === 'conflict' });
      continue;
    }
    const all = merge(earlier.get(id) ?? [], group);
    const flag = fold(all);
    if (!earlier.has(id) && flag) row.counts.fresh += 1;
    if (flag) flags.push({ ...viewOf(undefined, flag), import: row.id });
    revisions.push(...all.map((revision) => ({ ...revision, import: row.id })));
  }
  if (revisions.length > 0) await database.revisions.bulkPut(revisions);
  if (flags.length > 0) await database.flags.bulkPut(flags);
  if (staged.length > 0) await database.staged.bulkPut(staged);
}

/** What the reader decided about a conflict, as a revision after all others, where the merge alone would say something else. */
function decide({ flag, revisions, conflict }: StagedRow, here: readonly Revision[], choice: Choice, { device, clock, at }: Omit<Stamp, 'id'>): Revision[] {
  if (!conflict || choice === 'merge') return [];
  const set = decision(compareFlag(here, revisions), choice);
  const after = revisions.reduce((largest, one) => Math.max(largest, nextClock(one.clock)), clock);
  return saysSomething(set) ? [{ id: crypto.randomUUID(), flag, device, clock: after, at, set }] : [];
}

/** Takes an import back after other things have happened: its new flags go into the bin, and fields that it alone decided get back what they were. */
async function counter(database: Notebook, row: ImportRow, at: number): Promise<void> {
  const fresh = await database.flags.where('import').equals(row.id).primaryKeys();
  const brought = [...fresh, ...row.touched];
  if (brought.length > 0) await edit(database, brought, at, (flag) => thrownAway(flag, at));
  if (row.merged.length === 0) return;
  const known = byFlag(await revisionsOf(database, row.merged, await hiddenImports(database)));
  const sets = new Map<string, Partial<FlagFields>>(row.merged.map((id) => [id, withoutImport(known.get(id) ?? [], row.id)]));
  await edit(database, row.merged, at, ({ id }) => sets.get(id) ?? {});
}
