/** The reader's settings, by message from the extension's own pages; the open readers repaint at once. */
import { browser } from 'wxt/browser';
import type { Answer, BackgroundCalls, ReaderSettings } from '../messages/calls.ts';
import { describeError, failure, success } from '../messages/failures.ts';
import { askReader, type Handlers } from '../messages/messaging.ts';
import { changeSettings, type Settings, settingsForSite } from '../store/settings.ts';
import { readRecords } from './tab-records.ts';

export const settingsCalls: Pick<Handlers<BackgroundCalls>, 'setDensity' | 'setHidden' | 'setOff'> = {
  setDensity: ({ density }) => change('', () => ({ density })),
  async setHidden({ site, hidden, tab }) {
    if (await isPrivate(tab)) return refusal;
    return change(site, (settings) => ({ hidden: withSite(settings.hidden, site, hidden) }));
  },
  async setOff({ site, off, tab }) {
    if (await isPrivate(tab)) return refusal;
    return change(site, (settings) => ({ off: [...settings.off.filter((one) => one !== site), ...(off ? [site] : [])].sort() }));
  },
};

/** That somebody read a site in a private window must not be written down, not even by switching it off there. */
const refusal = failure('private_window', 'settings of a site are not stored from a private window');

async function isPrivate(tab: number | undefined): Promise<boolean> {
  if (tab === undefined) return false;
  const found = await browser.tabs.get(tab).catch(() => undefined);
  return found?.incognito ?? true;
}

function withSite(hidden: Settings['hidden'], site: string, kinds: Settings['hidden'][string]): Settings['hidden'] {
  const others = Object.entries(hidden).filter(([one]) => one !== site);
  return Object.fromEntries(kinds.length > 0 ? [...others, [site, kinds] as const] : others);
}

async function change(site: string, how: (settings: Settings) => Partial<Settings>): Promise<Answer<ReaderSettings>> {
  try {
    const settings = await changeSettings(how);
    await tellReaders(settings);
    return success(settingsForSite(settings, site, false));
  } catch (thrown) {
    return failure('store_failed', describeError(thrown));
  }
}

async function tellReaders(settings: Settings): Promise<void> {
  const records = await readRecords();
  await Promise.all(records.filter(({ injected }) => injected).map(({ tab, site, incognito }) => askReader(tab, 'settings', settingsForSite(settings, site, incognito))));
}
