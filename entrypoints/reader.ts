/**
 * The reader: eyes and pen in the page. Injected by the background into a document it has decided on; this file only wires.
 * A second injection hands over: the reader that lives already reads the page again.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { placeMargin } from '../lib/margin/margin-here.ts';
import { Session } from '../lib/margin/session.ts';
import { isContextGone } from '../lib/messages/deliver.ts';
import { success } from '../lib/messages/failures.ts';
import { answerInReader, askFromPage } from '../lib/messages/reader-messages.ts';
import { readPage } from '../lib/page/read-page.ts';

/** All scripts of ours in one page share one world. */
interface World {
  randnotizReader?: Session;
}

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (world.randnotizReader?.isAlive) {
    world.randnotizReader.read();
    return;
  }
  world.randnotizReader?.end();
  placeMargin(undefined);
  const session = new Session(document, {
    ask: askFromPage,
    readPage,
    isGone: isContextGone,
  });
  world.randnotizReader = session;
  answerInReader({
    state: () => success(session.state()),
    view: () => success(session.view()),
    show: (words) => session.show(words),
    async step({ direction }) {
      await session.ready;
      session.step(direction);
      return success(null);
    },
    async flagSelection() {
      await session.ready;
      return session.flagSelection();
    },
    settings(settings) {
      session.settings(settings);
      return success(null);
    },
    flagsChanged({ flags }) {
      session.flagsChanged(flags);
      return success(null);
    },
    async toggle({ what }) {
      await session.ready;
      session.toggle(what);
      return success(null);
    },
  });
});
