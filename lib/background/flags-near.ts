/** The reader's flags that matter for a text: those of its page, and those of other pages that it may repeat. */
import { flagKeys, textKeys } from '../claims/flag-keys.ts';
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Flag } from '../model.ts';
import type { Filing } from '../store/filing.ts';
import type { FlagStore } from '../store/flag-store.ts';
import { cleanText } from '../text/clean-text.ts';

export interface FlagsNear {
  /** Of this page. */
  here: readonly Flag[];
  /** With those of other pages that the text may repeat. */
  near: readonly Flag[];
}

/** Takes a text and the address of its page. Codes: `store_…`. */
export type FlagsNearReader = (text: string, address: string) => Promise<Answer<FlagsNear>>;

export interface FlagsStored {
  flags: Pick<FlagStore, 'onPage'>;
  filing: Filing;
}

/** Takes the stores; gives the function that gives the flags near a text. */
export function createFlagsNear({ flags, filing }: FlagsStored): FlagsNearReader {
  return async (text, address) => {
    const [here, near] = await Promise.all([flags.onPage(address), filing.near(textKeys(cleanText(text).text))]);
    if (!here.ok) return here;
    if (!near.ok) return near;
    return success({ here: here.value, near: near.value });
  };
}

/** Files all flags that are not filed, in portions, with room for other work between two. A background that dies over it goes on the next time. Never throws. */
export function createFiler(filing: Filing): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    for (;;) {
      const done = await filing.file(flagKeys);
      if (!done.ok || done.value === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  return () => (underWay ??= run().finally(() => (underWay = undefined)));
}
