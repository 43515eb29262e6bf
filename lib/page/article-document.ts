/** Which document holds the article: the page's own, or that of a frame of the same origin in a page that is only a shell round it. */
import { frameDocument, littleProse } from './cheap-signals.ts';

/** Shorter paragraphs are captions and menus. */
const shortestProse = 60;

/** So much prose is an article for sure: no more is counted, since a page may have megabytes. */
const plenty = 20_000;

/** Takes the page's document; gives it, or the document of the frame with the most prose where the page has next to none of its own. */
export function articleDocument(page: Document): Document {
  let best = page;
  let most = littleProse;
  if (proseIn(page) > most) return page;
  for (const frame of page.querySelectorAll('iframe')) {
    const document = frameDocument(frame);
    const prose = document ? proseIn(document) : 0;
    if (prose > most) [best, most] = [document!, prose];
  }
  return best;
}

function proseIn(document: Document): number {
  let sum = 0;
  for (const { textContent } of document.querySelectorAll('p')) {
    if (textContent.length > shortestProse) sum += textContent.length;
    if (sum > plenty) break;
  }
  return sum;
}
