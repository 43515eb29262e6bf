/**
 * The reader: eyes and pen in the page. Injected by the background into a document it has decided on; this file only wires.
 * A second injection hands over: the reader that lives already reads the page again.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isStyleDear } from '../lib/browser/painting.ts';
import { placeFollower } from '../lib/margin/follower-here.ts';
import { placeMargin } from '../lib/margin/margin-here.ts';
import { readerAnswers } from '../lib/margin/reader-answers.ts';
import { Session } from '../lib/margin/session.ts';
import { isContextGone } from '../lib/messages/deliver.ts';
import { documentToken } from '../lib/messages/document-token.ts';
import { answerInReader, askFromPage } from '../lib/messages/reader-messages.ts';
import { articleDocument } from '../lib/page/article-document.ts';
import { PageReading } from '../lib/page/read-page.ts';

/** All scripts of ours in one page share one world. */
interface World {
  randnotizReader?: Session;
}

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (world.randnotizReader?.isAlive) {
    void world.randnotizReader.read();
    return;
  }
  world.randnotizReader?.end();
  placeMargin(undefined);
  placeFollower(undefined);
  const page = articleDocument(document);
  const session = new Session(page, {
    ask: askFromPage,
    openPage: (opened) => new PageReading(opened),
    isGone: isContextGone,
  });
  world.randnotizReader = session;
  if (isStyleDear(page)) session.draw();
  else void askFromPage('bringStyle', { token: documentToken(), inFrames: page !== document }).then(({ ok }) => ok || session.draw());
  answerInReader(readerAnswers(session));
});
