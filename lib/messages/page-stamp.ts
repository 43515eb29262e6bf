/** A short word for what a reader knows of its page: another surface that shows the same word is up to date. */
import type { PageState } from './calls.ts';

/** Takes a page's state; gives its stamp, another one whenever the text, the status or a flag has changed. */
export function pageStamp({ status, document, flags }: Pick<PageState, 'status' | 'document' | 'flags'>): string {
  return JSON.stringify([status, document?.id, flags]);
}
