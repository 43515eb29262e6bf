/** What the reader needs beside its page: the style of its marks, the surfaces that open in it, and the page for paper. */
import { browser } from 'wxt/browser';
import type { DocumentName } from '../browser/document-target.ts';
import type { Caller } from '../messages/caller.ts';
import type { Answer, BackgroundCalls } from '../messages/calls.ts';
import { describeError, failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import { injectLater, injectStyle } from './inject-reader.ts';

export const surfaceCalls: Pick<Handlers<BackgroundCalls>, 'bringSurfaces' | 'bringFollower' | 'bringStyle' | 'openPrint'> = {
  bringSurfaces: ({ token }, caller) => bring(caller, token, (name) => injectLater('/surfaces.js', name)),
  bringFollower: ({ token }, caller) => bring(caller, token, (name) => injectLater('/follower.js', name)),
  bringStyle: ({ token, inFrames }, caller) => bring(caller, token, (name) => injectStyle(name, inFrames)),
  async openPrint({ tab }, caller) {
    const from = caller.kind === 'page' ? caller.tab : tab;
    if (from === undefined) return failure('bad_request', 'which tab is to be printed?');
    try {
      const { windowId, index, incognito } = await browser.tabs.get(from);
      // Chromium lets no page of an extension into a private window: it opens in an ordinary one, which is told nothing but the tab's number.
      const beside = incognito && import.meta.env.BROWSER !== 'firefox' ? {} : { windowId, index: index + 1, openerTabId: from };
      await browser.tabs.create({ url: browser.runtime.getURL(`/print.html?tab=${from}` as '/'), ...beside });
      return success(null);
    } catch (thrown) {
      return failure('page_gone', describeError(thrown));
    }
  },
};

/** Brings something of ours to the reader that asks. */
function bring(caller: Caller, token: string, inject: (name: DocumentName) => Promise<Answer<null>>): Promise<Answer<null>> | Answer<null> {
  if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
  return inject({ tab: caller.tab, token, ...(caller.document ? { document: caller.document } : {}) });
}
