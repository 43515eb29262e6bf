/**
 * Which document a script goes to. Chromium names documents, so that a script for one that is gone is refused; Firefox names only tabs and
 * frames, so there the document's token is asked for right before.
 */
import { browser, type Browser } from 'wxt/browser';

export interface DocumentName {
  tab: number;
  /** The browser's id of the document, where it has ids. */
  document?: string;
  /** Our token of it. */
  token?: string;
}

/** Takes a document's names; gives where `scripting` should go, or undefined when the document is gone. */
export async function targetOf({ tab, document, token }: DocumentName): Promise<Browser.scripting.InjectionTarget | undefined> {
  if (document !== undefined) return { tabId: tab, documentIds: [document] };
  const target = { tabId: tab, frameIds: [0] };
  if (token === undefined) return target;
  const [found] = await browser.scripting.executeScript({ target, func: readToken });
  return found?.result === token ? target : undefined;
}

/** Runs in the page's document, in our world: must stand alone. */
function readToken(): string | undefined {
  return (globalThis as { randnotizToken?: string }).randnotizToken;
}
