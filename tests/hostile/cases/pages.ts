/** Hostile HTML against the reading of pages: structure that goes too deep or too wide, words of ours in the page's own data, scripts everywhere. */
import fc from 'fast-check';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { newsPage } from '../../../scripts/pages/seed-page.ts';
import { annotate } from '../../../lib/annotate.ts';
import { createDataset } from '../../../lib/dataset/dataset.ts';
import { detect } from '../../../lib/page/detect.ts';
import { parseHtml } from '../../../lib/page/parse-html.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import type { HostileCase } from '../hostile-case.ts';
import { isFull, lengthOf } from '../size.ts';
import { faultsOf } from './texts.ts';

const dataset = createDataset(bundledPacks);
const address = 'https://www.heise.de/news/bezos-kopiert-musk-10123456.html';
const sentence = 'Jeff Bezos gründete das Unternehmen Project Prometheus, das nach Angaben von Insidern 6,2 Milliarden US-Dollar eingesammelt hat.';
const prose = `<p>${sentence}</p>`.repeat(6);

/** Reads and annotates a page; gives what got in: a changed page, offsets that do not come back, words of ours that were believed. */
function survive(html: string, url = address): string[] {
  const document = parseHtml(html);
  // linkedom makes what is missing of these when they are first asked for.
  void [document.head, document.body, document.title];
  const before = isFull ? '' : document.documentElement?.outerHTML;
  detect(document, address);
  const { article, map } = readPage(document, url);
  const annotated = annotate({ ...article, signals: { ...article.signals, url: address } }, dataset, { force: true, all: true });
  const faults = faultsOf(annotated);
  if (!isFull && document.documentElement?.outerHTML !== before) faults.push('reading changed the page');
  for (const { begin, end, quote } of annotated.notes.slice(0, 500)) {
    const pieces = map.toRanges(begin, end);
    const drawn = pieces.map((piece) => piece.startContainer.data.slice(piece.startOffset, piece.endOffset)).join('');
    if (letters(drawn) !== letters(quote)) faults.push(`the map draws ${JSON.stringify(drawn.slice(0, 40))} for ${JSON.stringify(quote.slice(0, 40))}`);
    const first = pieces[0];
    if (first && map.offsetOf(first.startContainer, first.startOffset) !== begin) faults.push('an offset does not come back from the page');
  }
  if (/onerror=|<script/i.test(article.text) && !/&lt;|&#/.test(html)) faults.push('markup became text of the article');
  return faults.slice(0, 5);
}

/** Without what reading leaves out or makes one: spaces and the invisible. */
const letters = (text: string): string => text.normalize('NFC').replaceAll(/[\s\p{Cf}]/gu, '');

const page = (body: string, head = ''): string => newsPage({ title: 'Bezos kopiert Musk', body, head });
const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const many = lengthOf(20_000);

const structures: Readonly<Record<string, string>> = {
  'ten thousand nested boxes': page('<div>'.repeat(many / 2) + prose + '</div>'.repeat(many / 2)),
  'ten thousand nested inline elements': page(`<p>${'<b>'.repeat(many / 2)}${sentence}${'</b>'.repeat(many / 2)}</p>${prose}`),
  'a hundred thousand text nodes': page(`<p>${'<i>a</i> '.repeat(many * 5)}</p>${prose}`),
  'every letter in an element of its own': page(`<p>${Array.from(sentence.repeat(5), (letter) => `<span>${letter}</span>`).join('')}</p>${prose}`),
  'a hundred thousand empty elements': page('<p></p>'.repeat(many) + prose),
  'a list without end': page(`<ul>${`<li>${sentence}</li>`.repeat(many / 10)}</ul>${prose}`),
  'tables in tables': page('<table><tr><td>'.repeat(500) + prose + '</td></tr></table>'.repeat(500)),
  'a hundred thousand line breaks': page(`<p>${'a<br>'.repeat(many)}</p>${prose}`),
  'a hundred thousand comments': page(`<p>${'<!--x-->a'.repeat(many)}</p>${prose}`),
  'attributes without number': page(`<p ${Array.from({ length: many / 10 }, (_, at) => `data-a${at}="x"`).join(' ')}>${sentence}</p>${prose}`),
  'a class of a megabyte': page(`<div class="${'article '.repeat(many)}">${prose}</div>`),
  'an id of a megabyte': page(`<div id="${'a-'.repeat(many)}">${prose}</div>`),
  'a title of a megabyte': newsPage({ title: 'Bezos '.repeat(many), body: prose }),
  'a headline of a megabyte': page(`<h1>${'Musk '.repeat(many)}</h1>${prose}`),
  'a word of a megabyte': page(`<p>${'a'.repeat(many * 10)}</p>${prose}`),
  'links around everything': page(`<a href="javascript:letIn=1">${prose}</a>`),
  'nothing closed': `<!doctype html><html lang=de><title>x<body><article><p>${sentence}<p>${sentence}<b><i><div><span>${sentence}`,
  'html in html': page(`<html><head><title>x</title></head><body>${prose}</body></html>`.repeat(50)),
  'templates and slots': page(`<template shadowrootmode="open"><slot></slot><script>letIn=1</script></template>${prose}<template><p>${sentence}</p></template>`),
  'elements named like our own words': page(`<constructor><toString>${prose}</toString></constructor>`),
  'forms that shadow properties of the document': page(`<form name="body" id="documentElement"><input name="children"><input name="parentNode"><input name="textContent" value="x"><input name="nodeType"></form>${prose}`),
  'images named like methods of the document': page(`<img name="querySelectorAll"><img name="createTreeWalker"><img name="URL"><img id="defaultView">${prose}`),
  'frames of scripts': page(`<iframe srcdoc="<script>parent.letIn=1</script>"></iframe><object data="javascript:letIn=1"></object><embed src="javascript:letIn=1">${prose}`),
  'a base of another site': page(prose, '<base href="https://evil.example/"><link rel="canonical" href="https://bank.example/"><meta property="og:url" content="javascript:letIn=1">'),
  'refresh and redirects': page(prose, '<meta http-equiv="refresh" content="0;url=javascript:letIn=1">'),
  'invisible words': page(`<p hidden>${sentence}</p><p aria-hidden="true">${sentence}</p><p style="display:none">${sentence}</p>${prose}`),
  'right-to-left overrides': page(`<p>\u202e${sentence}\u202c</p>${prose}`),
  'NUL bytes': page(`<p>\0${sentence}\0</p>${prose}`),
  'half characters': page(`<p>\ud800${sentence}\udc00</p>${prose}`),
  'zero-width letters between all letters': page(`<p>${sentence.split('').join('\u200b')}</p>${prose}`),
  'soft hyphens between all letters': page(`<p>${sentence.split('').join('\u00ad')}</p>${prose}`),
  'an empty document': '', 'no document': '\0\0\0', 'only a doctype': '<!doctype html>', 'a frame set': '<html><frameset><frame src="javascript:letIn=1"></frameset></html>', 'an svg': `<svg><script>letIn=1</script><text>${sentence}</text></svg>`, 'mathml': `<math><mi>${sentence}</mi></math>`, 'plain text': sentence.repeat(10), 'xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`,
};

const structured: Readonly<Record<string, string>> = {
  'a prototype': '{"@type":"NewsArticle","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  'ten thousand levels': '['.repeat(10_000) + ']'.repeat(10_000),
  'ten thousand levels of objects': '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
  'a hundred thousand objects': `[${Array.from({ length: many }, () => '{"@type":"NewsArticle"}').join()}]`,
  'a type of a megabyte': `{"@type":"${'NewsArticle '.repeat(many / 5)}"}`,
  'half of it': '{"@type":"NewsArticle","headline":"x', 'trailing commas without end': `{"a":1${','.repeat(many)}}`, 'comments without end': `<!--${'<!--'.repeat(many / 10)}{}`, 'numbers too large': '{"@type":1e999,"headline":-1e999}', 'types that are no text': '{"@type":[null,{},[],1,true]}', 'a script inside': String.raw`{"@type":"NewsArticle","headline":"\u003c/script>\u003cscript>letIn=1\u003c/script>"}`,
  'our own words': '{"@type":"NewsArticle","articleSection":["annotate","$1","reason.claim.supports"],"author":{"name":"Randnotiz"},"publisher":{"name":"__proto__"}}',
  'a section that is a method': '{"@type":"NewsArticle","articleSection":"constructor","genre":"toString"}', 'addresses of scripts': '{"@type":"NewsArticle","url":"javascript:letIn=1","mainEntityOfPage":{"@id":"data:text/html,x"}}', 'keys of every kind': '{"":1,"\\u0000":2,"toString":3,"length":-1,"@type":"NewsArticle"}', 'the same key a thousand times': `{${Array.from({ length: 1000 }, () => '"@type":"NewsArticle"').join()}}`,
};

const fields = ['title', 'og:title', 'og:type', 'og:site_name', 'article:section', 'article:author', 'author', 'description', 'lang'] as const;
const payloads = ['"><script>letIn=1</script>', 'javascript:letIn=1', '__proto__', '$&$1', '(a+)+$', 'constructor.prototype.polluted=1'] as const;

const pieces = fc.oneof(
  fc.constantFrom('<p>', '</p>', '<div class="article">', '</div>', '<script>letIn=1</script>', '<style>*{}</style>', '<!--', '-->', '<b>', '</i>', '<br>', '<ul><li>', '<table><td>', '<article>', '</article>', '<template>', '<svg>', '<iframe>', '</iframe>', '<a href=javascript:letIn=1>', '<h1>', '</h2>', '&shy;', '&nbsp;', '&#0;', '&#xD800;', '<![CDATA[', ']]>', '<?x', '<noscript>', '<textarea>', '<select><option>'),
  fc.constantFrom(sentence, 'Elon Musk ', '„', '“', ' laut Insidern '),
  fc.string({ unit: 'binary', maxLength: 10 }),
);

export const pageCases: readonly HostileCase[] = [
  ...Object.entries(structures).map(([name, html]) => ({ id: `page of ${name}`, tries: `a page made of ${name}, to exhaust the reader or to slip words past its map`, run: () => survive(html) })),
  ...Object.entries(structured).map(([name, json]) => ({ id: `structured data of ${name}`, tries: `JSON-LD that holds ${name}`, run: () => survive(page(prose, jsonLd(json))) })),
  ...fields.flatMap((field) => payloads.map((payload) => ({ id: `${payload} as ${field}`, tries: `a page that names ${payload} as its ${field}`, run: () => survive(field === 'title' ? newsPage({ title: payload, body: prose }) : field === 'lang' ? newsPage({ title: 'x', body: prose, lang: payload.replaceAll('"', '') }) : page(prose, `<meta property="${field}" name="${field}" content="${payload.replaceAll('"', '&quot;')}">`)) }))),
  ...['javascript:letIn=1', 'data:text/html,<script>letIn=1</script>', 'about:blank', 'file:///etc/passwd', 'https://', 'https://user:pass@bank.example/', `https://a.example/${'a'.repeat(100_000)}`, 'https://xn--/', 'x', '\0'].map((url, at) => ({ id: `page at the address ${url.slice(0, 40)}`, tries: `an article whose address (${at}) is none of the web`, run: () => survive(page(prose), url) })),
  ...Array.from({ length: 40 }, (_, seed) => ({ id: `generated page ${seed}`, tries: `tags, scripts and broken Unicode in any order (seed ${seed})`, run: () => fc.sample(fc.array(pieces, { minLength: 5, maxLength: isFull ? 400 : 80 }), { seed, numRuns: isFull ? 20 : 3 }).flatMap((parts) => survive(`<!doctype html><html lang=de>${parts.join('')}`).filter((fault) => fault !== 'markup became text of the article')) })),
];
