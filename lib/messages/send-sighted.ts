/** The detector's one message. Apart from the rest, so that its 4 KB carry neither the messaging library nor the schemas. */
import { browser } from 'wxt/browser';
import type { BackgroundCalls, DataOf } from './calls.ts';
import { envelope } from './envelope.ts';

/** Tells the background of a plausible page; it injects the reader if it agrees. Asks once more if the background died over it. Never throws: no background, no margin. */
export async function sendSighted(data: DataOf<BackgroundCalls, 'sighted'>): Promise<void> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      if (await browser.runtime.sendMessage(envelope('sighted', data))) return;
    } catch {
      // Stopped on the way, then it hears the second time; or updated or removed under the page: nothing to do, nobody to tell.
    }
  }
}
