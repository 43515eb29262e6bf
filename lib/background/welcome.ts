import { browser } from 'wxt/browser';

/** Opens the page that shows a new reader what Randnotiz does; once, after the installation. */
export async function welcome(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  // An address that we may see is a page that we work on: whoever is reading it is not taken away from it.
  const reading = tab?.url !== undefined || tab?.pendingUrl !== undefined;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html'), active: !reading });
}
