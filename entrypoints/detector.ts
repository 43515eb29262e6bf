import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { documentToken } from '../lib/messages/document-token.ts';
import { sendSighted } from '../lib/messages/send-sighted.ts';
import { detect } from '../lib/page/detect.ts';

/** A single-page site has drawn its next page by then; see `watchNavigation`. */
const settleTime = 400;

/** The manifest names it for the listed hosts by hand: WXT's own wrapper of a content script would leave a listener of its own in every page. */
export default defineUnlistedScript(() => {
  look();
  watchNavigation();
});

/** Says so when the page is plausible; else leaves nothing behind. */
function look(): void {
  const { signals, sample, plausible } = detect(document, location.href);
  if (plausible) void sendSighted({ token: documentToken(), signals, sample });
}

/** Single-page sites change the document under one and the same script: looks again when the path has changed and the page has settled. */
function watchNavigation(): void {
  let path = location.pathname;
  globalThis.navigation?.addEventListener('navigatesuccess', () => {
    if (location.pathname === path) return;
    path = location.pathname;
    setTimeout(look, settleTime);
  });
}
