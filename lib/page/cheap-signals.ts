/**
 * What can be known of a page without reading it, in very little code: the detector carries this file to every page of the curated
 * sites. It asks only for a handful of elements, forces no layout, and parses no JSON (`read-signals.ts` does that, where it pays).
 */
import type { PageSignals } from '../model.ts';

const longestSample = 3_000;
/** Code units of prose below which a page is looked into more deeply. */
export const littleProse = 600;
const mostScript = 200_000;

/** Takes the document and its address; gives its signals as far as they come cheap. */
export function cheapSignals(document: Document, url: string): PageSignals {
  const meta = (name: string): string | undefined => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? undefined;
  const structured = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => (script.textContent ?? '').slice(0, mostScript)).join('\n');
  const signals: PageSignals = { url, structuredTypes: valuesOf(structured, '@type'), sections: [meta('article:section') ?? [], valuesOf(structured, 'articleSection')].flat() };
  const lang = document.documentElement.getAttribute('lang');
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  const ogType = meta('og:type');
  const title = meta('og:title') ?? document.title;
  return { ...signals, ...(lang && { lang }), ...(canonical && { canonical }), ...(ogType && { ogType }), ...(title && { title }) };
}

/** String values of a key in JSON text, lists included, without parsing it: broken JSON-LD still says what it is. */
function valuesOf(json: string, key: string): string[] {
  const found = json.matchAll(new RegExp(`"${key}"\\s{0,9}:\\s{0,9}\\[?\\s{0,9}"([^"]{1,80})"`, 'g'));
  return [...new Set(Array.from(found, (match) => match[1]!))].slice(0, 40);
}

/**
 * The begin of the page's paragraphs, up to some 3,000 code units; what navigation and captions say stays out. A page with next to no
 * prose of its own may keep it in open shadow roots or in frames of its own origin: they are looked through then, one level deep.
 */
export function sampleText(document: Document): string {
  const own = sampleOf(document);
  if (own.length > littleProse) return own;
  return [own, ...rootsIn(document).map(sampleOf)].join('').slice(0, longestSample * 2);
}

/** White space but single spaces: to put them in again would make the whole text anew. */
const untidy = /[^\S ]\s*| \s+/g;

function sampleOf(root: ParentNode): string {
  let sample = '';
  for (const paragraph of root.querySelectorAll('p')) {
    if (sample.length > longestSample) break;
    const text = (paragraph.textContent ?? '').replace(untidy, ' ').trim();
    if (text.length > 60 && !paragraph.closest('nav,footer,aside,figure,dialog')) sample += `${text.slice(0, longestSample)}\n`;
  }
  return sample;
}

/** Open shadow roots, and documents of frames that the browser lets the page itself look into. */
function rootsIn(document: Document): ParentNode[] {
  return [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? frameDocument(element) ?? []);
}

/** The document in a frame of the page's own origin; undefined for any other element. */
export function frameDocument(element: Element): Document | undefined {
  return (element.localName === 'iframe' && (element as HTMLIFrameElement).contentDocument) || undefined;
}
