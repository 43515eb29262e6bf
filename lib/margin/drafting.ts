/** What is typed into a flag's form, kept in the background until it is sent: written in order, so that it is there after a closed tab or a crash. */
import type { FlagDrafts } from '../../components/card-props.ts';
import type { KeptDraft } from '../messages/calls.ts';
import type { Asking } from './reader-ports.ts';

export interface DraftKeeper extends FlagDrafts {
  /** Resolves when all that was to be written is written, so that nothing comes after the flag itself. */
  settled(): Promise<unknown>;
}

/** Takes how the background is asked, and for a new flag the words it is about; gives where its draft is kept. One write after the other. */
export function draftKeeper(ask: Asking['ask'], about: Pick<KeptDraft, 'quote' | 'position'> = {}): DraftKeeper {
  let last: Promise<unknown> = Promise.resolve();
  return {
    settled: () => last,
    save(id, form) {
      const changed = Date.now();
      last = last.then(() => ask('keepDraft', { draft: { id, ...about, form, changed } }));
    },
    drop(id) {
      last = last.then(() => ask('dropDraft', { id }));
    },
    async of(id) {
      const drafts = await ask('pageDrafts', {});
      return drafts.ok ? drafts.value.find((draft) => draft.id === id)?.form : undefined;
    },
  };
}
