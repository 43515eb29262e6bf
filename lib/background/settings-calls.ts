/** The reader's settings, by message from the extension's own pages; the open readers repaint at once. */
import { browser } from 'wxt/browser';
import type { Answer, BackgroundCalls, Density, ReaderSettings } from '../messages/calls.ts';
import { describeError, failure, success } from '../messages/failures.ts';
import { askReader, type Handlers } from '../messages/messaging.ts';
import { changeSettings, type Settings, settingsForSite } from '../store/settings.ts';
import { ownPage } from './own-page.ts';
import { readRecords } from './tab-records.ts';
import { explainTab } from './tab-state.ts';

export const settingsCalls: Pick<Handlers<BackgroundCalls>, 'setDensity' | 'setDensityHere' | 'setHidden' | 'setOff' | 'setRuler' | 'setQuiet'> = {
  async setDensity({ density, site, tab }) {
    if (site === undefined) return change('', () => ({ density }));
    if (await isPrivate(tab)) return refusal;
    return change(site, (settings) => ({ densities: withDensity(settings, site, density) }));
  },
  async setDensityHere({ density }, caller) {
    if (caller.incognito) return refusal;
    if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
    const { site } = await ownPage(caller);
    return change(site, (settings) => ({ densities: withDensity(settings, site, density) }));
  },
  setRuler: ({ on }) => change('', () => ({ ruler: on })),
  setQuiet: ({ on }) => change('', () => ({ quiet: on })),
  async setHidden({ site, hidden, tab }) {
    if (await isPrivate(tab)) return refusal;
    return change(site, (settings) => ({ hidden: withSite(settings.hidden, site, hidden) }));
  },
  async setOff({ site, off, tab }) {
    if (await isPrivate(tab)) return refusal;
    const answer = await change(site, (settings) => ({ off: [...settings.off.filter((one) => one !== site), ...(off ? [site] : [])].sort() }));
    const there = (await readRecords()).filter((record) => record.injected && record.site === site);
    await Promise.all(there.map((record) => explainTab(record.tab)));
    return answer;
  },
};

/** That somebody read a site in a private window must not be written down, not even by switching it off there. */
const refusal = failure('private_window', 'nothing is stored from a private window');

async function isPrivate(tab: number | undefined): Promise<boolean> {
  if (tab === undefined) return false;
  const found = await browser.tabs.get(tab).catch(() => undefined);
  return found?.incognito ?? true;
}

/** A site whose density is that of all others needs no entry of its own. */
function withDensity(settings: Settings, site: string, density: Density): Settings['densities'] {
  const others = Object.entries(settings.densities).filter(([one]) => one !== site);
  return Object.fromEntries(density === settings.density ? others : [...others, [site, density] as const]);
}

function withSite(hidden: Settings['hidden'], site: string, kinds: Settings['hidden'][string]): Settings['hidden'] {
  const others = Object.entries(hidden).filter(([one]) => one !== site);
  return Object.fromEntries(kinds.length > 0 ? [...others, [site, kinds] as const] : others);
}

/** Changes the settings, tells every open reader, and gives what they mean for a site. */
export async function change(site: string, how: (settings: Settings) => Partial<Settings>): Promise<Answer<ReaderSettings>> {
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
