/** The detector's one message. Apart from the rest, so that its 4 KB carry neither the messaging library nor the schemas. */
import { browser } from 'wxt/browser';
import type { BackgroundCalls, DataOf } from './calls.ts';
import { envelope } from './envelope.ts';

/** Tells the background of a plausible page; it injects the reader if it agrees. Never throws: no background, no margin. */
export async function sendSighted(data: DataOf<BackgroundCalls, 'sighted'>): Promise<void> {
  try {
    await browser.runtime.sendMessage(envelope('sighted', data));
  } catch {
    // The extension was updated or removed under the page: nothing to do, nobody to tell.
  }
}
