import type { FlagDrafts } from '../../components/card-props.ts';
import type { FlagChange } from '../../lib/model.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';

/** Drafts belong to the page of their flag: what was typed here is found there, and the other way round. One write after the other. */
export function notebookDrafts({ drafts, flags }: NotebookStore): FlagDrafts {
  let last: Promise<unknown> = Promise.resolve();
  const keepAfter = async (before: Promise<unknown>, id: string, form: FlagChange, changed: number): Promise<void> => {
    await before;
    const flag = await flags.get(id);
    if (flag.ok) await drafts.keep({ id, address: flag.value.page.address, form, changed });
  };
  return {
    async of(id) {
      const draft = await drafts.of(id);
      return draft.ok ? draft.value?.form : undefined;
    },
    save(id, form) {
      last = keepAfter(last, id, form, Date.now());
    },
    drop(id) {
      last = last.then(() => drafts.drop(id));
    },
  };
}
