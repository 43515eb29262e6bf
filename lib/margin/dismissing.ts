/** "Not right" from a card: the mark goes at once, and comes back if the reader takes it back or it could not be kept. */
import type { DismissActions } from '../../components/card-props.ts';
import { maxQuote } from '../dismissed.ts';
import type { ReaderSettings } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Dismissal } from '../model.ts';
import type { MarginKit } from './reader-ports.ts';
import type { ReadingState } from './reading-state.ts';
import { newId } from './new-id.ts';

export interface DismissingPorts {
  reader: MarginKit;
  state: () => ReadingState | undefined;
  /** Paints again by these settings. */
  update: (settings: ReaderSettings) => void;
}

/** What a card can do with a note that is not right. In a private window it holds until the page is left, and nothing is kept. */
export function dismissActions({ reader, state, update }: DismissingPorts): DismissActions {
  const change = (how: (dismissed: readonly Dismissal[]) => readonly Dismissal[]): void => {
    const now = state()?.settings;
    if (now) update({ ...now, dismissed: how(now.dismissed ?? []) });
  };
  const drop = (id: string): void => change((dismissed) => dismissed.filter((one) => one.id !== id));
  return {
    async dismiss({ kind, rule, quote }, scope) {
      const dismissal = { id: newId(), scope, kind, rule, quote: quote.slice(0, maxQuote), at: Date.now() };
      const { address, site } = state()?.page ?? {};
      const where = { note: address, site, everywhere: undefined }[scope];
      change((dismissed) => [...dismissed, { ...dismissal, ...(where === undefined ? {} : { where }) }]);
      if (state()?.settings.ephemeral) return success(dismissal.id);
      const answer = await reader.ask('dismiss', { dismissal });
      if (!answer.ok) drop(dismissal.id);
      return answer.ok ? success(dismissal.id) : answer;
    },
    async undo(id) {
      const answer = state()?.settings.ephemeral ? success(null) : await reader.ask('undismiss', { id });
      if (answer.ok) drop(id);
      return answer;
    },
  };
}
