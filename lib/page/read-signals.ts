/** What a page says about itself: `html lang`, meta tags, JSON-LD and the words it marks its genre with. Reads only, never throws. */
import type { PageSignals } from '../model.ts';
import { readGenreMarkers } from './genre-markers.ts';
import { chooseTitle } from './choose-title.ts';
import { readStructuredData, stringsOf, typesOf } from './structured-data.ts';
import type { JsonObject } from './structured-data.ts';

/** JSON-LD types that are an article (schema.org's own list, as `ArticleType` or ending so). */
export const articleType = /^(?:.*Article|.*BlogPosting|Report|Review|CriticReview|.*NewsPosting)$/;

/** JSON-LD types of pages that list others. */
export const listType = /^(?:CollectionPage|SearchResultsPage|ItemList)$/;

const mostSections = 12;
const mostTypes = 60;

/** Takes a document and its address; gives all that is known of it without reading its text. */
export function readSignals(document: Document, url?: string): PageSignals {
  const objects = readStructuredData(document);
  const article = objects.find((object) => typesOf(object).some((type) => articleType.test(type)));
  const metas = readMetas(document);
  const ogType = metas.get('og:type');
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? undefined;
  const lang = document.documentElement?.getAttribute('lang') ?? document.querySelector('html[lang]')?.getAttribute('lang') ?? metas.get('content-language');
  return withoutGaps({
    url,
    canonical: canonical?.trim() || undefined,
    lang: lang?.trim() || undefined,
    ogType,
    structuredTypes: some([...new Set(objects.flatMap(typesOf))].slice(0, mostTypes)),
    sections: some(sections(article, metas, url)),
    title: chooseTitle(document, { metas, headline: headlineOf(article), sites: siteNames(article, metas, url) }) || undefined,
    author: stringsOf(article?.['author'])[0] ?? metas.get('author') ?? metas.get('article:author'),
    publisher: stringsOf(article?.['publisher'])[0] ?? metas.get('og:site_name'),
    published: firstString(article?.['datePublished']) ?? metas.get('article:published_time') ?? metas.get('date'),
    genreMarkers: some(readGenreMarkers(document, article ? typesOf(article) : [], namedSections(article, metas))),
  });
}

/** The same without keys that have no value: signals travel as JSON and are compared in tests. */
function withoutGaps(signals: { [Key in keyof PageSignals]: PageSignals[Key] | undefined }): PageSignals {
  return Object.fromEntries(Object.entries(signals).filter(([, value]) => value !== undefined));
}

/** Meta tags by lower-case name or property; the first of each counts. */
function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv'))?.toLowerCase();
    const content = meta.getAttribute('content')?.trim();
    if (name && content && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

function headlineOf(article: JsonObject | undefined): string | undefined {
  return firstString(article?.['headline']) ?? firstString(article?.['name']);
}

/** What the site may call itself at a title's end. */
function siteNames(article: JsonObject | undefined, metas: ReadonlyMap<string, string>, url: string | undefined): string[] {
  const host = URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? '';
  return [metas.get('og:site_name') ?? '', ...stringsOf(article?.['publisher']), host, host.split('.').at(-2) ?? ''];
}

function firstString(value: unknown): string | undefined {
  return stringsOf(value)[0];
}

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function sections(article: JsonObject | undefined, metas: ReadonlyMap<string, string>, url: string | undefined): string[] {
  return [...new Set([...namedSections(article, metas), ...pathSections(url)])].slice(0, mostSections);
}

/** The sections that the page names itself. */
function namedSections(article: JsonObject | undefined, metas: ReadonlyMap<string, string>): string[] {
  return [...stringsOf(article?.['articleSection']), metas.get('article:section') ?? '', metas.get('section') ?? ''].map((name) => name.trim()).filter(Boolean);
}

/** The first folders of the path, which are sections on most sites; the last part is the article's own name. */
function pathSections(url: string | undefined): string[] {
  const parts = URL.parse(url ?? '')?.pathname.split('/').filter(Boolean).slice(0, -1) ?? [];
  return parts.slice(0, 2).filter((part) => /^[a-z][a-z-]{1,30}$/i.test(part));
}
