import { defineContentScript } from 'wxt/utils/define-content-script';
import { documentToken } from '../lib/messages/document-token.ts';
import { sendSighted } from '../lib/messages/send-sighted.ts';
import { detect } from '../lib/page/detect.ts';
import { hostNames } from '../lib/sites/hosts.ts';
import { matchPatterns } from '../lib/sites/match-patterns.ts';

/** A single-page site has drawn its next page by then; see `watchNavigation`. */
const settleTime = 400;

export default defineContentScript({
  matches: matchPatterns(hostNames),
  main() {
    look();
    watchNavigation();
  },
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
