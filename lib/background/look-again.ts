/**
 * A page whose words come late: the detector looks when the document stands, and an article in a frame may still be on its way then. Firefox does not
 * wait for frames, Chromium not for slow ones.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import type { BackgroundCalls, DataOf } from '../messages/calls.ts';
import { sightingSchema } from '../messages/schemas.ts';

type Sighting = DataOf<BackgroundCalls, 'sighted'>;

/** How long (ms) a page may take to load before nobody waits for it any more. */
const patience = 15_000;
/** How long (ms) between two looks. */
const pause = 250;

/** A script that looks at the page once, says what the detector would, and leaves nothing behind. */
const probeScript = '/probe.js';

/** Takes a tab and the token of its document; gives what the detector would say of it once it has loaded, or undefined when it is another by then or cannot be looked at. Never throws. */
export async function lookAgain(tab: number, token: string): Promise<Sighting | undefined> {
  try {
    await loaded(tab);
    const [probed] = await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: [probeScript] });
    const found = v.safeParse(sightingSchema, probed?.result);
    return found.success && found.output.token === token ? found.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Resolves when the tab has loaded, or when it has taken too long. It asks now and then: the browser would keep a listener for a worker that
 * died meanwhile, and wake it for every page there is.
 */
async function loaded(tab: number): Promise<void> {
  for (let waited = 0; waited < patience; waited += pause) {
    if ((await browser.tabs.get(tab)).status === 'complete') return;
    await new Promise((done) => setTimeout(done, pause));
  }
}
