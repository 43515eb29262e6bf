import type { FolderReport, NotebookActions } from '../../components/notebook/notebook-props.ts';
import type { Answer } from '../../lib/messages/calls.ts';
import { describeError, failure, success } from '../../lib/messages/failures.ts';
import { deviceName } from '../../lib/store/device.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { createKeptFolder } from '../../lib/sync/kept-folder.ts';
import type { SyncReport } from '../../lib/sync/sync-folder.ts';
import { tellReaders } from './tell-readers.ts';

/** The File System Access picker, which the type library does not know yet. */
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** How long (ms) after a change the folder is brought in step by itself: several changes in a row are one round. */
const settle = 3000;

export interface FolderActions {
  actions: NotebookActions['folder'];
  /** Brings the folder in step now and after every change, where the browser lets us without asking. Gives the function that ends it. */
  follow(): () => void;
}

/** Takes the store; gives what can be done with the folder. */
export function folderActions(store: NotebookStore): FolderActions {
  const folder = createKeptFolder({ places: store.places, journal: store.revisions, device: deviceName, now: Date.now });
  const picker = (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;

  return {
    actions: {
      canChoose: picker !== undefined,
      state: () => folder.state(),
      async choose() {
        if (!picker) return failure('folder_refused', 'this browser has no folder picker');
        try {
          return reported(await folder.choose(await picker({ id: 'randnotiz', mode: 'readwrite' })));
        } catch (thrown) {
          // The reader closed the picker: nothing to say.
          if (thrown instanceof DOMException && thrown.name === 'AbortError') return success(undefined);
          return failure('folder_refused', describeError(thrown));
        }
      },
      sync: async () => reported(await folder.sync(true)),
      leave: () => folder.leave(),
    },
    follow() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const round = async (): Promise<void> => {
        timer = undefined;
        const state = await folder.state();
        if (state.ok && state.value?.open) reported(await folder.sync(false));
      };
      void round();
      const unwatch = store.flags.watch(() => {
        clearTimeout(timer);
        timer = setTimeout(() => void round(), settle);
      });
      return () => {
        clearTimeout(timer);
        unwatch();
      };
    },
  };
}

/** The report as it is shown; the open pages are told of what came in. */
function reported(answer: Answer<SyncReport>): Answer<FolderReport> {
  if (!answer.ok) return answer;
  const { taken, given, unusable, addresses } = answer.value;
  if (addresses.length > 0) tellReaders(addresses);
  return success({ taken, given, unusable: unusable.flatMap(({ name, state }) => (state === 'other' ? [] : [{ name, state }])) });
}
