import type { NotebookActions } from '../../components/notebook/notebook-props.ts';
import { failureText } from '../../components/failure-text.ts';
import { FileFaultError } from '../../lib/exchange/fault.ts';
import { readFlagFile } from '../../lib/exchange/read-file.ts';
import { describeError, success } from '../../lib/messages/failures.ts';
import type { Revision } from '../../lib/model.ts';
import { foldAll } from '../../lib/notebook/fold.ts';
import { planRestore } from '../../lib/notebook/restore-plan.ts';
import { pageAddress } from '../../lib/page/address.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { explainFault } from '../../lib/texts/flag-words.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import { tellReaders } from './tell-readers.ts';
import { textOf } from './text-of.ts';

/** Going back to a snapshot or to a file of the whole notebook: planned first, then done by new revisions, so that going back can be taken back. */
export function restoreActions(store: NotebookStore, texts: Texts): Pick<NotebookActions, 'planRestore' | 'goBack'> {
  return {
    async planRestore(from) {
      const opened = 'file' in from ? success(textOf(from.file.stream())) : await store.snapshots.open(from.snapshot);
      if (!opened.ok) return { ok: false, fault: failureText(texts.t, opened.error) };
      const now = await store.flags.all({ deleted: true });
      if (!now.ok) return { ok: false, fault: failureText(texts.t, now.error) };
      const purged = await store.revisions.purged();
      if (!purged.ok) return { ok: false, fault: failureText(texts.t, purged.error) };
      const revisions: Revision[] = [];
      try {
        for await (const portion of readFlagFile(opened.value, (url) => pageAddress({ url }))) revisions.push(...portion.revisions);
      } catch (thrown) {
        if (thrown instanceof FileFaultError) return { ok: false, ...explainFault(thrown.fault, texts) };
        return { ok: false, fault: failureText(texts.t, { code: 'store_failed', detail: describeError(thrown) }) };
      }
      return { ok: true, plan: planRestore(now.value, foldAll(revisions).filter(({ id }) => !purged.value.has(id))) };
    },
    async goBack(plan) {
      const answer = await store.flags.goBack(plan, Date.now());
      if (answer.ok) tellReaders();
      return answer;
    },
  };
}
