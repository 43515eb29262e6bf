/**
 * The reader's flags, by message. A content script speaks only of the page it stands in: the address is taken from what the browser says of it, and a
 * flag of another page is refused. A private window keeps nothing.
 */
import { createAnchoring } from '../anchor/anchor.ts';
import type { Caller } from '../messages/caller.ts';
import type { Answer, BackgroundCalls } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import { askReader, type Handlers } from '../messages/messaging.ts';
import type { Flag, PlacedFlag } from '../model.ts';
import type { Drafts } from '../store/drafts.ts';
import type { FlagStore } from '../store/flag-store.ts';
import type { Versions } from '../store/versions.ts';
import { ownPage } from './own-page.ts';
import { readRecords } from './tab-records.ts';

type FlagCalls = Pick<Handlers<BackgroundCalls>, 'keepFlag' | 'changeFlag' | 'deleteFlag' | 'restoreFlag' | 'notebookChanged'>;

/** Takes the store, the clock and where drafts are kept, if anywhere; gives the answers to all calls on flags. A flag that was kept or changed needs its draft no more. */
export function createFlagCalls(store: FlagStore, now: () => number, drafts?: Drafts): FlagCalls {
  /** Runs a change of a flag that is there, if the caller may, and tells the other pages that show it. */
  const edit = async (id: string, caller: Caller, change: () => Promise<Answer<Flag>>): Promise<Answer<Flag>> => {
    const known = await store.get(id);
    if (!known.ok) return known;
    const refused = await whyRefused(known.value, caller);
    if (refused) return refused;
    const answer = await change();
    if (answer.ok) await tellReaders(store, answer.value.page.address, caller);
    return answer;
  };

  return {
    async keepFlag({ flag }, caller) {
      const refused = await whyRefused(flag, caller);
      if (refused) return refused;
      const answer = await store.keep(flag);
      if (!answer.ok) return answer;
      await drafts?.drop(flag.id);
      await tellReaders(store, flag.page.address, caller);
      const { position } = answer.value;
      return success<PlacedFlag>({ flag: answer.value, state: 'exact', span: [position.start, position.end] });
    },
    async changeFlag({ id, ...change }, caller) {
      const answer = await edit(id, caller, () => store.change(id, change, now()));
      if (answer.ok) await drafts?.drop(id);
      return answer;
    },
    deleteFlag: ({ id }, caller) => edit(id, caller, () => store.remove(id, now())),
    restoreFlag: ({ id }, caller) => edit(id, caller, () => store.restore(id, now())),
    async notebookChanged({ addresses }, caller) {
      const open = new Set((await readRecords()).map(({ address }) => address));
      const changed = addresses && new Set(addresses);
      for (const address of open) if (!changed || changed.has(address)) await tellReaders(store, address, caller);
      return success(null);
    },
  };
}

/** Places the kept flags of one page in its text. */
export function placeFlags(text: string, flags: readonly Flag[]): PlacedFlag[] {
  return flags.length > 0 ? flags.map(createAnchoring(text)) : [];
}

/** The same, and what the words around them are now is kept beside the flags, where it may be. */
export async function placeHere(flags: readonly Flag[], text: string, versions?: Versions): Promise<PlacedFlag[]> {
  const placed = placeFlags(text, flags);
  await versions?.note(placed, text, Date.now());
  return placed;
}

/** Takes the stores; gives the answer to `placeFlags`: the flags of the page that asks, in all of its text. */
export function createPlaceFlags({ flags, versions }: { flags: Pick<FlagStore, 'onPage'>; versions: Versions }): Handlers<BackgroundCalls>['placeFlags'] {
  return async ({ text }, caller) => {
    if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
    const here = await flags.onPage((await ownPage(caller)).address);
    return here.ok ? success(await placeHere(here.value, text, caller.incognito ? undefined : versions)) : here;
  };
}

async function whyRefused(flag: Flag, caller: Caller): Promise<{ ok: false; error: { code: string; detail: string } } | undefined> {
  if (caller.incognito) return failure('private_window', 'nothing is stored from a private window');
  if (caller.kind === 'extension') return undefined;
  const own = await ownPage(caller);
  return flag.page.address === own.address && flag.page.site === own.site
    ? undefined
    : failure('other_page', `not of this page: ${own.address}`);
}

/** Tells the other open readers of this page (and, after a change from the popup, its own) what flags it has now. A reader that does not answer will ask by itself. */
async function tellReaders(store: FlagStore, address: string, caller: Caller): Promise<void> {
  const records = (await readRecords()).filter((record) => record.address === address && record.injected && !(caller.kind === 'page' && caller.tab === record.tab));
  if (records.length === 0) return;
  const flags = await store.onPage(address);
  if (!flags.ok) return;
  await Promise.all(
    records.map(async ({ tab }) => {
      const state = await askReader(tab, 'state', {});
      const text = state.ok ? state.value.document?.text : undefined;
      if (text !== undefined) await askReader(tab, 'flagsChanged', { flags: placeFlags(text, flags.value) });
    }),
  );
}
