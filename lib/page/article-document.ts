/** Which document holds the article: the page's own, or that of a frame of the same origin in a page that is only a shell round it. */
import { frameDocument, littleProse, sampleText } from './cheap-signals.ts';

/** Takes the page's document; gives it, or the document of the frame with the most prose where the page has next to none of its own. */
export function articleDocument(page: Document): Document {
  const frames = [...page.querySelectorAll('iframe')].flatMap((frame) => frameDocument(frame) ?? []);
  if (frames.length === 0 || [...page.querySelectorAll('p')].reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0) > littleProse) return page;
  const [best] = frames.map((document) => ({ document, prose: sampleText(document).length })).sort((one, other) => other.prose - one.prose);
  return best && best.prose > littleProse ? best.document : page;
}
