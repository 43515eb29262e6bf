/**
 * Rolling copies of the notebook, one a day for the last 7 days, against the reader's own mistakes and a damaged table. Kept compressed in the same
 * database, so they are no substitute for a saved file; bounded in bytes, the oldest go first.
 */
import { notebookChunks } from '../formats/notebook-json.ts';
import type { Answer } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Access } from './access.ts';
import type { RevisionStore } from './revision-store.ts';
import type { SnapshotRow } from './rows.ts';

const day = 86_400_000;
/** The next one is due after this (ms). */
const interval = 20 * 3_600_000;
const keptFor = 7 * day;
/** Bytes of all snapshots, compressed. */
const mostBytes = 64 * 1024 * 1024;

export type SnapshotInfo = Omit<SnapshotRow, 'gzip'>;

export interface Snapshots {
  /** Takes a snapshot if the last is older than 20 hours and anything stands in the notebook. Gives whether it did. */
  takeIfDue(now: number): Promise<Answer<boolean>>;
  /** Latest first. */
  list(): Promise<Answer<readonly SnapshotInfo[]>>;
  /** The file of a snapshot in pieces of text, to be imported like any other. */
  open(id: string): Promise<Answer<AsyncIterable<string>>>;
}

/** Takes the way into the database and the revisions; gives the snapshots. */
export function createSnapshots({ read, write }: Access, revisions: RevisionStore): Snapshots {
  const list = () =>
    read(async ({ snapshots, readonly }) => {
      if (readonly) return [];
      const rows = (await snapshots.orderBy('at').toArray()).toReversed();
      return rows.map(({ gzip: _gzip, ...info }) => info);
    });

  return {
    list,
    async takeIfDue(now) {
      // Only the times are looked at: this is asked after every change.
      const times = await read(async ({ snapshots, readonly }) => (readonly ? [now] : ((await snapshots.orderBy('at').keys()) as number[])));
      if (!times.ok) return times;
      // What a clock that was set back since calls the future must neither stop snapshots nor have one taken after every change.
      const latest = times.value.findLast((at) => at <= now);
      if (latest !== undefined && now - latest < interval) return success(false);
      const flags = await read(({ flags: table }) => table.count());
      if (!flags.ok) return flags;
      if (flags.value === 0) return success(false);
      const gzip = await pack(notebookChunks(revisions.portions())).catch(() => undefined);
      if (!gzip) return success(false);
      return write(['snapshots'], async ({ snapshots }) => {
        await snapshots.put({ id: new Date(now).toISOString(), at: now, flags: flags.value, size: gzip.length, gzip });
        const all = (await snapshots.orderBy('at').toArray()).toReversed();
        const latestFirst = [...all.filter(({ at }) => at <= now), ...all.filter(({ at }) => at > now)];
        let bytes = 0;
        const dropped = latestFirst.filter(({ at, size }, index) => (bytes += size) > mostBytes || (index > 0 && (now - at > keptFor || index >= 8)));
        await snapshots.bulkDelete(dropped.map(({ id }) => id));
        return success(true);
      });
    },
    async open(id) {
      const row = await read(async ({ snapshots }) => snapshots.get(id));
      if (!row.ok) return row;
      if (!row.value) return failure('import_gone', `no snapshot ${id}`);
      return success(unpack(row.value.gzip));
    },
  };
}

async function pack(chunks: AsyncIterable<string>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Uint8Array(await new Response(source.pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}

async function* unpack(gzip: Uint8Array<ArrayBuffer>): AsyncGenerator<string> {
  const reader = new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
