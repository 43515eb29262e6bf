/**
 * A live ticker as the background feels it: what a page of 750 KB sends when one of its paragraphs changes. In real Chromium from the store build; messages and
 * letters are counted by a page of the extension that hears them all. What a change costs the page itself is measured in `page.ts`.
 */
import { waitForMarks } from '../../../tests/e2e/harness/chromium.ts';
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { median, plain } from '../rounds.ts';
import { freshArticle, listed, messagesHeard, rest, withStoreBuild } from '../store-world.ts';

/** A ticker that never rests writes again before the page is taken as come to rest, in milliseconds. */
const pause = 1000;
/** By then a page that rests has been read anew as a whole, if ever. */
const restful = 12_000;

async function run({ quick, rounds, say }: Bench): Promise<Row[]> {
  const times = quick ? 10 : 100;
  const what = `a ${quick ? 75 : 750} KB page`;
  return withStoreBuild(async ({ chromium, server, beside }) => {
    say(`ticker: ${what}`);
    const address = `${listed}/news/ein-ticker-10123460.html`;
    server.put(address, freshArticle(times));
    const page = await chromium.open(address);
    await waitForMarks(page, 10);
    // A long article is analysed in portions: the first run has ended when no message has come for a while.
    const first: number[] = [];
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await rest(pause);
      const heard = await messagesHeard(beside);
      if (heard.length > 0) quiet = 0;
      first.push(...heard);
    }
    const messages: number[] = [];
    const letters: number[] = [];
    for (let round = -1; round < rounds; round += 1) {
      await page.evaluate((at) => {
        const node = document.querySelectorAll('article p')[at]!.firstChild as Text;
        node.data = `${node.data} Nachtrag ${at}.`;
      }, (round + 2) * 7 + 3);
      await rest(pause);
      const heard = await messagesHeard(beside);
      // The first change also brings the script that follows changes.
      if (round < 0) continue;
      messages.push(heard.length);
      letters.push(heard.reduce((sum, one) => sum + one, 0));
    }
    await rest(restful);
    const after = await messagesHeard(beside);
    await page.close();
    const all = first.reduce((sum, one) => sum + one, 0);
    const restored = after.reduce((sum, one) => sum + one, 0);
    return [
      row('ticker', `messages when one paragraph changes in ${what}`, plain(messages), { goal: 1, wants: 'down', unit: 'messages', note: `${first.length} in the first run` }),
      row('ticker', `letters sent for it, to those of the first run, ${what}`, (100 * median(letters)) / all, {
        goal: 2, wants: 'down', unit: '%', note: `${median(letters).toLocaleString('en')} of ${all.toLocaleString('en')}; when the page has come to rest, once, ${restored.toLocaleString('en')} in ${after.length} messages`,
      }),
    ];
  });
}

export const ticker: Part = { name: 'ticker', needs: 'browser', run };
