/** One input to one document: the same function for a single file, a line of a stream and a worker of the pool. */
import { readFileSync, statSync } from 'node:fs';
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { annotate } from '../../lib/annotate.ts';
import { createDataset, type Dataset } from '../../lib/dataset/dataset.ts';
import { parsePack } from '../../lib/dataset/parse-pack.ts';
import type { AnnotationDocument, Article, Pack } from '../../lib/model.ts';
import { parseHtml } from '../../lib/page/parse-html.ts';
import { readPage } from '../../lib/page/read-page.ts';
import { explainNotes } from './explain.ts';
import { Fault, oneLine } from './fault.ts';

export interface Work {
  packs: readonly string[];
  force: boolean;
  all: boolean;
  explain: boolean;
}

export interface Input {
  id?: string;
  text?: string;
  html?: string;
  url?: string;
}

const largestPack = 64 * 1024 * 1024;

/** Loads the bundled packs and those named; throws a `Fault` with the place of a bad pack's first fault. */
export function loadDataset(files: readonly string[]): Dataset {
  return createDataset([...bundledPacks, ...files.map(loadPack)]);
}

function loadPack(file: string): Pack {
  let value: unknown;
  try {
    if (statSync(file).size > largestPack) throw new Error(`larger than ${largestPack / 1024 / 1024} MiB`);
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Fault('bad-pack', `--pack ${file}: ${oneLine(error)}; give a pack as a JSON file.`);
  }
  const parsed = parsePack(value, { bundledPacks, predicateIds });
  if (parsed.ok) return parsed.value;
  const first = parsed.faults[0]!;
  throw new Fault('bad-pack', `--pack ${file}: at ${first.path || 'the top'}: ${first.reason} (found ${first.value}).`);
}

/** Annotates one input; HTML takes the way of a live page. */
export function annotateInput(input: Input, dataset: Dataset, work: Work): AnnotationDocument {
  const document = annotate(articleOf(input), dataset, { force: work.force, all: work.all });
  return work.explain ? explainNotes(document, dataset) : document;
}

function articleOf({ id, text, html, url }: Input): Article {
  const known = id === undefined ? {} : { id };
  if (html === undefined) return { ...known, text: text ?? '', signals: url === undefined ? {} : { url } };
  const { article } = readPage(parseHtml(html), url);
  return { ...article, ...known, signals: { ...article.signals, ...(url === undefined ? {} : { url }) } };
}
