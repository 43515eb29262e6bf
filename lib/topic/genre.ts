/** The genre of an article by the page's own marker: nothing is guessed from the text. */
import type { PageSignals, PageVerdict } from '../model.ts';
import table from './genres.yml';

type Genre = NonNullable<PageVerdict['genre']>;

const genres = table as Readonly<Record<Genre['id'], readonly string[]>>;
/** Advertising outweighs all, opinion what else a page calls itself; `news` is said of everything. */
const order: readonly Genre['id'][] = ['advertisement', 'opinion', 'review', 'news'];

/** Takes a page's signals; gives the weightiest genre it marks, with the marker as written. */
export function genreOf({ genreMarkers: markers = [] }: PageSignals): Genre | undefined {
  for (const id of order) {
    const marker = markers.find((written) => genres[id].some((pattern) => fits(written.trim().toLowerCase(), pattern)));
    if (marker !== undefined) return { id, marker: marker.trim() };
  }
  return undefined;
}

function fits(marker: string, pattern: string): boolean {
  return pattern.endsWith('*') ? marker.startsWith(pattern.slice(0, -1)) : marker === pattern;
}
