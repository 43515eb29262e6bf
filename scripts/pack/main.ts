/** The command `pack`, for authors of datasets: propose, check, build, compare. `scripts/pack.ts` starts it. */
import { existsSync, writeFileSync } from 'node:fs';
import { bundledPacks } from 'virtual:randnotiz/packs';
import type { Article, Pack } from '../../lib/model.ts';
import { diffPacks, isEmptyDiff } from '../../lib/packs/diff-pack.ts';
import { sealPack, writePackFile } from '../../lib/packs/pack-file.ts';
import { parseHtml } from '../../lib/page/parse-html.ts';
import { readPage } from '../../lib/page/read-page.ts';
import { proposePack } from '../../lib/proposal/propose-pack.ts';
import { contentHash } from '../../lib/store/content-hash.ts';
import { Fault } from '../command/fault.ts';
import { readArticleFile } from '../command/read-file.ts';
import { runCommand } from '../command/run-command.ts';
import { type PackOrder, readOrder, usage } from './options.ts';
import { printDiff } from './print-diff.ts';
import { listFaults, readFolder, readPack } from './read-pack.ts';
import { writeFolder } from './write-folder.ts';

/** Runs the command; gives its exit status. What was asked for goes to standard output, what is wrong to standard error. */
export function main(words: readonly string[]): Promise<number> {
  return runCommand('pack', usage, () => readOrder(words), run);
}

async function run(order: PackOrder): Promise<number> {
  switch (order.do) {
    case 'new':
      return propose(order.article, order.out, order.bare);
    case 'check':
      return check(order.folder);
    case 'build':
      return build(order.folder, order.out, order.texts);
    case 'diff':
      return diff(order.before, order.after);
  }
}

function propose(file: string, out: string, bare: boolean): number {
  const { text, html } = readArticleFile(file);
  const article: Article = html ? readPage(parseHtml(text)).article : { text, signals: {} };
  const proposal = proposePack(article, bare ? [] : bundledPacks);
  writeFolder(out, proposal);
  const { entities, claims, findings } = proposal;
  process.stdout.write(`${out}: ${entities.length} entities, ${claims.length} claims, ${findings.length} findings proposed.\nEdit them (docs/packs.md), then: npm run pack -- check ${out}\n`);
  return 0;
}

function check(folder: string): number {
  const read = readFolder(folder);
  if (!read.ok) throw new Fault('bad-pack', listFaults(read.faults));
  const { entities, claims, findings } = read.pack;
  process.stdout.write(`${folder}: in order. ${entities.length} entities, ${claims.length} claims, ${findings.length} findings.\n${openEnds(read.pack)}`);
  return 0;
}

/** What the proposal left open: no fault, but not fit to be published. */
function openEnds({ licence, sources, entities }: Pack): string {
  const open = [
    ...(licence.startsWith('Noch ') ? ['article.yml: pack.licence'] : []),
    ...sources.flatMap((source) => (['licence', 'publisherKind'] as const).filter((field) => source[field].startsWith('Noch ')).map((field) => `article.yml: source.${field}`)),
    ...entities.filter(({ description }) => description.endsWith('im Artikel genannt.')).map(({ id }) => `entities.yml: entities[${id}].description`),
  ];
  return open.length === 0 ? '' : `Still to be written (${open.length}):\n${open.slice(0, 40).join('\n')}\n`;
}

async function build(folder: string, out: string | undefined, texts: boolean): Promise<number> {
  const read = readFolder(folder);
  if (!read.ok) throw new Fault('bad-pack', listFaults(read.faults));
  const pack: Pack = texts ? { ...read.pack, sources: read.pack.sources.map((source) => ({ ...source, text: read.text })) } : read.pack;
  const file = out ?? `${pack.id}-${pack.version}.pack.json`;
  const sealed = await sealPack(pack, contentHash);
  const known = existsSync(file);
  writeFileSync(file, writePackFile(sealed));
  process.stdout.write(`${file}: ${known ? 'written anew' : 'written'}, checksum ${sealed.checksum}\n`);
  return 0;
}

async function diff(before: string, after: string): Promise<number> {
  const changes = diffPacks(await readPack(before), await readPack(after));
  process.stdout.write(printDiff(changes));
  return isEmptyDiff(changes) ? 0 : 1;
}
