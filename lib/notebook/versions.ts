/** Version watch: which flagged sentences of an article have changed since they were flagged, with both wordings. */
import { createAnchoring } from '../anchor/anchor.ts';
import type { Flag, PlacedFlag, Span } from '../model.ts';
import { compareWordings, type VersionPart } from './wordings.ts';

export interface Version {
  flag: Flag;
  state: PlacedFlag['state'];
  /** What was flagged. */
  was: string;
  /** What stands there now; undefined where it is no longer found. */
  now?: string;
  span?: Span;
  /** Both wordings cut where they differ: what is the same and what was put in place of what. */
  parts: readonly VersionPart[];
}

/** Takes an article's text as it is now and flags of it; gives each flag's place and both wordings. Linear in the text for quotes of ordinary length. */
export function watchVersions(text: string, flags: readonly Flag[]): Version[] {
  const place = createAnchoring(text);
  return flags.map((flag) => {
    const { state, span } = place(flag);
    const was = flag.quote.exact;
    if (!span) return { flag, state, was, parts: [{ kind: 'gone', text: was }] };
    const now = text.slice(...span);
    return { flag, state, was, now, span, parts: compareWordings(was, now) };
  });
}
