/** Load in Chromium: memory is the service worker's heap after a collection, blocked time what the browser calls a long task. */
import { launchChromium } from '../harness/chromium.ts';
import { holdUnderLoad } from './load-cases.ts';

holdUnderLoad('chromium', async (server) => {
  const chromium = await launchChromium(server);
  return {
    open: (address) => chromium.open(address),
    openExtensionPage: (path) => chromium.openExtensionPage(path),
    openPopup: (page) => chromium.clickToolbar(page),
    async backgroundMemory() {
      const target = await chromium.browser.waitForTarget((one) => one.url() === `chrome-extension://${chromium.id}/background.js`, { timeout: 10_000 });
      const session = await target.createCDPSession();
      try {
        await session.send('HeapProfiler.enable');
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize;
      } finally {
        await session.detach();
      }
    },
    async watchTasks(page) {
      await page.evaluate(() => {
        const watched = globalThis as unknown as { longest: number };
        watched.longest = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
        }).observe({ type: 'longtask' });
      });
      return async () => Math.round(await page.evaluate(() => (globalThis as unknown as { longest: number }).longest));
    },
    close: () => chromium.close(),
  };
});
