/**
 * One device of the trial, in a process of its own that may be killed at any moment: it writes changes into its profile, says `kept <id>` once a change is
 * on the disk, and brings profile and folder together. Told by its arguments; ends when it is killed, or after a last round when it reads `end`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlagFields, Revision } from '../../lib/model.ts';
import { notebookSchema, toNotebook } from '../../lib/formats/notebook-json.ts';
import { newMemory, syncFolder } from '../../lib/sync/sync-folder.ts';
import { memoryJournal } from '../flags/memory-journal.ts';
import { nodeFolder, writeWhole } from '../flags/node-folder.ts';

const [profile = '', folder = '', device = '', ahead = '0', mode = 'write'] = process.argv.slice(2);

/** Wall clocks may be a day apart. */
const now = (): number => Date.now() + Number(ahead);
const notebook = join(profile, 'notebook.json');
const journal = memoryJournal(load());
const memory = newMemory();

function load(): Revision[] {
  if (!existsSync(notebook)) return [];
  const file = JSON.parse(readFileSync(notebook, 'utf8')) as { schema: string; revisions: Revision[] };
  return file.schema === notebookSchema ? file.revisions : [];
}

function save(): Promise<void> {
  return writeWhole(`${notebook}.part`, notebook, toNotebook(journal.revisions));
}

/** One change: a new flag, a note, a stance, or into the bin. */
async function change(): Promise<void> {
  const clock = journal.revisions.reduce((largest, one) => Math.max(largest, one.clock), 0) + 1;
  const flags = [...new Set(journal.revisions.map(({ flag }) => flag))];
  const isNew = flags.length < 5 || Math.random() < 0.2;
  const flag = isNew ? crypto.randomUUID() : flags[Math.floor(Math.random() * flags.length)]!;
  const revision: Revision = { id: crypto.randomUUID(), flag, device, clock, at: now(), set: isNew ? wholeFlag(flag) : anyChange() };
  journal.add(revision);
  await save();
  process.stdout.write(`kept ${revision.id}\n`);
}

function wholeFlag(id: string): Partial<FlagFields> {
  const address = `https://zeitung.example/${device}`;
  return {
    page: { address, site: 'zeitung.example', url: address, title: `Artikel von ${device}` }, quote: { exact: `Worte ${id}`, prefix: '', suffix: '' }, position: { start: 0, end: 40 },
    stance: 'unsure', note: '', tags: [], created: now(),
  };
}

function anyChange(): Partial<FlagFields> {
  const changes: Partial<FlagFields>[] = [{ note: `${device} um ${now()}` }, { stance: Math.random() < 0.5 ? 'doubtful' : 'confirmed' }, { deleted: now() }, { deleted: null }, { tags: [device] }];
  return changes[Math.floor(Math.random() * changes.length)]!;
}

async function round(): Promise<void> {
  const answer = await syncFolder({ folder: nodeFolder(folder), journal, device, memory, now: now(), settle: 3_000, most: 4 });
  if (!answer.ok) throw new Error(answer.error.detail);
  await save();
  process.stdout.write(`synced ${answer.value.unusable.filter(({ state }) => state === 'waiting').length}\n`);
}

if (mode === 'write') {
  for (;;) {
    for (let changes = 0; changes < 3; changes += 1) await change();
    await round();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
} else await round();
