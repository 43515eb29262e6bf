/**
 * Analyses of this browser session, in the browser's session memory only: what a person reads is never written down. Named by the hash of
 * what went in, so that the same text is not analysed twice; bounded in number and size, the oldest go first.
 */
import { browser } from 'wxt/browser';
import type { AnnotationDocument } from '../model.ts';

/** The browsers give session memory 10 MB; half of it is ours to fill. Sizes in UTF-16 code units of JSON. */
const maxAnalyses = 24;
const maxTotal = 2_500_000;
const maxOne = 1_000_000;

const indexKey = 'analyses';
const keyOf = (hash: string) => `analysis:${hash}`;

interface Kept {
  hash: string;
  size: number;
}

/** Changes of the index wait for each other: two pages may be analysed at once. */
let last: Promise<unknown> = Promise.resolve();

/** Takes the hash of an input; gives its analysis if it is still remembered. Never throws: no memory is only slower. */
export async function recallAnalysis(hash: string): Promise<AnnotationDocument | undefined> {
  try {
    const found = await browser.storage.session.get(keyOf(hash));
    return found[keyOf(hash)] as AnnotationDocument | undefined;
  } catch {
    return undefined;
  }
}

/** Remembers an analysis until the browser closes, pushing out the oldest; one that is too large is not remembered. */
export function rememberAnalysis(hash: string, document: AnnotationDocument): Promise<void> {
  const next = last.then(() => remember(hash, document)).catch(() => forgetAnalyses());
  last = next;
  return next;
}

async function remember(hash: string, document: AnnotationDocument): Promise<void> {
  const size = JSON.stringify(document).length;
  if (size > maxOne) return;
  const index = [...(await readIndex()).filter((kept) => kept.hash !== hash), { hash, size }];
  const dropped: string[] = [];
  let total = index.reduce((sum, kept) => sum + kept.size, 0);
  while (index.length > maxAnalyses || total > maxTotal) {
    const oldest = index.shift();
    if (!oldest) break;
    total -= oldest.size;
    dropped.push(keyOf(oldest.hash));
  }
  await browser.storage.session.remove(dropped);
  await browser.storage.session.set({ [keyOf(hash)]: document, [indexKey]: index });
}

async function readIndex(): Promise<Kept[]> {
  const found = await browser.storage.session.get(indexKey);
  return Array.isArray(found[indexKey]) ? (found[indexKey] as Kept[]) : [];
}

/** Forgets all analyses of this session. */
export async function forgetAnalyses(): Promise<void> {
  try {
    const index = await readIndex();
    await browser.storage.session.remove([indexKey, ...index.map(({ hash }) => keyOf(hash))]);
  } catch {
    // Session memory is refused: then there is nothing in it either.
  }
}
