import type { ReaderHandlers } from '../messages/reader-messages.ts';
import { success } from '../messages/failures.ts';
import type { Session } from './session.ts';

/** What a session answers to the background and our pages: each call is one of its doings. Those that need the analysis wait for it. */
export function readerAnswers(session: Session): ReaderHandlers {
  return {
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
  };
}
