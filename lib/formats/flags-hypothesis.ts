/**
 * Flags as the JSON file that the Hypothesis client exports and imports (hypothesis/client, `annotations-exporter` and `import-annotations`): of each annotation its
 * import takes `target`, `tags`, `text`, `uri` and `document`. The stance becomes a tag; confirmation and link follow the note as text.
 */
import type { Flag } from '../model.ts';

/** The tag that says a stance, read back on import. */
export const stanceTag = 'randnotiz:';

/** Takes flags and the time of the export (ms); gives the file's value. Flags in the bin are left out. */
export function flagsToHypothesis(flags: readonly Flag[], now: number): object {
  return {
    export_date: new Date(now).toISOString(),
    export_userid: '',
    client_version: 'randnotiz',
    annotations: flags.filter(({ deleted }) => deleted === undefined).map(annotationOf),
  };
}

function annotationOf({ id, page, quote, position, note, tags, link, confirmedBy, stance, created, changed }: Flag): object {
  return {
    id,
    created: new Date(created).toISOString(),
    updated: new Date(changed).toISOString(),
    user: '',
    group: '__world__',
    hidden: false,
    permissions: { read: [], update: [], delete: [] },
    links: {},
    uri: page.address,
    document: { title: [page.title] },
    tags: [`${stanceTag}${stance}`, ...tags],
    text: [note, confirmedBy, link].filter(Boolean).join('\n\n'),
    target: [{ source: page.address, selector: [{ type: 'TextQuoteSelector', ...quote }, { type: 'TextPositionSelector', ...position }] }],
  };
}
