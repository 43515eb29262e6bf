/** Which pages no extension may read, and what the browsers' words mean when they refuse one. */
import { describeError, type FailureCode } from '../messages/failures.ts';

/** Pages of the browser itself and of its store: closed to every extension. */
const closedSchemes = /^(?:chrome|edge|brave|opera|vivaldi|about|moz-extension|chrome-extension|devtools|view-source|chrome-untrusted|resource|data|javascript):/i;
const closedHosts = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'accounts.firefox.com', 'support.mozilla.org', 'microsoftedge.microsoft.com']);

/** Takes a tab's address, as far as the browser tells it; gives why its page can never be read, or undefined when it may be. */
export function whyClosed(url: string | undefined): FailureCode | undefined {
  if (url === undefined || url === '') return undefined;
  if (closedSchemes.test(url)) return 'page_not_reachable';
  if (!URL.canParse(url)) return 'page_not_reachable';
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:' || protocol === 'https:') return closedHosts.has(hostname) || hostname === 'chrome.google.com' && /\/webstore/.test(url) ? 'page_not_reachable' : undefined;
  // Local files can be read once the person has allowed it in the browser's settings: try, and explain when it fails.
  return protocol === 'file:' ? undefined : 'page_not_reachable';
}

/** Takes what `scripting` threw and the tab's address; gives what to tell the person. */
export function whyRefused(thrown: unknown, url: string | undefined): FailureCode {
  const words = describeError(thrown);
  if (/no tab with id|invalid tab id|no document with id|no frame with id|frame with id \d+ was removed|tab was closed|document.{0,200}(?:gone|not found)/i.test(words)) return 'page_gone';
  if (url?.startsWith('file:')) return 'page_local_file';
  // Without a gesture in this tab, and on a site that was not granted, a click on the toolbar button is all that is missing.
  return /permission/i.test(words) ? 'page_not_granted' : 'page_not_reachable';
}
