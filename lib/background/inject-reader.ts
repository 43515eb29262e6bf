/** Brings the reader into one document, and what it asks for. */
import { browser, type Browser } from 'wxt/browser';
import { type DocumentName, targetOf } from '../browser/document-target.ts';
import { whyRefused } from '../browser/page-access.ts';
import type { Answer } from '../messages/calls.ts';
import { describeError, failure, success } from '../messages/failures.ts';

const readerScript = '/reader.js';
const markStyle = '/marks.css';

/**
 * Takes a document's names, its address if known, and what is to be done while the reader is on its way; gives success once the reader runs in the document. Codes:
 * `page_gone`, `page_not_reachable`, `page_local_file`.
 */
export function injectReader(name: DocumentName, url?: string, meanwhile: () => void = () => {}): Promise<Answer<null>> {
  return inDocument(name, url, (target) => {
    const brought = browser.scripting.executeScript({ target, files: [readerScript] });
    meanwhile();
    return brought;
  });
}

/** What comes at the first need: what opens (cards, forms, their styles), what follows a page that changes. */
export type LaterScript = '/surfaces.js' | '/follower.js';

/** Brings one of these to the reader that asks. Takes its document's names; codes as above. */
export function injectLater(script: LaterScript, name: DocumentName): Promise<Answer<null>> {
  return inDocument(name, undefined, (target) => browser.scripting.executeScript({ target, files: [script] }));
}

/** Brings the style of the marks to the reader that asks, or into all frames of its tab that we may reach; where nothing is marked it does nothing. Codes as above. */
export function injectStyle(name: DocumentName, inFrames: boolean): Promise<Answer<null>> {
  // Author origin paints in both browsers and leaves the page's own sheets as they are.
  return inDocument(name, undefined, (target) => browser.scripting.insertCSS({ target: inFrames ? { tabId: name.tab, allFrames: true } : target, files: [markStyle], origin: 'AUTHOR' }));
}

/** Brings something into a document that still is there; gives success, or why the browser refused it. */
async function inDocument(name: DocumentName, url: string | undefined, bring: (target: Browser.scripting.InjectionTarget) => Promise<unknown>): Promise<Answer<null>> {
  try {
    const target = await targetOf(name);
    if (!target) return failure('page_gone', `the document ${name.token ?? ''} is no longer in tab ${name.tab}`);
    await bring(target);
    return success(null);
  } catch (thrown) {
    return failure(whyRefused(thrown, url), describeError(thrown));
  }
}
