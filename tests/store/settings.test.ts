import { fakeBrowser } from '../fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { areSettingsNewer, changeSettings, readSettings, settingsForSite } from '../../lib/store/settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('settings', () => {
  it('start with few marks, everywhere', async () => {
    expect(await readSettings()).toEqual({ density: 'core', hidden: {}, off: [], sightings: false, densities: {}, ruler: false, quiet: false, dismissed: [] });
  });

  it('keep what is changed', async () => {
    await changeSettings(() => ({ density: 'everything' }));
    await changeSettings(({ off }) => ({ off: [...off, 'zeitung.example'] }));
    expect(await readSettings()).toEqual({ density: 'everything', hidden: {}, off: ['zeitung.example'], sightings: false, densities: {}, ruler: false, quiet: false, dismissed: [] });
  });

  it('mend what does not fit and keep what they do not know', async () => {
    await fakeBrowser.storage.local.set({ settings: { density: 'louder', off: ['a.example'], hidden: 7, fontSize: 3 } });
    expect(await readSettings()).toEqual({ density: 'core', hidden: {}, off: ['a.example'], sightings: false, densities: {}, ruler: false, quiet: false, dismissed: [] });
    await changeSettings(() => ({ density: 'normal' }));
    expect(await fakeBrowser.storage.local.get('settings')).toEqual({ settings: { density: 'normal', off: ['a.example'], hidden: 7, fontSize: 3 } });
  });

  it('tell that a newer version has written them', async () => {
    expect(await areSettingsNewer()).toBe(false);
    await changeSettings(() => ({ density: 'normal', off: ['a.example'], hidden: { 'a.example': ['bias'] } }));
    expect(await areSettingsNewer()).toBe(false);
    for (const newer of [{ fontSize: 3 }, { density: 'louder' }, { dismissed: [{ id: 'd', scope: 'planet' }] }]) {
      await fakeBrowser.storage.local.set({ settings: { off: ['a.example'], ...newer } });
      expect(await areSettingsNewer(), JSON.stringify(newer)).toBe(true);
    }
  });

  it('for a site never come from the object itself', () => {
    const settings = { density: 'core', densities: {}, hidden: {}, off: [], sightings: false, ruler: false, quiet: false, dismissed: [] } as const;
    expect(settingsForSite(settings, 'constructor', false)).toEqual({ density: 'core', hidden: [], off: false, ephemeral: false, ruler: false, quiet: false, dismissed: [] });
  });
});
