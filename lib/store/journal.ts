/**
 * Writing revisions and, beside them, the flags they add up to. Everything here runs inside the caller's transaction over `journalTables`.
 *
 * Dexie keeps the transaction over an `await` by counting ticks, and loses it when a request's answer comes back through two async functions before the next
 * request, or when nothing was waited for (tests hold both). So the small functions here hand Dexie's own promises on and are not async, the larger ones
 * are called by the transaction itself, and nothing is awaited that may have nothing to do.
 */
import { Dexie, type PromiseExtended } from 'dexie';
import type { Flag, FlagFields, Revision } from '../model.ts';
import { canonical } from '../notebook/canonical.ts';
import { nextClock } from '../notebook/clock.ts';
import { asFlag } from '../notebook/flag-schema.ts';
import { byFlag, fold } from '../notebook/fold.ts';
import { chosen, identityOf, withoutPurged } from '../notebook/merge.ts';
import { compareRevisions } from '../notebook/order.ts';
import { creation, saysSomething } from '../notebook/revise.ts';
import type { Notebook, TableName } from './access.ts';
import { firstRevision, type FlagRow, type Imported } from './flag-database.ts';
import { versionPlace } from './versions.ts';

/** The flags, and the tables of what is kept beside each. */
export const besideFlags = ['flags', 'drafts', 'sightings', 'places'] as const;
export const journalTables: readonly TableName[] = [...besideFlags, 'revisions', 'imports', 'staged'];

/** The imports whose rows nobody may see: still being read, or taken back. */
export function hiddenImports({ imports }: Notebook): PromiseExtended<ReadonlySet<string>> {
  return imports.where('state').anyOf('staging', 'undone').primaryKeys().then((ids) => new Set(ids));
}

/** Whether a row is there for the reader. */
export function isVisible(row: { import?: string } | undefined, hidden: ReadonlySet<string>): boolean {
  return row !== undefined && (row.import === undefined || !hidden.has(row.import));
}

/** The revisions of these flags that count, with the import that brought them. One request a flag, all under way at once: a cursor over them would wait for each before the next. */
export function revisionsOf({ revisions }: Notebook, ids: readonly string[], hidden: ReadonlySet<string>): PromiseExtended<Imported<Revision>[]> {
  return Dexie.Promise.all(ids.map((id) => revisions.where('flag').equals(id).toArray())).then((rows) => rows.flat().filter((row) => isVisible(row, hidden)));
}

/** The clock of the next change. */
export function clockOf({ revisions }: Notebook): PromiseExtended<number> {
  return revisions.orderBy('clock').last().then((last) => nextClock(last?.clock ?? 0));
}

/** Keeps a new flag. The same id again gives the one that is there. */
export async function create(database: Notebook, flag: Flag): Promise<Flag> {
  const hidden = await hiddenImports(database);
  const existing = await database.flags.get(flag.id);
  if (existing && isVisible(existing, hidden)) return asFlag(existing) ?? flag;
  await database.revisions.put(creation(flag, { id: crypto.randomUUID(), device: database.device, clock: await clockOf(database), at: flag.changed }));
  if (isHidden(existing, hidden)) await noteTouched(database, existing);
  if (existing) await database.flags.delete(flag.id);
  await database.flags.add(viewOf(undefined, flag));
  return flag;
}

/** Changes flags that can be read; each gets a revision if anything differs. Gives those that are there, changed or not, in the order asked for. */
export async function edit(database: Notebook, ids: readonly string[], at: number, edition: (flag: Flag) => Partial<FlagFields>): Promise<Flag[]> {
  const hidden = await hiddenImports(database);
  const rows = (await database.flags.bulkGet([...ids])).filter((row) => isVisible(row, hidden));
  const known = byFlag(await revisionsOf(database, ids, hidden));
  let clock = await clockOf(database);
  const added: Revision[] = [];
  const changed: FlagRow[] = [];
  const answer: Flag[] = [];
  for (const row of rows) {
    const flag = asFlag(row);
    if (!row || !flag) continue;
    const set = edition(flag);
    if (!saysSomething(set)) {
      answer.push(flag);
      continue;
    }
    // A row without history, as no version of ours writes it, begins one.
    const history: Revision[] = known.get(flag.id) ?? [];
    if (history.length === 0) history.push(creation(flag, { id: firstRevision(flag.id), device: database.device, clock: clock++, at: flag.changed }));
    const revision: Revision = { id: crypto.randomUUID(), flag: flag.id, device: database.device, clock: clock++, at, set };
    added.push(...(known.has(flag.id) ? [] : history), revision);
    const next = fold([...history, revision]) ?? flag;
    changed.push(viewOf(row, next));
    answer.push(next);
  }
  if (added.length === 0) return answer;
  await database.revisions.bulkPut(added);
  await database.flags.bulkPut(changed);
  return answer;
}

/** Purges flags: their words go, the record that they are gone stays. */
export async function purge(database: Notebook, ids: readonly string[], at: number): Promise<void> {
  let clock = await clockOf(database);
  const records = ids.map((flag): Revision => ({ id: crypto.randomUUID(), flag, device: database.device, clock: clock++, at, set: { purged: true } }));
  await forget(database, ids);
  await database.revisions.bulkPut(records);
}

/**
 * Takes revisions in that were made elsewhere, and adds the flags up again. Gives how many were new. Those of flags that are gone for good are
 * left out, and a purge among them takes the words here away too.
 */
export async function takeIn(database: Notebook, given: readonly Imported<Revision>[]): Promise<{ added: number; flags: string[] }> {
  const incoming = distinct(given);
  const hidden = await hiddenImports(database);
  const ids = [...new Set(incoming.map(({ flag }) => flag))];
  const known = await revisionsOf(database, ids, hidden);
  const have = new Map(known.map((revision) => [identityOf(revision), revision]));
  const fresh = incoming.filter((revision) => {
    const here = have.get(identityOf(revision));
    return !here || supersedes(revision, here);
  });
  if (fresh.length === 0) return { added: 0, flags: [] };
  const superseded = new Set(fresh.map(identityOf));
  const all = byFlag(withoutPurged([...known.filter((revision) => !superseded.has(identityOf(revision))), ...fresh]));
  const purged = [...all].filter(([, group]) => group.some(({ set }) => set.purged)).map(([flag]) => flag);
  if (purged.length > 0) await forget(database, purged, true);
  const kept = new Set([...all.values()].flat());
  const added = fresh.filter((revision) => kept.has(revision));
  if (added.length > 0) await database.revisions.bulkPut(added);
  const rows = new Map((await database.flags.bulkGet(ids)).flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const views: FlagRow[] = [];
  // Those whose creation something else came for under the same id: no device of ours writes that, but a file can.
  const gone: string[] = [];
  for (const [id, group] of all) {
    const flag = fold(group.toSorted(compareRevisions));
    const row = rows.get(id);
    if (isHidden(row, hidden)) await noteTouched(database, row);
    if (flag) views.push(viewOf(isVisible(row, hidden) ? row : undefined, flag));
    else if (isVisible(row, hidden)) gone.push(id);
  }
  if (gone.length > 0) await dropFlags(database, gone);
  if (views.length > 0) await database.flags.bulkPut(views);
  return { added: added.length, flags: [...new Set(added.map(({ flag }) => flag))] };
}

/** Adds flags up again from their revisions; those of which none is left go. */
export async function refold(database: Notebook, ids: readonly string[]): Promise<void> {
  const hidden = await hiddenImports(database);
  const known = byFlag(await revisionsOf(database, ids, hidden));
  const rows = await database.flags.bulkGet([...ids]);
  const views = ids.flatMap((id, index) => {
    const flag = fold(known.get(id) ?? []);
    return flag ? [viewOf(rows[index], flag)] : [];
  });
  const standing = new Set(views.map(({ id }) => id));
  const gone = ids.filter((id) => !standing.has(id));
  if (gone.length > 0) await dropFlags(database, gone);
  if (views.length > 0) await database.flags.bulkPut(views);
}

/** Takes away all that is kept of flags; `keepPurges` leaves the records that they are gone. */
function forget(database: Notebook, ids: readonly string[], keepPurges = false): PromiseExtended<unknown> {
  const ofThem = database.revisions.where('flag').anyOf([...ids]);
  return Dexie.Promise.all([(keepPurges ? ofThem.filter(({ set }) => !set.purged) : ofThem).delete(), dropFlags(database, ids)]);
}

/** Takes flags out of their table, with what stands beside them: forms that were not sent, articles that repeat them, wordings that were seen. */
export function dropFlags({ flags, drafts, sightings, places }: Pick<Notebook, (typeof besideFlags)[number]>, ids: readonly string[]): PromiseExtended<unknown> {
  const list = [...ids];
  return Dexie.Promise.all([flags.bulkDelete(list), drafts.bulkDelete(list), sightings.where('flag').anyOf(list).delete(), places.bulkDelete(list.map(versionPlace))]);
}

/** Of revisions that share an identity the one that counts, whatever order they come in. */
function distinct(revisions: readonly Imported<Revision>[]): Imported<Revision>[] {
  const found = new Map<string, Imported<Revision>>();
  for (const revision of revisions) {
    const other = found.get(identityOf(revision));
    if (!other || supersedes(revision, other)) found.set(identityOf(revision), revision);
  }
  return [...found.values()];
}

/** Whether a revision counts instead of the one that is here under the same identity: only for contents that no device of ours writes. */
function supersedes({ import: _one, ...revision }: Imported<Revision>, { import: _other, ...here }: Imported<Revision>): boolean {
  return canonical(revision) !== canonical(here) && chosen(here, revision) === revision;
}

/** Whether a row belongs to an import that is not done. */
function isHidden(row: FlagRow | undefined, hidden: ReadonlySet<string>): row is FlagRow & { import: string } {
  return row?.import !== undefined && hidden.has(row.import);
}

/** A hidden row that is written over: its import must add the flag up again when it is done. */
function noteTouched({ imports }: Notebook, { id, import: of }: Imported<Flag> & { import: string }): PromiseExtended<unknown> {
  return imports.update(of, (one) => {
    if (!one.touched.includes(id)) one.touched.push(id);
  });
}

/** A flag's row: what its revisions add up to, and the keys of the old row that we do not know. It is to be filed anew where its words are others. */
export function viewOf(row: FlagRow | undefined, flag: Flag): FlagRow {
  if (!row) return { ...flag, unfiled: 1 };
  const { confirmedBy: _confirmedBy, link: _link, says: _says, deleted: _deleted, import: _import, keys, unfiled: _unfiled, ...rest } = row;
  const isFiled = keys && row.quote.exact === flag.quote.exact;
  return { ...rest, ...flag, ...(isFiled ? { keys } : { unfiled: 1 }) };
}
