/** Devices that meet in a folder: whatever is cut off, half copied or out of step, they come to the same notebook and nothing is lost. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlagFields, Revision } from '../../lib/model.ts';
import { foldAll } from '../../lib/notebook/fold.ts';
import { allFields } from '../../lib/notebook/revise.ts';
import { makeDeviceFile, readDeviceFile } from '../../lib/sync/device-file.ts';
import type { Folder } from '../../lib/sync/folder.ts';
import { newMemory, syncFolder, type SyncReport } from '../../lib/sync/sync-folder.ts';
import { memoryJournal, type MemoryJournal } from '../../scripts/flags/memory-journal.ts';
import { nodeFolder } from '../../scripts/flags/node-folder.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';
import { created, revision } from '../notebook/example-revisions.ts';

type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** A folder in memory; `fail` may break any step, a write then leaving half a file. */
function mapFolder(files: Files, fail: () => boolean = () => false): Folder {
  const step = () => {
    if (fail()) throw new Error('killed');
  };
  return {
    list: async () => (step(), [...files].map(([name, { length }]) => ({ name, size: length }))),
    read: async (name) => (step(), files.get(name) ?? (() => { throw new DOMException('gone', 'NotFoundError'); })()),
    async write(name, content) {
      if (fail()) {
        files.set(name, content.slice(0, content.length >> 1));
        throw new Error('killed');
      }
      files.set(name, content);
      step();
    },
    remove: async (name) => {
      step();
      files.delete(name);
      step();
    },
  };
}

interface Device {
  name: string;
  journal: MemoryJournal;
  files: Files;
  memory: ReturnType<typeof newMemory>;
}

const newDevice = (name: string, files: Files = new Map()): Device => ({ name, journal: memoryJournal(), files, memory: newMemory() });

async function sync(device: Device, more: { fail?: () => boolean; now?: number; settle?: number; most?: number } = {}): Promise<SyncReport> {
  const { fail, now = 0, settle = 0, most = 2 } = more;
  const answer = await syncFolder({ folder: mapFolder(device.files, fail), journal: device.journal, device: device.name, memory: device.memory, now, settle, most });
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value;
}

/** Makes a change as a device does: its clock after all it knows. */
function change(device: Device, flag: string, set: Partial<FlagFields>): void {
  const clock = Math.max(0, ...device.journal.revisions.map((one) => one.clock)) + 1;
  device.journal.add({ id: `${device.name}-${clock}`, flag, device: device.name, clock, at: 0, set });
}

const flagsOf = ({ journal }: Device) => foldAll(journal.revisions);

describe('a device’s file', () => {
  const revisions = [created(exampleFlag({ note: 'ü' })), revision({ clock: 4, set: { stance: 'doubtful' } })];

  it('comes back as it was, and says in its name what it is', async () => {
    const { name, content } = await makeDeviceFile('a1b2', revisions);
    expect(name).toMatch(/^a1b2-1-4-[0-9a-f]{16}\.jsonl$/);
    expect(await readDeviceFile(content)).toEqual({ revisions });
  });

  it('is not used while any part of it is missing or wrong', async () => {
    const { content } = await makeDeviceFile('a', revisions);
    for (let length = 0; length < content.length; length += 1) expect(await readDeviceFile(content.slice(0, length)), `${length} bytes`).toEqual({ state: 'waiting' });
    const zeros = content.slice().fill(0, content.length / 2);
    expect(await readDeviceFile(zeros)).toEqual({ state: 'waiting' });
  });

  it('of a newer version is left alone, as are other files', async () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    expect(await readDeviceFile(encode('{"schema":"randnotiz.revisions/2"}\n'))).toEqual({ state: 'newer' });
    expect(await readDeviceFile(encode('{"a":1}\n{"a":2}\n'))).toEqual({ state: 'other' });
  });
});

describe('two devices', () => {
  it('that wrote offline meet, without a lost change and whatever their wall clocks say', async () => {
    const files: Files = new Map();
    const [one, other] = [newDevice('one', files), newDevice('other', files)];
    one.journal.add(created(exampleFlag(), { device: 'one' }));
    await sync(one, { now: 86_400_000 });
    await sync(other);
    change(one, exampleFlag().id, { stance: 'doubtful' });
    change(other, exampleFlag().id, { note: 'vom anderen Gerät' });
    await sync(one, { now: 86_400_000 });
    await sync(other);
    await sync(one, { now: 86_400_000 });
    expect(flagsOf(one)).toEqual(flagsOf(other));
    expect(flagsOf(one)).toMatchObject([{ stance: 'doubtful', note: 'vom anderen Gerät' }]);
  });

  it('never write to, or remove, a file of the other', async () => {
    const files: Files = new Map();
    const [one, other] = [newDevice('one', files), newDevice('other', files)];
    one.journal.add(created());
    await sync(one);
    for (let round = 0; round < 12; round += 1) {
      const before = new Map([...files].filter(([name]) => name.startsWith('one-')));
      change(other, exampleFlag().id, { note: `${round}` });
      await sync(other, { now: round * 1_000 });
      expect(new Map([...files].filter(([name]) => name.startsWith('one-')))).toEqual(before);
    }
    expect([...files.keys()].filter((name) => name.startsWith('other-')).length).toBeLessThanOrEqual(4);
  });

  it('keep an old file until its successor has stood there for a while', async () => {
    const device = newDevice('a');
    device.journal.add(created());
    for (let round = 0; round < 5; round += 1) {
      change(device, exampleFlag().id, { note: `${round}` });
      expect((await sync(device, { now: round, settle: 100 })).removed).toEqual([]);
    }
    expect((await sync(device, { now: 200, settle: 100 })).removed.length).toBeGreaterThan(2);
    expect((await sync(newDevice('b', device.files))).taken).toBe(device.journal.revisions.length);
  });

  it('say what they cannot use', async () => {
    const device = newDevice('a');
    const { name, content } = await makeDeviceFile('b', [created()]);
    device.files.set(name, content.slice(0, 50));
    device.files.set('notes.txt', content);
    device.files.set('b-1-1-0123456789abcdef.sync-conflict-20261124-1.jsonl', (await makeDeviceFile('b', [created(exampleFlag({ id: exampleId(9) }))])).content);
    expect(await sync(device)).toMatchObject({ taken: 1, unusable: [{ name, state: 'waiting' }] });
    device.files.set(name, content);
    expect(await sync(device)).toMatchObject({ taken: 1, unusable: [] });
  });

  it('let nobody wear their clocks out', async () => {
    const device = newDevice('a');
    const { name, content } = await makeDeviceFile('evil', [created(exampleFlag(), { clock: Number.MAX_SAFE_INTEGER - 1 })]);
    device.files.set(name, content);
    expect(await sync(device)).toMatchObject({ taken: 0, unusable: [{ name, state: 'damaged' }] });
  });

  it('spread a purge: the words go from every notebook, and from its author’s files', async () => {
    const files: Files = new Map();
    const [one, other] = [newDevice('one', files), newDevice('other', files)];
    one.journal.add(created(exampleFlag({ note: 'GEHEIM' })));
    await sync(one);
    await sync(other);
    change(other, exampleFlag().id, { purged: true });
    await sync(other);
    await sync(one);
    expect([flagsOf(one), flagsOf(other)]).toEqual([[], []]);
    expect([...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('')).not.toContain('GEHEIM');
  });
});

/** What can happen on three devices whose folders a service carries about, a file at a time, in any order, half of it at first. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), who: fc.nat(2), n: fc.nat(3), note: fc.string({ maxLength: 4 }), deleted: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), who: fc.nat(2), killedAfter: fc.option(fc.nat(12), { nil: undefined }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('carry' as const), from: fc.nat(2), to: fc.nat(2), which: fc.nat(20), half: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), who: fc.nat(2) }) },
);

describe('three devices, a service that carries files about, and kills at any step', () => {
  it('come to the same notebook with every change in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
        const devices = ['a', 'b', 'c'].map((name) => newDevice(name));
        const written: Revision[] = [];
        let now = 0;
        for (const what of events) {
          now += 1_000;
          if (what.do === 'write') {
            const device = devices[what.who]!;
            const id = exampleId(what.n);
            const isNew = !flagsOf(device).some((flag) => flag.id === id);
            change(device, id, isNew ? { ...allFields(exampleFlag({ id })), note: what.note } : what.deleted ? { deleted: now } : { note: what.note });
            written.push(device.journal.revisions.find((one) => one.device === device.name && one.clock === Math.max(...device.journal.revisions.map(({ clock }) => clock)))!);
          } else if (what.do === 'sync') {
            let steps = what.killedAfter ?? Infinity;
            await sync(devices[what.who]!, { now, fail: () => (steps -= 1) < 0 }).catch(() => {
              devices[what.who]!.memory = newMemory(devices[what.who]!.memory.firstSeen);
            });
          } else if (what.do === 'restart') {
            devices[what.who]!.memory = newMemory(devices[what.who]!.memory.firstSeen);
          } else {
            const [from, to] = [devices[what.from]!.files, devices[what.to]!.files];
            const names = [...from.keys()];
            const name = names[what.which % Math.max(1, names.length)];
            // A service carries whole files of their authors; a half copy is replaced later.
            if (name && from !== to) to.set(name, what.half ? from.get(name)!.slice(0, 40) : from.get(name)!);
          }
        }
        // In the end the service has carried everything everywhere, removals too, as each author has it.
        for (let round = 0; round < 4; round += 1) {
          for (const device of devices) await sync(device, { now: (now += 1_000) });
          for (const author of devices) {
            for (const device of devices) {
              if (device === author) continue;
              for (const name of device.files.keys()) if (name.startsWith(`${author.name}-`) && !author.files.has(name)) device.files.delete(name);
              for (const [name, bytes] of author.files) if (name.startsWith(`${author.name}-`)) device.files.set(name, bytes);
            }
          }
        }
        for (const device of devices) await sync(device, { now: (now += 1_000) });
        const [first, ...others] = devices.map((device) => device.journal.revisions);
        for (const revisions of others) expect(revisions).toEqual(first);
        for (const one of written) expect(first!.some(({ id, flag }) => id === one.id && flag === one.flag)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('a folder of the file system', () => {
  it('gets whole files only, and leftovers of a killed write go', async () => {
    const path = mkdtempSync(join(tmpdir(), 'randnotiz-folder-'));
    writeFileSync(join(path, '.a-1-1-0000000000000000.jsonl.part'), 'half');
    const journal = memoryJournal([created()]);
    const wish = { folder: nodeFolder(path), journal, device: 'a', memory: newMemory(), now: 0 };
    expect(await syncFolder(wish)).toMatchObject({ ok: true, value: { given: 1 } });
    expect(readdirSync(path)).toHaveLength(1);
    expect(await syncFolder({ ...wish, journal: memoryJournal(), device: 'b', memory: newMemory() })).toMatchObject({ ok: true, value: { taken: 1 } });
  });

  it('that is gone is said so', async () => {
    expect(await syncFolder({ folder: nodeFolder('/nirgends'), journal: memoryJournal(), device: 'a', memory: newMemory(), now: 0 })).toMatchObject({ ok: false, error: { code: 'folder_gone' } });
  });
});
