/**
 * A background that has just been woken knows no table and has compiled no engine. It learns both from the begin of the article while the reader is still on its way
 * to the page, so that the article itself is then analysed by warm engines.
 */
import { annotate } from '../annotate.ts';
import { currentDataset } from './current-dataset.ts';

let isWarm = false;

/** Takes a sample of the article that is about to be read; once in a life of the background it goes through all engines, and what they find is thrown away. Never throws. */
export async function warmUp(sample: string): Promise<void> {
  if (isWarm) return;
  isWarm = true;
  try {
    const { dataset } = await currentDataset();
    annotate({ text: sample, signals: {} }, dataset, { force: true });
  } catch {
    // Then the article says what is wrong.
  }
}
