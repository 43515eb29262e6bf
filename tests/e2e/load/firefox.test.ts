/**
 * Load in Firefox. It knows no long tasks, so a timer ticks in the page and the longest delay of a tick counts, the page's own work included. Memory
 * is what the process of the extensions has allocated. What the operating system counts for it would not do: that rises by the 9 MB that fifty tabs at once need for a moment,
 * all given back (`LazyFree` rises by as much, what is allocated by 1 MB), and stays there for fifty more.
 */
import { allocatedMemory } from '../harness/firefox-window.ts';
import { launchFirefox } from '../harness/firefox.ts';
import { holdUnderLoad } from './load-cases.ts';

holdUnderLoad('firefox', async (server) => {
  const firefox = await launchFirefox(server, ['www.heise.de', 'fremd.example']);
  return {
    open: (address) => firefox.open(address),
    openExtensionPage: (path) => firefox.openExtensionPage(path),
    // Headless, nothing can look into Firefox' popup: the same page in a tab.
    openPopup: () => firefox.openExtensionPage('popup.html'),
    backgroundMemory: () => allocatedMemory(firefox.browser),
    async watchTasks(page) {
      // In a tab behind another one, timers come once a second.
      await page.bringToFront();
      await page.evaluate(() => {
        const watched = globalThis as unknown as { longest: number };
        watched.longest = 0;
        let last = performance.now();
        setInterval(() => {
          const now = performance.now();
          watched.longest = Math.max(watched.longest, now - last - 10);
          last = now;
        }, 10);
      });
      return async () => Math.round(await page.evaluate(() => (globalThis as unknown as { longest: number }).longest));
    },
    close: () => firefox.close(),
  };
});
