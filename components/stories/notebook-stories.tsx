import type { ComponentChild } from 'preact';
import type { Flag } from '../../lib/model.ts';
import { FilesView } from '../notebook/FilesView.tsx';
import { Notebook } from '../notebook/Notebook.tsx';
import type { NotebookActions } from '../notebook/notebook-props.ts';
import { RestorePreview } from '../notebook/RestorePreview.tsx';
import { VersionsView } from '../notebook/VersionsView.tsx';
import * as sample from './sample.ts';
import { done, hardNames, nothing } from './shared.ts';

const now = Date.UTC(2026, 10, 25);
const flags: readonly Flag[] = hardNames.map((name, index) => ({
  ...sample.flag, id: `6f1c1f5e-0000-4000-8000-${String(index).padStart(12, '0')}`, quote: { ...sample.flag.quote, exact: `${name} hat ${index + 2} Millionen Euro eingesammelt.` }, tags: index % 2 ? ['prüfen'] : [], created: now - index * 86_400_000,
}));

const actions: NotebookActions = {
  change: done, remove: done, restore: done, purge: done, exportAs: done, copyQuotation: done, commit: done, discard: done, undoImport: done, goBack: done,
  drafts: { of: async () => undefined, save: nothing, drop: nothing },
  history: async () => ({ ok: true, value: [] }),
  makePack: async () => ({ ok: true, value: { claims: 2, entities: 1, left: 0 } }),
  differing: async () => [],
  readFile: async () => ({ ok: false, fault: 'Hier bricht das JSON. Erwartet wird es so, wie ein Programm es schreibt; exportieren Sie die Datei noch einmal. Stelle: Zeile 12. Es wurde nichts übernommen.', detail: 'JSON' }),
  entities: async () => ({ of: () => ['nordlicht'], nameOf: () => 'Nordlicht Robotik' }),
  versions: async () => [
    { flag: flags[0]!.id, state: 'changed', now: `${hardNames[0]} hat inzwischen 3 Millionen Euro eingesammelt.`, at: now },
    { flag: flags[1]!.id, state: 'lost', at: now },
  ],
  folder: {
    canChoose: true,
    state: async () => ({ ok: true, value: { name: 'Randnotiz', open: false, last: now } }),
    choose: async () => ({ ok: true, value: undefined }),
    sync: async () => ({ ok: true, value: { taken: 3, given: 1, unusable: [{ name: '3f61c0-1-9-abcdef.jsonl', state: 'waiting' }] } }),
    leave: done,
  },
  sightings: { on: async () => false, set: done, of: async () => [{ address: 'https://www.example.org/kiel', title: 'Roboter aus Kiel', quote: 'mehr als alle Mitbewerber', at: now }] },
  reminder: { isDue: async () => true, later: done },
  planRestore: async () => ({ ok: false, fault: '' }),
  imports: async () => [{ id: 'a', name: 'notizen.jsonld', at: now, fresh: 12 }],
  snapshots: async () => [{ id: 'b', at: now, flags: 14 }],
};
const elsewhere: NotebookActions = { ...actions, folder: { ...actions.folder, canChoose: false, state: async () => ({ ok: true, value: undefined }) } };

const page = (content: ComponentChild) => <main class="notebook"><h1>Notizbuch</h1>{content}</main>;

export const notebookStories: Readonly<Record<string, () => ComponentChild>> = {
  'notebook-list': () => <Notebook state={{ flags, readonly: false }} actions={actions} now={now} />,
  'notebook-empty': () => <Notebook state={{ flags: [], readonly: false }} actions={{ ...actions, reminder: { ...actions.reminder, isDue: async () => false } }} now={now} />,
  'notebook-files': () => page(<FilesView actions={actions} readonly={false} />),
  'notebook-files-elsewhere': () => page(<FilesView actions={elsewhere} readonly={false} />),
  'notebook-versions': () => page(<VersionsView flags={flags} actions={actions} />),
  'notebook-restore': () => page(<><h2>Stände</h2><RestorePreview name="Stand 24.11.2026" plan={{ changed: [{ now: flags[0]!, was: { ...flags[0]!, stance: 'unsure', note: '' } }], back: [flags[1]!], away: [], missing: [], newer: 4 }} onRestore={nothing} onClose={nothing} /></>),
};
