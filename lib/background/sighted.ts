/** The detector holds a page for plausible: judge it quickly, by its signals and a sample of its text, and bring the reader if it is what we read. */
import type { PageCaller } from '../messages/caller.ts';
import type { Answer, BackgroundCalls, DataOf } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import type { PageVerdict } from '../model.ts';
import { littleProse } from '../page/cheap-signals.ts';
import { readSettings, settingsForSite } from '../store/settings.ts';
import { cleanText } from '../text/clean-text.ts';
import { readText } from '../text/read-text.ts';
import { judgePage } from '../topic/judge-page.ts';
import { injectReader } from './inject-reader.ts';
import { lookAgain } from './look-again.ts';
import { pageOf } from './own-page.ts';
import { quietly } from './quietly.ts';
import { readRecord, writeRecord } from './tab-records.ts';
import { showStatus } from './toolbar.ts';
import { warmUp } from './warm-up.ts';

/** Documents that are being judged at this moment: only against two questions at once, so it may die with the background. */
const underWay = new Set<string>();

export const sighted: Handlers<BackgroundCalls>['sighted'] = async (data, caller) => {
  if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
  if (underWay.has(data.token)) return success({ inject: false });
  underWay.add(data.token);
  try {
    return await judge(data, caller);
  } finally {
    underWay.delete(data.token);
  }
};

async function judge(first: DataOf<BackgroundCalls, 'sighted'>, caller: PageCaller): Promise<Answer<{ inject: boolean }>> {
  const { tab, document, incognito } = caller;
  const { token } = first;
  const [record, all] = await Promise.all([readRecord(tab, token), readSettings()]);
  // The reader follows a single-page site by itself; asked twice, it is still one reader.
  if (record?.injected) return success({ inject: false });

  const page = pageOf(caller, first.signals);
  const { off } = settingsForSite(all, page.site, incognito);
  let noted: Promise<unknown> = Promise.resolve();
  /** Notes what is made of the page, which the reader need not wait for; gives whether it is to be read. */
  const note = (verdict: PageVerdict): boolean => {
    const status = off ? 'off' : verdict.verdict === 'annotate' ? 'unread' : 'skipped';
    noted = Promise.allSettled([noted, writeRecord({ tab, token, ...page, incognito, status }), showStatus(tab, status, 0, verdict)]);
    return status === 'unread';
  };
  let wanted = note(judgeSample(first, page.url));
  if (!wanted && !off && first.sample.length <= littleProse) {
    const later = await lookAgain(tab, token);
    // Where another document stands by now, that one is noted, and no word of this one may come after it; nor where the person asked for this one meanwhile.
    const asked = (await readRecord(tab, token))?.injected;
    wanted = later !== undefined && !asked && note(judgeSample(later, page.url));
  }
  if (!wanted) {
    await noted;
    return success({ inject: false });
  }

  const [injected] = await Promise.all([injectReader({ tab, token, ...(document ? { document } : {}) }, page.url, () => quietly(warmUp(first.sample))), noted]);
  if (!injected.ok) return injected;
  // Only now: a background that dies before this will be asked again.
  await writeRecord({ tab, token, injected: true });
  return success({ inject: true });
}

function judgeSample({ signals, sample }: DataOf<BackgroundCalls, 'sighted'>, url: string): PageVerdict {
  const { text } = cleanText(sample);
  return judgePage({ text, signals: { ...signals, url } }, readText(text));
}
