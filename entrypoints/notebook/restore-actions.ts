import type { NotebookActions } from '../../components/notebook/notebook-props.ts';
import { failureText } from '../../components/failure-text.ts';
import { FileFaultError } from '../../lib/exchange/fault.ts';
import { readFlagFile } from '../../lib/exchange/read-file.ts';
import type { Answer } from '../../lib/messages/calls.ts';
import { describeError, success } from '../../lib/messages/failures.ts';
import type { Revision } from '../../lib/model.ts';
import { foldAll } from '../../lib/notebook/fold.ts';
import { changeTo, planRestore } from '../../lib/notebook/restore-plan.ts';
import { creation } from '../../lib/notebook/revise.ts';
import { pageAddress } from '../../lib/page/address.ts';
import { deviceName } from '../../lib/store/device.ts';
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
      const now = await store.flags.all({ deleted: true });
      const failed = [opened, now].find((answer) => !answer.ok);
      if (failed && !failed.ok) return { ok: false, fault: failureText(texts.t, failed.error) };
      if (!opened.ok || !now.ok) return { ok: false, fault: '' };
      const revisions: Revision[] = [];
      try {
        for await (const portion of readFlagFile(opened.value, (url) => pageAddress({ url }))) revisions.push(...portion.revisions);
      } catch (thrown) {
        if (thrown instanceof FileFaultError) return { ok: false, fault: explainFault(thrown.fault, texts) };
        return { ok: false, fault: failureText(texts.t, { code: 'store_failed', detail: describeError(thrown) }) };
      }
      return { ok: true, plan: planRestore(now.value, foldAll(revisions)) };
    },
    async goBack({ changed, back, away, missing }) {
      const at = Date.now();
      const then = new Map(changed.map((pair) => [pair.now.id, changeTo(pair.was)]));
      const device = await deviceName();
      const clock = await store.revisions.clock();
      const anew = missing.map((flag, index): Revision => creation(flag, { id: crypto.randomUUID(), device, clock: (clock.ok ? clock.value : 0) + 1 + index, at }));
      const steps: (() => Promise<Answer<unknown>>)[] = [
        () => store.flags.restoreMany(back.map(({ id }) => id), at),
        () => store.flags.changeMany([...then.keys()], ({ id }) => then.get(id) ?? {}, at),
        () => store.flags.removeMany(away.map(({ id }) => id), at),
        ...(anew.length > 0 ? [() => store.revisions.takeIn(anew)] : []),
      ];
      for (const step of steps) {
        const answer = await step();
        if (!answer.ok) return answer;
      }
      tellReaders();
      return success(null);
    },
  };
}
