/** Tells screen readers. The same words twice are told twice: the region is emptied first. */
import type { MarginHost } from './host.ts';

/** How long (ms) a region must stand empty before its next words count as new. */
const breath = 60;

/** Gives the function that says a sentence. */
export function createAnnouncer(host: MarginHost): (sentence: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (sentence) => {
    const { announcements } = host.need();
    announcements.textContent = '';
    clearTimeout(timer);
    timer = setTimeout(() => {
      announcements.textContent = sentence;
    }, breath);
  };
}
