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

/** Analyses on their way into session memory: nobody waits for them, and who asks meanwhile has them from here. */
const underWay = new Map<string, AnnotationDocument>();

/** Takes the hash of an input; gives its analysis if it is still remembered. Never throws: no memory is only slower. */
export async function recallAnalysis(hash: string): Promise<AnnotationDocument | undefined> {
  try {
    const found = await browser.storage.session.get(keyOf(hash));
    // Only now: it may have been analysed while we asked.
    return underWay.get(hash) ?? (found[keyOf(hash)] as AnnotationDocument | undefined);
  } catch {
    return undefined;
  }
}

/** Remembers an analysis until the browser closes, pushing out the oldest; one that is too large is not remembered. Recalled from the call on; resolves when it is kept. Never throws. */
export function rememberAnalysis(hash: string, document: AnnotationDocument): Promise<void> {
  underWay.set(hash, document);
  const next = last
    .then(() => remember(hash, document))
    .catch(() => forgetAnalyses())
    .finally(() => underWay.delete(hash));
  last = next;
  return next;
}

async function remember(hash: string, document: AnnotationDocument): Promise<void> {
  const known = await readIndex();
  const size = JSON.stringify(document).length;
  if (size > maxOne) return;
  const index = [...known.filter((kept) => kept.hash !== hash), { hash, size }];
  const dropped: string[] = [];
  let total = index.reduce((sum, kept) => sum + kept.size, 0);
  while (index.length > maxAnalyses || total > maxTotal) {
    const oldest = index.shift();
    if (!oldest) break;
    total -= oldest.size;
    dropped.push(keyOf(oldest.hash));
  }
  // The analysis and its place in the index at once: a background that dies here leaves none that nobody would clear away.
  await Promise.all([browser.storage.session.remove(dropped), browser.storage.session.set({ [keyOf(hash)]: document, [indexKey]: index })]);
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
