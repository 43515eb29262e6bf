/** The extraction task done by Readability and Defuddle, in the same run and scored by the same scorer. */
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { extractInputs, scratchFile } from './benchmarks.ts';

function documentOf(html: string): Document {
  const { document } = parseHTML(html);
  // Readability throws on linkedom's templates.
  for (const template of document.querySelectorAll('template')) template.remove();
  return document;
}

function byReadability(html: string): string {
  try {
    return new Readability(documentOf(html)).parse()?.textContent ?? '';
  } catch {
    return '';
  }
}

async function byDefuddle(html: string, url: string): Promise<string> {
  try {
    const { content } = await Defuddle(documentOf(html), url);
    return parseHTML(`<!doctype html><html><body>${content}</body></html>`).document.body.textContent ?? '';
  } catch {
    return '';
  }
}

/** Runs one peer over all pages; gives a file in the command's output form. */
export async function annotateByPeer(peer: 'readability' | 'defuddle'): Promise<string> {
  const lines: string[] = [];
  for (const { id, url, html } of extractInputs()) {
    const text = peer === 'readability' ? byReadability(html) : await byDefuddle(html, url);
    lines.push(JSON.stringify({ id, text, page: { title: '', article: text.length > 0 } }));
  }
  return scratchFile(`extract-${peer}.jsonl`, `${lines.join('\n')}\n`);
}
