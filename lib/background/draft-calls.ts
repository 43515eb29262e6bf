/** Forms that were not sent yet, by message. A content script reads and writes those of the page it stands in; a private window keeps nothing. */
import { failure, success } from '../messages/failures.ts';
import type { BackgroundCalls, KeptDraft } from '../messages/calls.ts';
import type { Handlers } from '../messages/messaging.ts';
import type { Drafts } from '../store/drafts.ts';
import type { DraftRow } from '../store/rows.ts';
import { ownPage } from './own-page.ts';

/** Takes where drafts are kept; gives the answers to all calls on them. */
export function createDraftCalls(drafts: Drafts): Pick<Handlers<BackgroundCalls>, 'keepDraft' | 'pageDrafts' | 'dropDraft'> {
  return {
    async keepDraft({ draft }, caller) {
      if (caller.incognito) return failure('private_window', 'nothing is stored from a private window');
      if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
      const known = await drafts.of(draft.id);
      const { address } = await ownPage(caller);
      if (known.ok && known.value && known.value.address !== address) return failure('other_page', `not of this page: ${address}`);
      return drafts.keep({ ...draft, address });
    },
    async pageDrafts(_data, caller) {
      if (caller.incognito || caller.kind !== 'page') return success([]);
      const rows = await drafts.onPage((await ownPage(caller)).address);
      return rows.ok ? success(rows.value.map(withoutAddress)) : rows;
    },
    async dropDraft({ id }, caller) {
      if (caller.incognito) return failure('private_window', 'nothing is stored from a private window');
      const known = await drafts.of(id);
      if (!known.ok) return known;
      if (!known.value) return success(null);
      if (caller.kind === 'page' && known.value.address !== (await ownPage(caller)).address) return failure('other_page', 'not of this page');
      return drafts.drop(id);
    },
  };
}

function withoutAddress({ address: _address, ...draft }: DraftRow): KeptDraft {
  return draft;
}
