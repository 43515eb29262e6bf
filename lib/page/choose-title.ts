/**
 * The title of a page. Publishers keep three: for sharing (`og:title`), for machines (JSON-LD `headline`) and on the page (`h1`).
 * The first is the best guess once the site's own name is off it; where the second differs and the page's own heading is
 * not to be trusted for a decision, the second wins when it is the fuller of the two (a kicker before the colon).
 */

/** What of the page the title is chosen from. */
export interface TitleSources {
  metas: ReadonlyMap<string, string>;
  /** JSON-LD `headline`. */
  headline: string | undefined;
  /** Names of the site: `og:site_name`, the publisher, the host. */
  sites: readonly string[];
}

/** Gives a title on one line, or an empty string. */
export function chooseTitle(document: Document, { metas, headline, sites }: TitleSources): string {
  const tidy = (title: string | null | undefined): string => withoutSite(oneLine(title ?? ''), sites);
  const shared = tidy(metas.get('og:title'));
  const structured = tidy(headline);
  const heading = onlyHeading(document);
  if (shared && structured && shared !== structured && heading === shared) return structured;
  return shared || structured || heading || tidy(document.querySelector('title')?.textContent);
}

/** The text of the page's `h1`, when there is exactly one that says something. */
function onlyHeading(document: Document): string {
  const headings = [...document.querySelectorAll('h1')].map((heading) => oneLine(heading.textContent ?? '')).filter(Boolean);
  return headings.length === 1 ? headings[0]! : '';
}

const shortestTitle = 10;
const longestTitle = 500;
const separator = / [|–—-] /g;

/** `Titel | Site`, `Titel – site.de – 30.01.2024`: cuts last parts that name the site or a date, or are short behind a bar. */
function withoutSite(title: string, sites: readonly string[]): string {
  const cuts = [...title.matchAll(separator)].map((found) => found.index).filter((index) => index >= shortestTitle).slice(-3);
  let end = title.length;
  for (const cut of cuts.toReversed()) {
    const last = title.slice(cut + 3, end).trim().toLowerCase();
    const isBar = title[cut + 1] === '|';
    const isDate = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$/.test(last);
    const isHost = /^[\w.-]{2,30}\.(?:de|at|ch|com|net|org|tv|info)$/.test(last);
    const isSite = sites.some((site) => site.length > 1 && (last === site.toLowerCase() || (site.length > 3 && last.includes(site.toLowerCase()))));
    if (!isDate && !isHost && !isSite && !(isBar && last.length <= 30)) break;
    end = cut;
  }
  return title.slice(0, end).trim();
}

/** Entities that double escaping leaves behind in metas and JSON-LD. */
const entities: Readonly<Record<string, string>> = {
  amp: '&', apos: "'", auml: 'ä', Auml: 'Ä', bdquo: '„', hellip: '…', ldquo: '“', lsquo: '‘', mdash: '—', nbsp: ' ', ndash: '–', ouml: 'ö', Ouml: 'Ö',
  quot: '"', raquo: '»', laquo: '«', rdquo: '”', rsquo: '’', sbquo: '‚', szlig: 'ß', uuml: 'ü', Uuml: 'Ü', eacute: 'é', shy: '',
};

function oneLine(text: string): string {
  const decoded = text.slice(0, 4 * longestTitle).replace(/&(?:#(\d{1,6})|([A-Za-z]{2,8}));/g, (whole, code: string | undefined, name: string | undefined) =>
    code ? String.fromCodePoint(Math.min(Number(code), 0x10_ff_ff)) : (entities[name ?? ''] ?? whole),
  );
  return decoded.replace(/[\u00AD\u200B\uFEFF]/g, '').replace(/\s+/g, ' ').trim().slice(0, longestTitle);
}
