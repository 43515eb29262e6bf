/** The notebook page: follows the store, and passes on what the reader does. Only wires. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { failureText } from '../../components/failure-text.ts';
import { Notebook } from '../../components/notebook/Notebook.tsx';
import type { NotebookState } from '../../components/notebook/notebook-props.ts';
import type { Failure } from '../../lib/messages/calls.ts';
import { failure } from '../../lib/messages/failures.ts';
import { isExpired } from '../../lib/notebook/bin.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { bearWitness, lossToTell, type Loss } from '../../lib/store/witness.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import { folderActions } from './folder-actions.ts';
import { notebookActions } from './notebook-actions.ts';

export function App({ store, texts }: { store: NotebookStore; texts: Texts }) {
  const [state, setState] = useState<NotebookState>();
  const folder = useMemo(() => folderActions(store), [store]);
  const actions = useMemo(() => notebookActions(store, texts, folder.actions), [store, texts]);
  useEffect(() => folder.follow(), [folder]);
  useEffect(() => {
    // What is found at the opening may be less than there was; only changes made since count.
    let isFirst = true;
    const read = async (): Promise<void> => {
      const [answer, rows] = await Promise.all([store.flags.everything(), store.flags.count()]);
      const lost = rows.ok ? await lossToTell(rows.value, Date.now()) : undefined;
      const error = answer.ok ? wrongWith(answer.value, lost) : answer.error;
      if (rows.ok && !isFirst) void bearWitness(rows.value, Date.now());
      isFirst = false;
      setState({ ...(answer.ok ? { flags: answer.value.flags, readonly: answer.value.readonly } : { flags: [], readonly: false }), ...(error ? { failure: failureText(texts.t, error) } : {}) });
      if (answer.ok && answer.value.flags.some((flag) => isExpired(flag, Date.now()))) await store.flags.emptyBin(Date.now());
    };
    void read();
    return store.flags.watch(() => void read());
  }, [store]);
  return <Notebook state={state} actions={actions} now={Date.now()} />;
}

/** What the reader is told although the notebook can be opened: that the browser lost flags, or that it cannot read some. */
function wrongWith({ unreadable, readonly }: { unreadable: number; readonly: boolean }, lost: Loss | undefined): Failure | undefined {
  if (lost) return failure('store_lost', `there were ${lost.flags} flags at ${new Date(lost.at).toISOString()}`).error;
  return unreadable > 0 && !readonly ? failure('store_corrupt', `${unreadable} rows cannot be read`).error : undefined;
}
