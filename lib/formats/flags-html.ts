/**
 * Flags as one HTML page that needs nothing else: no script, no picture, nothing loaded, and a content security policy that says so. Every word from outside is
 * escaped; addresses become links only if they are of the web. Not read back.
 */
import type { Flag } from '../model.ts';
import type { FlagWords } from './flag-words.ts';
import { byArticle } from './flags-markdown.ts';
import { textFragmentLink } from './text-fragment.ts';

/** The page's whole style; the policy names its hash, and a test holds the two together. */
export const htmlStyle = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1f1d1a;background:#fffdf8}blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid #b8860b}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dt{color:#6b655c}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}article{margin:1.5rem 0}h2{margin-top:2.5rem}@media(prefers-color-scheme:dark){body{color:#eee8dc;background:#1c1a17}a{color:#9cc4ff}dt{color:#a39b8d}}';
export const htmlStyleHash = 'sha256-1hR/UeaDd2jk+OwMsFxZ90X5wxkgOJhjDwj0Id+b6Y4=';

/** Gives the page; flags in the bin are left out. */
export function flagsToHtml(flags: readonly Flag[], words: FlagWords): string {
  const sections = [...byArticle(flags)].map(([address, group]) => {
    const { title, site } = group[0]!.page;
    return `<section>\n<h2>${link(address, title || site || address)}</h2>\n${group.map((flag) => entry(flag, words)).join('\n')}\n</section>`;
  });
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(words.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(words.title)}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeHtml(words.title)}</h1>`,
    ...sections,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function entry(flag: Flag, words: FlagWords): string {
  const { quote, note, tags, link: evidence, says = {}, page } = flag;
  const stance = flag.confirmedBy ? `${words.stance(flag.stance)} (${flag.confirmedBy})` : words.stance(flag.stance);
  const rows: [string, string][] = [
    [words.label('stance'), escapeHtml(stance)],
    ...(note ? [[words.label('note'), escapeHtml(note)] as [string, string]] : []),
    ...(tags.length > 0 ? [[words.label('tags'), escapeHtml(tags.join(', '))] as [string, string]] : []),
    ...(evidence ? [[words.label('evidence'), link(evidence, evidence)] as [string, string]] : []),
    ...(['subject', 'quantity', 'time', 'source'] as const).flatMap((name) => (says[name] ? [[words.label(name), escapeHtml(says[name])] as [string, string]] : [])),
    [words.label('flagged'), `<time datetime="${new Date(flag.created).toISOString()}">${escapeHtml(words.date(flag.created))}</time>`],
  ];
  return [
    `<article id="${escapeHtml(flag.id)}">`,
    `<blockquote cite="${escapeHtml(webOnly(page.url) ?? '')}">${link(textFragmentLink(page.url, quote), quote.exact)}</blockquote>`,
    `<dl>${rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${value}</dd>`).join('')}</dl>`,
    '</article>',
  ].join('\n');
}

function link(address: string, words: string): string {
  const target = webOnly(address);
  return target ? `<a href="${escapeHtml(target)}" rel="noopener noreferrer">${escapeHtml(words)}</a>` : escapeHtml(words);
}

/** An address of the web, or undefined: `javascript:` and the like become text. */
function webOnly(address: string): string | undefined {
  return /^https?:\/\//i.test(address) ? address : undefined;
}

/** Takes any text; gives it as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'`=]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\0', '\uFFFD');
}
