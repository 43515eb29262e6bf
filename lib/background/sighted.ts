/** The detector holds a page for plausible: judge it quickly, by its signals and a sample of its text, and bring the reader if it is what we read. */
import type { BackgroundCalls } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import { readSettings, settingsForSite } from '../store/settings.ts';
import { readText } from '../text/read-text.ts';
import { cleanText } from '../text/clean-text.ts';
import { judgePage } from '../topic/judge-page.ts';
import { injectReader } from './inject-reader.ts';
import { pageOf } from './own-page.ts';
import { readRecord, writeRecord } from './tab-records.ts';
import { showStatus } from './toolbar.ts';

export const sighted: Handlers<BackgroundCalls>['sighted'] = async ({ token, signals, sample }, caller) => {
  if (caller.kind !== 'page') return failure('not_permitted', 'only a page is sighted');
  const { tab, document, incognito } = caller;
  const page = pageOf(caller, signals);
  const known = await readRecord(tab, token);
  // The reader follows a single-page site by itself; asked twice, it is still one reader.
  if (known?.injected) return success({ inject: false });

  const { off } = settingsForSite(await readSettings(), page.site, incognito);
  const wanted = !off && isWanted({ ...signals, url: page.url }, sample);
  const status = off ? 'off' : wanted ? 'unread' : 'skipped';
  await writeRecord({ tab, token, ...page, incognito, status, injected: wanted });
  await showStatus(tab, status);
  if (!wanted) return success({ inject: false });

  const injected = await injectReader({ tab, token, ...(document ? { document } : {}) }, page.url);
  if (injected.ok) return success({ inject: true });
  await writeRecord({ tab, token, injected: false });
  return injected;
};

function isWanted(signals: Parameters<Handlers<BackgroundCalls>['sighted']>[0]['signals'], sample: string): boolean {
  const { text } = cleanText(sample);
  return judgePage({ text, signals }, readText(text)).verdict === 'annotate';
}
