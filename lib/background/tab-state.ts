/** What is known of the page in a tab, for the popup: from its reader if it has one, else from what the background saw. */
import { browser, type Browser } from 'wxt/browser';
import * as v from 'valibot';
import { annotate } from '../annotate.ts';
import { whyClosed, whyRefused } from '../browser/page-access.ts';
import type { Answer, Failure, PageState } from '../messages/calls.ts';
import { describeError, failure, success } from '../messages/failures.ts';
import { askReader } from '../messages/messaging.ts';
import { sightingSchema } from '../messages/schemas.ts';
import { readSettings, settingsForSite } from '../store/settings.ts';
import { bundledDataset } from './bundled-dataset.ts';
import { pageOf } from './own-page.ts';
import { readRecord } from './tab-records.ts';
import { showStatus } from './toolbar.ts';

/** A script that looks at the page once, says what the detector would, and leaves nothing behind. */
const probeScript = '/probe.js';

/** Takes a tab; gives what its page is and why it was annotated or skipped. Codes: `page_gone`. Needs `activeTab`, which opening the popup grants. */
export async function explainTab(tab: number): Promise<Answer<PageState>> {
  const found = await browser.tabs.get(tab).catch(() => undefined);
  if (!found) return failure('page_gone', `no tab ${tab}`);
  const fromReader = await askReader(tab, 'state', {});
  const state = fromReader.ok ? fromReader.value : await stateWithoutReader(tab, found);
  // The detector wakes nobody for a page that is none of our business, and settings change under a page that was read: the button learns of both here.
  await showStatus(tab, state.status, state.document?.notes.length, state.document?.page);
  return success(state);
}

async function stateWithoutReader(tab: number, { url = '', incognito }: Pick<Browser.tabs.Tab, 'url' | 'incognito'>): Promise<PageState> {
  const state = await emptyState(url, incognito);
  const closed = whyClosed(url);
  if (closed) return { ...state, status: 'not-allowed', failure: { code: closed, detail: url } };
  const record = await readRecord(tab);
  if (state.settings.off) return { ...state, status: 'off' };
  try {
    const [probed] = await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: [probeScript] });
    const sighting = v.safeParse(sightingSchema, probed?.result);
    if (!sighting.success) return { ...state, status: 'failed', failure: { code: 'page_not_read', detail: sighting.issues[0].message } };
    const { signals, sample } = sighting.output;
    const { page, ...document } = annotate({ text: sample, signals: { ...signals, url } }, bundledDataset());
    // Nobody has asked for notes yet: only what the page is held for is shown.
    return { ...state, status: page.verdict === 'skip' ? 'skipped' : 'unread', document: { ...document, page, notes: [] } };
  } catch (thrown) {
    return { ...state, status: 'not-allowed', failure: record?.failure ?? { code: whyRefused(thrown, url), detail: describeError(thrown) } };
  }
}

/** Takes a failure; gives the state of a tab in which it happened. */
export async function failedState(url: string, incognito: boolean, error: Failure): Promise<PageState> {
  return { ...(await emptyState(url, incognito)), status: 'not-allowed', failure: error };
}

async function emptyState(url: string, incognito: boolean): Promise<PageState> {
  const page = URL.canParse(url) ? pageOf({ url }) : undefined;
  const settings = settingsForSite(await readSettings(), page?.site ?? '', incognito);
  return { status: 'unread', flags: [], settings, ...(page?.site ? { page: { address: page.address, site: page.site } } : {}) };
}
