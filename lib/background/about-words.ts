/** What helps a reader to fill in a flag's form: what the engines recognise in the words, and whether they were flagged before. Nothing is kept of it. */
import type { AboutWords, BackgroundCalls } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import { findDuplicates } from '../notebook/duplicates.ts';
import { saysOf } from '../proposal/says-of.ts';
import { currentDataset } from './current-dataset.ts';
import type { FlagsNearReader } from './flags-near.ts';
import { ownPage } from './own-page.ts';

/** So many flags of the same words are named. */
const mostBefore = 3;

/** Takes what gives the flags; gives the answer to `aboutWords`. Flags that cannot be read are none. */
export function createAboutWords(flagsNear: FlagsNearReader): Handlers<BackgroundCalls>['aboutWords'] {
  return async ({ text, begin, end }, caller) => {
    if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
    if (begin >= end || end > text.length) return failure('bad_request', `no words at ${begin} to ${end}`);
    const [{ dataset }, { address }] = await Promise.all([currentDataset(), ownPage(caller)]);
    const words = text.slice(begin, end);
    const flags = await flagsNear(words, address);
    const before = findDuplicates(words, address, flags.ok ? flags.value.near : []).slice(0, mostBefore);
    return success<AboutWords>({
      says: saysOf(text, [begin, end], dataset),
      before: before.map(({ flag: { id, quote, page, created }, samePage }) => ({ id, quote: quote.exact, title: page.title, site: page.site, url: page.url, created, samePage })),
    });
  };
}
