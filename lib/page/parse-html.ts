/**
 * Bytes or a string of HTML → a document, for the command only: the extension reads documents that the browser made, and linkedom
 * must not come into its bundle.
 */
import { parseHTML } from 'linkedom';

/** Takes HTML as text, or as bytes in the encoding they declare (byte order mark, `charset`, else UTF-8; wrong bytes become U+FFFD). */
export function parseHtml(source: string | Uint8Array): Document {
  const html = typeof source === 'string' ? source : decode(source);
  // linkedom takes the first element for the root, whatever it is; a browser would put one above a fragment.
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  openDeclaredShadows(document);
  return document;
}

function decode(bytes: Uint8Array): string {
  const declared = /charset\s?=\s?["']?([\w-]{2,20})/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1];
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  return decoder(marked ?? declared ?? 'utf-8').decode(bytes);
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** A browser's parser turns `<template shadowrootmode>` into a shadow root; linkedom leaves that to us. */
function openDeclaredShadows(document: Document): void {
  for (const template of document.querySelectorAll('template[shadowrootmode="open"]')) {
    const host = template.parentElement;
    if (!host || host.shadowRoot) continue;
    const root = host.attachShadow({ mode: 'open' });
    const from = (template as HTMLTemplateElement).content as Node | undefined;
    const source = from?.firstChild ? from : template;
    while (source.firstChild) root.appendChild(source.firstChild);
    template.remove();
  }
}
