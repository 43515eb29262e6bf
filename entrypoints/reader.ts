/**
 * The reader: eyes and pen in the page. Injected by the background into a document it has decided on; this file only wires.
 * A second injection hands over: the reader that lives already reads the page again.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cardStyles } from '../components/styles/card-styles.ts';
import marginStyles from '../lib/margin/margin.css?inline';
import { Session } from '../lib/margin/session.ts';
import { success } from '../lib/messages/failures.ts';
import { answerInReader, askBackground, isContextGone } from '../lib/messages/messaging.ts';
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
  const session = new Session(document, {
    ask: askBackground,
    readPage,
    isGone: isContextGone,
    texts: browserTexts(),
    css: cardStyles + marginStyles,
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
  });
});
