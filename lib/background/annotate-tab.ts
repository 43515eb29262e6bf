/**
 * Annotates the page in a tab because the person asked for it, by the toolbar button, a key or the menu: that gesture granted `activeTab`, so it works on any
 * page that a browser lets extensions read, whatever it is about.
 */
import { browser } from 'wxt/browser';
import { whyClosed, whyRefused } from '../browser/page-access.ts';
import type { Answer, PageState } from '../messages/calls.ts';
import { describeError, failure, success } from '../messages/failures.ts';
import { askReader } from '../messages/messaging.ts';
import { injectReader } from './inject-reader.ts';
import { pageOf } from './own-page.ts';
import { writeRecord } from './tab-records.ts';
import { failedState } from './tab-state.ts';
import { showStatus } from './toolbar.ts';

/** How long the reader may take to read and paint a page (ms), and how often it is asked. */
const patience = 20_000;
const pause = 60;

/** Takes a tab; gives its state once it is annotated, or with the failure when it cannot be. Codes: `page_gone`. */
export async function annotateTab(tab: number): Promise<Answer<PageState>> {
  const found = await browser.tabs.get(tab).catch(() => undefined);
  if (!found) return failure('page_gone', `no tab ${tab}`);
  const brought = await bringReader(tab, found.url, found.incognito);
  if (!brought.ok) {
    await showStatus(tab, brought.error.code === 'page_not_granted' ? 'not-allowed' : 'failed');
    return success(await failedState(found.url ?? '', found.incognito, brought.error));
  }
  return awaitReader(tab);
}

/** Brings the reader into a tab at the person's wish. Codes: `page_not_reachable`, `page_local_file`, `page_gone`. */
export async function bringReader(tab: number, url: string | undefined, incognito: boolean): Promise<Answer<null>> {
  const closed = whyClosed(url);
  if (closed) return failure(closed, `no extension may read ${url ?? 'this page'}`);
  const token = await nameDocument(tab, url);
  if (!token.ok) return token;
  const page = url !== undefined && URL.canParse(url) ? pageOf({ url }) : {};
  await writeRecord({ tab, token: token.value, ...page, incognito, status: 'unread', forced: true, injected: true });
  const injected = await injectReader({ tab, token: token.value }, url);
  if (!injected.ok) await writeRecord({ tab, token: token.value, injected: false, status: 'failed', failure: injected.error });
  return injected;
}

/** The token of the document that is in the tab now. */
async function nameDocument(tab: number, url: string | undefined): Promise<Answer<string>> {
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, func: makeToken });
    return typeof found?.result === 'string' ? success(found.result) : failure('page_gone', `no document in tab ${tab}`);
  } catch (thrown) {
    return failure(whyRefused(thrown, url), describeError(thrown));
  }
}

/** Runs in the page's document, in our world, and must stand alone: the same token as `documentToken()` makes there. */
function makeToken(): string {
  const world = globalThis as { randnotizToken?: string };
  return (world.randnotizToken ??= Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-'));
}

async function awaitReader(tab: number): Promise<Answer<PageState>> {
  const end = Date.now() + patience;
  for (;;) {
    const state = await askReader(tab, 'state', {});
    if (state.ok && state.value.status !== 'unread') return state;
    if (Date.now() > end) return state.ok ? state : failure('page_not_read', state.error.detail);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
