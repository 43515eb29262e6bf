import { Fault } from './fault.ts';
import { parseWords } from './run-command.ts';

export type Format = 'json' | 'w3c' | 'markdown' | 'csv';

export interface Options {
  /** The article's file; absent with `--jsonl`, where standard input is read. */
  file?: string;
  url?: string;
  jsonl: boolean;
  jobs: number;
  resume?: string;
  format: Format;
  packs: readonly string[];
  /** The reader's flags, to be found again in the articles. */
  flags?: string;
  explain: boolean;
  force: boolean;
  all: boolean;
}

export const usage = `Usage: npm run --silent annotate -- FILE [options]      one article: .txt or .html, gzip or not
       … | npm run --silent annotate -- --jsonl [options]   one article a line: {"id", "text"} or {"id", "html", "url"}

  --url ADDRESS       the page's address, for an HTML file
  --format FORMAT     json (default), w3c, markdown or csv
  --pack FILE         one more dataset beside the bundled one; may be repeated
  --flags FILE        a notebook or another file of flags: they are looked for in the article
  --explain           every note with its sentence and the evidence behind it
  --force             annotate whatever the topic or length
  --all               also the rules that are off by default
  --jsonl             read articles as JSON Lines from standard input, write one document a line
  --jobs N            with --jsonl: work on N articles at once (default 1)
  --resume OUTPUT     with --jsonl: go on with an earlier run whose output is in the file OUTPUT
  --help              this text

Exit status: 0 done, 1 some input was bad, 2 wrong usage.
`;

const grammar = {
  url: { type: 'string' },
  format: { type: 'string' },
  pack: { type: 'string', multiple: true },
  flags: { type: 'string' },
  jobs: { type: 'string' },
  resume: { type: 'string' },
  jsonl: { type: 'boolean' },
  explain: { type: 'boolean' },
  force: { type: 'boolean' },
  all: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const formats: readonly string[] = ['json', 'w3c', 'markdown', 'csv'] satisfies Format[];

/** Reads the command's words; gives undefined where help is asked for; throws a `Fault` of status 2 that says what is off and what would be right. */
export function readOptions(words: readonly string[]): Options | undefined {
  const { values, positionals } = parseWords(words, grammar);
  if (values.help) return undefined;
  const format = values.format ?? 'json';
  if (!formats.includes(format)) throw new Fault('usage', `--format ${format}: unknown; take one of ${formats.join(', ')}.`, 2);
  const jobs = Number(values.jobs ?? '1');
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) throw new Fault('usage', `--jobs ${values.jobs}: take a whole number from 1 to 256.`, 2);
  const options: Options = {
    ...(positionals[0] === undefined ? {} : { file: positionals[0] }),
    ...(values.url === undefined ? {} : { url: values.url }),
    ...(values.resume === undefined ? {} : { resume: values.resume }),
    jsonl: values.jsonl ?? false,
    jobs,
    format: format as Format,
    packs: values.pack ?? [],
    ...(values.flags === undefined ? {} : { flags: values.flags }),
    explain: values.explain ?? false,
    force: values.force ?? false,
    all: values.all ?? false,
  };
  checkTogether(options, positionals);
  return options;
}

function checkTogether(options: Options, positionals: readonly string[]): void {
  if (options.jsonl && positionals.length > 0) throw new Fault('usage', `--jsonl reads standard input: leave out ${positionals[0]}.`, 2);
  if (!options.jsonl && positionals.length === 0) throw new Fault('usage', 'no article: name a file, or pipe JSON Lines in and add --jsonl. See --help.', 2);
  if (positionals.length > 1) throw new Fault('usage', `one article at a time: ${positionals[1]} is one too many. For many, use --jsonl.`, 2);
  if (!options.jsonl && (options.jobs > 1 || options.resume !== undefined)) throw new Fault('usage', '--jobs and --resume go with --jsonl.', 2);
  if (options.jsonl && options.format !== 'json') throw new Fault('usage', `--format ${options.format} goes with one article, not with --jsonl.`, 2);
  if (options.jsonl && options.url !== undefined) throw new Fault('usage', 'with --jsonl each line carries its own "url": leave out --url.', 2);
  if (options.url !== undefined && !/^https?:\/\//.test(options.url)) throw new Fault('usage', `--url ${options.url}: give a whole address, beginning with https:// or http://.`, 2);
}
