/** Small documents for tests, and random ones of any shape. */
import fc from 'fast-check';
import { Window } from 'happy-dom';
import { parseHtml } from '../../lib/page/parse-html.ts';

export const sentence = 'Der Hersteller hat am Dienstag in Kiel ein neues Gerät vorgestellt, das im März in den Handel kommen soll.';

/** A page with this body. */
export function page(body: string, head = ''): Document {
  return parseHtml(`<!doctype html><html lang="de"><head>${head}</head><body>${body}</body></html>`);
}

/** The same in a DOM that knows document order across depths, as browsers do (linkedom compares depths). */
export function livePage(body: string): Document {
  const { document } = new Window({ url: 'https://zeitung.example/a/b' });
  document.body.innerHTML = body;
  return document as unknown as Document;
}

const word = fc.oneof(
  fc.constantFrom('Wort', 'Ära', ' ', '\n', '\t  ', '\u00A0', '\u00AD', '\u200B', '👩‍💻', 'e\u0301', 'שלום', 'مرحبا', '. ', '!', '„Zitat“', '&amp;', '&lt;'),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[<&\0\r]/g, '')),
);
const tags = ['p', 'div', 'span', 'b', 'a', 'h2', 'li', 'ul', 'section', 'aside', 'br', 'x-y', 'pre', 'blockquote', 'td', 'script', 'em'];

/** HTML of random tags and text, well or badly nested. */
export const anyHtml: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 2, arbitrary: fc.constantFrom(...tags).map((tag) => `<${tag}>`) }, { weight: 1, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag}>`) }), {
    maxLength: 80,
  })
  .map((parts) => `<article><h1>Titel</h1><p>${sentence}</p><p>${sentence} ${parts.join('')}</p><div>${parts.join('')} Ein Satz, der lang genug ist und endet.</div><p>${sentence}</p></article>`);
