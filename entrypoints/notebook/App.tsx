/** The notebook page: follows the store, and passes on what the reader does. Only wires. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { failureText } from '../../components/failure-text.ts';
import { Notebook } from '../../components/notebook/Notebook.tsx';
import type { NotebookState } from '../../components/notebook/notebook-props.ts';
import { isExpired } from '../../lib/notebook/bin.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import { folderActions } from './folder-actions.ts';
import { notebookActions } from './notebook-actions.ts';

export function App({ store, texts }: { store: NotebookStore; texts: Texts }) {
  const [state, setState] = useState<NotebookState>();
  const folder = useMemo(() => folderActions(store), [store]);
  const actions = useMemo(() => notebookActions(store, texts, folder.actions), [store, texts]);
  useEffect(() => folder.follow(), [folder]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const answer = await store.flags.everything();
      setState(answer.ok ? answer.value : { flags: [], readonly: false, failure: failureText(texts.t, answer.error) });
      if (answer.ok && answer.value.flags.some((flag) => isExpired(flag, Date.now()))) await store.flags.emptyBin(Date.now());
    };
    void read();
    return store.flags.watch(() => void read());
  }, [store]);
  return <Notebook state={state} actions={actions} now={Date.now()} />;
}
