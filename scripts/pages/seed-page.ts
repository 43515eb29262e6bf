/** The seed article as a news page: the same for the demo, the tests and the bench. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const seeds = resolve(import.meta.dirname, '../../seeds');

/** Which lines of the article are section headings, counted from 0; the first line is the title. */
const headings = new Set([11, 29, 46]);

/** The text of the article that ships with the project. */
export function seedText(): string {
  const folder = readdirSync(seeds, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name;
  if (folder === undefined) throw new Error('seeds/: no article folder; the checkout is not whole.');
  return readFileSync(join(seeds, folder, 'article.txt'), 'utf8');
}

/** Text as HTML text. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export interface NewsPage {
  title: string;
  /** HTML of the article's blocks. */
  body: string;
  /** More HTML for the head. */
  head?: string;
  lang?: string;
  /** `og:type`; `article` unless told. */
  type?: string;
}

/** A plain news page with the structured data that publishers give. */
export function newsPage({ title, body, head = '', lang = 'de', type = 'article' }: NewsPage): string {
  const structured = { '@context': 'https://schema.org', '@type': type === 'article' ? 'NewsArticle' : 'WebPage', headline: title, articleSection: 'Netzwelt' };
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta property="og:type" content="${type}">
<meta property="og:title" content="${escapeHtml(title)}">
<script type="application/ld+json">${JSON.stringify(structured).replaceAll('<', String.raw`\u003c`)}</script>
<style>
  :root { color-scheme: light dark; }
  body { margin: 0 auto; max-width: 44rem; padding: 1rem 1.25rem 6rem; font: 1.125rem/1.65 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; }
  @media (prefers-color-scheme: dark) { body { color: #dcdcdc; background: #16181c; } }
  header, footer { font: 0.9rem/1.5 system-ui, sans-serif; color: #6a6a6a; padding: 0.75rem 0; }
  h1, h2 { font-family: system-ui, sans-serif; line-height: 1.2; }
  h1 { font-size: 2rem; } h2 { font-size: 1.35rem; margin-top: 2.2rem; }
</style>
${head}
</head>
<body>
<header><nav><a href="/">Startseite</a> · <a href="/netzwelt/">Netzwelt</a></nav></header>
<main><article>
<h1>${escapeHtml(title)}</h1>
${body}
</article></main>
<footer><p>Beispielseite auf diesem Rechner. Der Artikel ist maschinell übersetzt und eine Quelle, nicht die Wahrheit.</p></footer>
</body>
</html>
`;
}

/** The seed article as the body of a page, every line a block. */
export function seedBody(text = seedText()): string {
  return text
    .split('\n')
    .slice(1)
    .map((line, index) => (line.trim() === '' ? '' : headings.has(index + 1) ? `<h2>${escapeHtml(line)}</h2>` : `<p>${escapeHtml(line)}</p>`))
    .join('\n');
}

/** The whole page of the seed article. */
export function seedPage(): string {
  const text = seedText();
  return newsPage({ title: text.split('\n')[0]!, body: seedBody(text) });
}
