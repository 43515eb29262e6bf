import { browser } from 'wxt/browser';

/** Opens the page that shows a new reader what Randnotiz does; once, after the installation. */
export async function welcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/') });
}
