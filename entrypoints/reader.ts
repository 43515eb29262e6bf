/**
 * The reader: eyes and pen in the page. Injected by the background into a document it has decided on; this file only wires.
 * A second injection hands over: the reader that lives already reads the page again.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import marginStyles from '../lib/margin/margin.css?inline';
import { Session } from '../lib/margin/session.ts';
import { placeSurfaces } from '../lib/margin/surfaces.ts';
import { success } from '../lib/messages/failures.ts';
import { isContextGone } from '../lib/messages/deliver.ts';
import { answerInReader, askFromPage } from '../lib/messages/reader-messages.ts';
import { readPage } from '../lib/page/read-page.ts';
import { browserTexts } from '../lib/texts/browser-texts.ts';

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
  placeSurfaces(undefined);
  const session = new Session(document, {
    ask: askFromPage,
    readPage,
    isGone: isContextGone,
    texts: browserTexts(),
    css: marginStyles,
  });
  world.randnotizReader = session;
  answerInReader({
    state: () => success(session.state()),
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
