import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../lib/page/parse-html.ts';
import { readPage } from '../../lib/page/read-page.ts';
import { sentence } from './small-pages.ts';

const textOf = (source: string | Uint8Array): string => readPage(parseHtml(source)).article.text;
const article = `<article><p>Größe: ${sentence}</p><p>${sentence}</p><p>${sentence}</p></article>`;
const wanted = [`Größe: ${sentence}`, sentence, sentence].join('\n\n');

describe('HTML is parsed', () => {
  it('from text without an address', () => {
    expect(textOf(article)).toBe(wanted);
  });

  it('from bytes in the encoding they declare, else UTF-8', () => {
    const latin = Uint8Array.from(`<meta charset="iso-8859-1">${article}`, (letter) => letter.charCodeAt(0));
    expect(textOf(latin)).toBe(wanted);
    expect(textOf(new TextEncoder().encode(article))).toBe(wanted);
    expect(textOf(new TextEncoder().encode(`<meta charset="no-such-encoding">${article}`))).toBe(wanted);
  });

  it('from UTF-16 by its byte order mark', () => {
    const units = Uint16Array.from(`\uFEFF<html>${article}</html>`, (letter) => letter.charCodeAt(0));
    expect(textOf(new Uint8Array(units.buffer))).toBe(wanted);
  });

  it('with html elements in html elements, and a head that is never closed', () => {
    expect(textOf(`<html class="a"><html class="b"><head><title>T</title><html><body>${article}</body></html></html>`)).toBe(wanted);
    expect(textOf(`<html><head><title>T</title><div>${article}</div></html>`)).toBe(wanted);
  });

  it('whatever the bytes are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void textOf(bytes)));
  });
});
