/**
 * Runs inside a page of the extension, in the real browser: the extension's own way to its background and its own store, within reach of a test. What is
 * checked after a fault is read past all of that, from the browser's IndexedDB itself.
 */
import { askBackground } from '../../lib/messages/messaging.ts';
import type { Flag, Revision } from '../../lib/model.ts';
import { pageAddress } from '../../lib/page/address.ts';
import { stageFile } from '../../lib/store/import-file.ts';
import { createNotebookStore } from '../../lib/store/notebook-store.ts';
import { bearWitness, lossToTell } from '../../lib/store/witness.ts';

const database = 'randnotiz';
const store = createNotebookStore();

/** What was said since it was last heard: Firefox passes no console messages of an extension's page on. */
let said: string[] = [];
const say = (words: string): void => void said.push(words);

function heard(): string[] {
  const words = said;
  said = [];
  return words;
}

/** What the database holds of one round, and in all. */
export interface Rows {
  version: number;
  flags: Flag[];
  revisions: Revision[];
  allFlags: number;
  allRevisions: number;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}

/** The flags and revisions whose flag's id begins like this. */
async function rows(prefix: string): Promise<Rows> {
  const raw = await done(indexedDB.open(database));
  const has = (name: string) => raw.objectStoreNames.contains(name);
  const range = IDBKeyRange.bound(prefix, `${prefix}\uFFFF`);
  const transaction = raw.transaction([...raw.objectStoreNames]);
  const flags = has('flags') ? transaction.objectStore('flags') : undefined;
  const revisions = has('revisions') ? transaction.objectStore('revisions') : undefined;
  const found = {
    version: raw.version,
    flags: flags ? ((await done(flags.getAll(range))) as Flag[]) : [],
    revisions: revisions ? ((await done(revisions.index('flag').getAll(range))) as Revision[]) : [],
    allFlags: flags ? await done(flags.count()) : 0,
    allRevisions: revisions ? await done(revisions.count()) : 0,
  };
  raw.close();
  return found;
}

/** The n-th flag of a round, which is named by eight hexadecimal digits; its note names it, so that a flag under two ids is seen. */
function flagOf(round: string, n: number): Flag {
  const address = `https://zeitung.example/artikel-${n % 50}`;
  return {
    id: `${round}-0000-4000-8000-${String(n).padStart(12, '0')}`,
    page: { address, site: 'zeitung.example', url: address, title: `Artikel ${n % 50}` },
    quote: { exact: `Im Mai verkaufte das Werk ${n} Anlagen.`, prefix: 'Vorher. ', suffix: ' Nachher.' },
    position: { start: 8, end: 8 + `Im Mai verkaufte das Werk ${n} Anlagen.`.length },
    stance: 'unsure', note: `${round} ${n}`, tags: [], created: n + 1, changed: n + 1,
  };
}

/** Lanes of writing at once, each in groups: four flags are kept, then the first of them is changed. */
const lanes = 3;
const group = 5;

/** Writes a stream of flags through the background. Each write that was acknowledged is said as `ack keep n` or `ack change n` with when it was asked and answered (ms since the epoch); each that was refused as `told n`; in the end `done` and how many were refused. */
async function stream(round: string, writes: number): Promise<void> {
  let next = 0;
  let told = 0;
  const write = async (kind: 'keep' | 'change', n: number, send: () => Promise<{ ok: boolean }>) => {
    const asked = Date.now();
    const answer = await send();
    if (!answer.ok) told += 1;
    say(answer.ok ? `ack ${kind} ${n} ${asked} ${Date.now()}` : `told ${n} ${JSON.stringify(answer)}`);
  };
  const lane = async () => {
    while (next < writes) {
      const first = next;
      next += group;
      for (let n = first; n < first + group - 1; n += 1) await write('keep', n, () => askBackground('keepFlag', { flag: flagOf(round, n) }));
      await write('change', first, () => askBackground('changeFlag', { id: flagOf(round, first).id, note: `${round} ${first} changed` }));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  say(`done ${told}`);
}

/** Imports so many flags as a file would: staged in portions, then made visible. Says `staged n` and `committed`. */
async function importMany(round: string, count: number, portion: number): Promise<void> {
  const { imports } = store;
  const answers: { ok: boolean }[] = [await imports.begin(round, { name: 'datei.json', format: 'notebook' }, Date.now())];
  for (let from = 0; from < count; from += portion) {
    const revisions = Array.from({ length: Math.min(portion, count - from) }, (_, at): Revision => {
      const { id: flag, changed, ...set } = flagOf(round, from + at);
      return { id: `r-${flag}`, flag, device: 'elsewhere', clock: 1, at: changed, set };
    });
    answers.push(await imports.stage(round, revisions, Date.now()));
    say(`staged ${from + revisions.length}`);
  }
  answers.push(await imports.commit(round, new Map(), 'merge', Date.now()));
  say(answers.every(({ ok }) => ok) ? 'committed' : `failed ${JSON.stringify(answers.find(({ ok }) => !ok))}`);
}

/** A file of so many annotations as another program may write them, in pieces as a file is read: the shortest that are flags. */
function* largeFile(count: number): Generator<string> {
  yield '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[';
  for (let from = 0; from < count; from += 500) {
    const items = Array.from({ length: Math.min(500, count - from) }, (_, at) => `{"id":"urn:n:${from + at}","type":"Annotation","target":{"source":"https://zeitung.example/${(from + at) % 5_000}","selector":{"type":"TextQuoteSelector","exact":"Satz ${from + at}."}}}`);
    yield `${from === 0 ? '' : ','}${items.join(',')}`;
  }
  yield ']}';
}

/** Reads a large file and takes it in, as the notebook does; says `read n` now and then, and in the end `committed` or `failed`, with how long (ms) reading and committing took. */
async function importLarge(round: string, count: number): Promise<void> {
  const begun = performance.now();
  const staged = await stageFile(store.imports, { id: round, name: 'gross.jsonld', chunks: largeFile(count), pageOf: (url) => pageAddress({ url }), now: () => Date.now(), progress: (entries) => entries % 50_000 < 500 && say(`read ${entries}`) });
  const read = performance.now();
  const answer = staged.ok ? await store.imports.commit(round, new Map(), 'merge', Date.now()) : staged;
  say(`${answer.ok ? 'committed' : `failed ${JSON.stringify(answer)}`} ${Math.round(read - begun)} ${Math.round(performance.now() - read)}`);
}

/** Flags that a reader of the notebook would see whose id begins like this. */
async function visible(prefix: string): Promise<number> {
  const answer = await store.flags.all({ deleted: true });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value.filter(({ id }) => id.startsWith(prefix)).length;
}

/** What a reader of the notebook would be told: how many flags of a round there are, and the code of what is wrong, if anything is. */
async function stateOf(prefix: string): Promise<{ flags: number; code: string }> {
  const [all, survey] = await Promise.all([store.flags.all({ deleted: true }), store.flags.survey()]);
  if (!all.ok) return { flags: 0, code: all.error.code };
  const rows = await store.flags.count();
  const lost = rows.ok ? await lossToTell(rows.value, Date.now()) : undefined;
  return { flags: all.value.filter(({ id }) => id.startsWith(prefix)).length, code: lost ? 'store_lost' : survey.ok && survey.value.unreadable > 0 ? 'store_corrupt' : '' };
}

/** Keeps flags, from a number on, until one is refused, all are kept, or the time (ms) is over; gives those that were acknowledged and the code of the refusal. */
async function keepUntilRefused(round: string, most: number, patience: number, from = 0): Promise<{ kept: string[]; code: string; detail: string }> {
  const kept: string[] = [];
  const end = performance.now() + patience;
  for (let n = from; n < from + most && performance.now() < end; n += 1) {
    const flag = { ...flagOf(round, n), note: `${round} ${n} ${'x'.repeat(4_000)}` };
    const answer = await askBackground('keepFlag', { flag });
    if (!answer.ok) return { kept, code: answer.error.code, detail: answer.error.detail };
    kept.push(flag.id);
  }
  return { kept, code: '', detail: '' };
}

/** Puts a database of an earlier version in the place of ours: its number, its stores with key path and indexes, its rows. */
async function putDatabase(version: number, stores: Record<string, { key: string | string[]; indexes: string[]; rows: unknown[] }>): Promise<void> {
  store.close();
  const make = (): Promise<IDBDatabase> => {
    const request = indexedDB.open(database, version);
    request.onupgradeneeded = () => {
      for (const [name, { key, indexes }] of Object.entries(stores)) {
        const made = request.result.createObjectStore(name, { keyPath: key });
        for (const index of indexes) made.createIndex(index, index);
      }
    };
    return done(request);
  };
  let raw: IDBDatabase | undefined;
  // The background, which has just started, may open its own in between.
  for (let tries = 0; raw === undefined; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100 * tries));
    await done(indexedDB.deleteDatabase(database));
    raw = await make().catch((thrown: unknown) => (tries < 20 ? undefined : Promise.reject(thrown as Error)));
  }
  const transaction = raw.transaction(Object.keys(stores), 'readwrite');
  for (const [name, { rows: all }] of Object.entries(stores)) for (const row of all) transaction.objectStore(name).put(row);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  raw.close();
}

/** Makes the database one of a newer version, as an update that was taken back would leave it. */
async function putNewerVersion(version: number): Promise<void> {
  store.close();
  const request = indexedDB.open(database, version);
  request.onupgradeneeded = () => void request.result.createObjectStore('future', { keyPath: 'id' });
  (await done(request)).close();
}

/** Opens the store, which migrates; says `migrated`. */
async function migrate(): Promise<void> {
  const answer = await store.flags.survey();
  say(answer.ok ? 'migrated' : `failed ${JSON.stringify(answer)}`);
}

/** A database of version 1 with so many flags. */
const putFirstVersion = (round: string, count: number) =>
  putDatabase(10, { flags: { key: 'id', indexes: ['page.address', 'page.site', 'created', 'deleted'], rows: Array.from({ length: count }, (_, n) => flagOf(round, n)) } });

export const bench = { ask: askBackground, store, heard, rows, flagOf, stream, importMany, importLarge, visible, stateOf, keepUntilRefused, bearWitness, putDatabase, putFirstVersion, putNewerVersion, migrate };
export type Bench = typeof bench;

Object.assign(globalThis, { bench });
