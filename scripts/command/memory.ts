/**
 * How much memory an archive's workers may take for garbage. Left alone, V8 lets the heap of a machine with much memory grow far beyond what an article needs, since it
 * is then cleaned less often: 360 MB for one worker, of which 25 MB are in use. The bounds are on slack only: an article of 8 MB still gets all the memory it needs.
 */
import { setFlagsFromString } from 'node:v8';

/** New objects of a worker: two halves of 4 MB and as much again for large ones. Measured over 1,600 articles: 175 MB with 12, 190 with 24, at the same speed; 6 is a tenth slower. */
export const workerLimits = { maxYoungGenerationSizeMb: 12 };

/**
 * Bounds all heaps of this process; call it before the workers' are made. What has lasted is cleaned again when it has grown by 30 % (V8 itself waits for up to four times
 * as much); 20 costs a tenth of the speed. The room for new objects does not grow: workers have all of theirs from the start (megabytes, one of the halves), and this thread,
 * whose heap stands already, keeps its little. V8 gave it 16 times as much as it went on, 30 MB after 8,000 articles, though it uses 10.
 */
export function boundMemory(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--min-semi-space-size=4');
  setFlagsFromString('--semi-space-growth-factor=1');
}
