/**
 * Pages that were open before this version came: Firefox starts content scripts in them by itself, Chromium does not, and there the scripts of
 * the version before are cut off.
 */
import { browser } from 'wxt/browser';

/** Starts the detector in the open pages of our hosts, where the browser has not done it. Gives in how many. */
export async function startInOpenPages(): Promise<number> {
  if (import.meta.env.BROWSER === 'firefox') return 0;
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  let started = 0;
  for (const { js = [], matches = [] } of scripts) {
    const tabs = await browser.tabs.query({ url: matches });
    for (const { id, discarded } of tabs) {
      if (id === undefined || discarded) continue;
      const done = await browser.scripting.executeScript({ target: { tabId: id }, files: js as never }).then(() => 1, () => 0);
      started += done;
    }
  }
  return started;
}
