/** What the browser says of the sender of a message; the one judgement that both ends make. */
import { browser, type Browser } from 'wxt/browser';

export type Sender = Browser.runtime.MessageSender;

/** Whether one of the extension's own pages or its background has sent it: not a content script, not another extension. */
export function isOwnExtension(sender: Sender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  return sender.url === undefined ? sender.tab === undefined : sender.url.startsWith(browser.runtime.getURL('/'));
}
