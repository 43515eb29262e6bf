/** One input to one document: the same function for a single file, a line of a stream and a worker of the pool. */
import { readFileSync, statSync } from 'node:fs';
import { bundledPacks, bundledTables, predicateIds } from 'virtual:randnotiz/packs';
import { annotate } from '../../lib/annotate.ts';
import { createDataset, type Dataset } from '../../lib/dataset/dataset.ts';
import type { AnnotationDocument, Article } from '../../lib/model.ts';
import { longestFile } from '../../lib/packs/limits.ts';
import { openPackFile, type PackFile } from '../../lib/packs/pack-file.ts';
import { parseHtml } from '../../lib/page/parse-html.ts';
import { readPage } from '../../lib/page/read-page.ts';
import { contentHash } from '../../lib/store/content-hash.ts';
import { explainNotes } from './explain.ts';
import { Fault, oneLine } from './fault.ts';
import type { Work } from './work.ts';

export interface Input {
  id?: string;
  text?: string;
  html?: string;
  url?: string;
}

/** Loads the bundled packs and those named, which may be newer versions of bundled ones; throws a `Fault` with the place of a bad pack's first fault. */
export async function loadDataset(files: readonly string[]): Promise<Dataset> {
  const loaded = await Promise.all(files.map((file) => loadPack(file, `--pack ${file}`)));
  const bundled = bundledPacks.filter(({ id }) => !loaded.some((pack) => pack.id === id));
  return createDataset([...bundled, ...loaded], new Map([...bundledTables].filter(([id]) => bundled.some((pack) => pack.id === id))));
}

/** Reads and checks a pack's file; `named` is how a fault calls it. */
export async function loadPack(file: string, named: string): Promise<PackFile> {
  let json: string;
  try {
    const { size } = statSync(file);
    // Four bytes a code unit at most: what is larger cannot be within the limit, and is not read at all.
    if (size > longestFile * 4) throw new Error(`${Math.round(size / 1024 / 1024)} MiB; a pack has at most ${longestFile / 1024 / 1024} MiB`);
    json = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new Fault('bad-pack', `${named}: ${oneLine(error)}; give a pack as a JSON file.`);
  }
  const opened = await openPackFile(json, { bundledPacks, predicateIds }, contentHash);
  if (opened.ok) return opened.value;
  const first = opened.faults[0]!;
  throw new Fault('bad-pack', `${named}: at ${first.path || 'the top'}: ${first.reason} (found ${first.value || 'nothing'}).`);
}

/** Annotates one input; HTML takes the way of a live page. */
export function annotateInput(input: Input, dataset: Dataset, work: Work): AnnotationDocument {
  const document = annotate(articleOf(input), dataset, { force: work.force, all: work.all, ...(work.flags ? { flags: work.flags } : {}) });
  return work.explain ? explainNotes(document, dataset, work.flags) : document;
}

function articleOf({ id, text, html, url }: Input): Article {
  const known = id === undefined ? {} : { id };
  if (html === undefined) return { ...known, text: text ?? '', signals: url === undefined ? {} : { url } };
  const { article } = readPage(parseHtml(html), url);
  return { ...article, ...known, signals: { ...article.signals, ...(url === undefined ? {} : { url }) } };
}
