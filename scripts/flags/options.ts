import { flagFormats, type FlagFormat } from '../../lib/formats/export-flags.ts';
import { Fault } from '../command/fault.ts';
import { parseWords } from '../command/run-command.ts';

export type Choice = 'merge' | 'mine' | 'theirs';

export interface Options {
  command: 'merge' | 'export' | 'import' | 'check' | 'sync';
  paths: readonly string[];
  format: FlagFormat;
  reader?: string;
  flags: readonly string[];
  address?: string;
  into?: string;
  conflicts: Choice;
  dryRun: boolean;
  device?: string;
  language: 'de' | 'en';
}

export const usage = `Usage: npm run --silent flags -- merge FOLDER|FILE…                    one notebook of all, on standard output
       npm run --silent flags -- export FILE [--format FORMAT]        flags in another format
       npm run --silent flags -- import FILE… --into NOTEBOOK         takes files into a notebook's file
       npm run --silent flags -- check FOLDER|FILE…                   says of each file what it is, or what is wrong with it
       npm run --silent flags -- sync FOLDER --into NOTEBOOK --device NAME
                                                                      keeps a notebook's file in step with a shared folder

  --format FORMAT     ${flagFormats.join(', ')}; notebook when left out
  --reader NAME       with --format claims: who stands by the ratings
  --flag ID           with export: only this flag; may be repeated
  --address ADDRESS   with export: only the flags of this article
  --language LANGUAGE with export: de (when left out) or en
  --conflicts WHAT    with import: merge (when left out), mine or theirs
  --dry-run           with import: say what would be done, and do nothing
  --help              this text

A FILE is a notebook, flags or revisions as JSON Lines, W3C Web Annotations or a Hypothesis export.
Exit status: 0 done, 1 some input was bad, 2 wrong usage.
`;

const grammar = {
  format: { type: 'string' },
  reader: { type: 'string' },
  flag: { type: 'string', multiple: true },
  address: { type: 'string' },
  into: { type: 'string' },
  conflicts: { type: 'string' },
  'dry-run': { type: 'boolean' },
  device: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const commands: readonly string[] = ['merge', 'export', 'import', 'check', 'sync'] satisfies Options['command'][];

/** Reads the command's words; gives undefined where help is asked for; throws a `Fault` of status 2 that says what is off and what would be right. */
export function readOptions(words: readonly string[]): Options | undefined {
  const { values, positionals } = parseWords(words, grammar);
  if (values.help) return undefined;
  const [command = '', ...paths] = positionals;
  const format = values.format ?? 'notebook';
  const conflicts = values.conflicts ?? 'merge';
  const language = values.language ?? 'de';
  if (!commands.includes(command)) throw new Fault('usage', `${command || 'no command'}: take one of ${commands.join(', ')}. See --help.`, 2);
  if (!(flagFormats as readonly string[]).includes(format)) throw new Fault('usage', `--format ${format}: unknown; take one of ${flagFormats.join(', ')}.`, 2);
  if (!['merge', 'mine', 'theirs'].includes(conflicts)) throw new Fault('usage', `--conflicts ${conflicts}: take merge, mine or theirs.`, 2);
  if (language !== 'de' && language !== 'en') throw new Fault('usage', `--language ${language}: take de or en.`, 2);
  const options: Options = {
    command: command as Options['command'],
    paths,
    format: format as FlagFormat,
    ...(values.reader === undefined ? {} : { reader: values.reader }),
    flags: values.flag ?? [],
    ...(values.address === undefined ? {} : { address: values.address }),
    ...(values.into === undefined ? {} : { into: values.into }),
    conflicts: conflicts as Choice,
    dryRun: values['dry-run'] ?? false,
    ...(values.device === undefined ? {} : { device: values.device }),
    language,
  };
  checkTogether(options);
  return options;
}

function checkTogether({ command, paths, into, device }: Options): void {
  if (paths.length === 0) throw new Fault('usage', `${command}: name a ${command === 'sync' ? 'folder' : 'file'}. See --help.`, 2);
  if ((command === 'export' || command === 'sync') && paths.length > 1) throw new Fault('usage', `${command}: ${paths[1]} is one too many.`, 2);
  if ((command === 'import' || command === 'sync') && into === undefined) throw new Fault('usage', `${command}: name the notebook's file with --into.`, 2);
  if (command === 'sync' && !/^\w{1,40}$/.test(device ?? '')) throw new Fault('usage', 'sync: name this device with --device, in letters, digits and _.', 2);
}
