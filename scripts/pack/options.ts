/** The words of the command `pack`. */
import { Fault } from '../command/fault.ts';
import { parseWords } from '../command/run-command.ts';

export type PackOrder =
  | { do: 'new'; article: string; out: string; bare: boolean }
  | { do: 'check'; folder: string }
  | { do: 'build'; folder: string; out?: string; texts: boolean }
  | { do: 'diff'; before: string; after: string };

export const usage = `Usage: npm run --silent pack -- new ARTICLE [--out FOLDER]    propose a pack from a German article (.txt or .html): an editable folder
       npm run --silent pack -- check FOLDER                   say what is wrong in the folder, and how to mend it
       npm run --silent pack -- build FOLDER [--out FILE]      make the pack's file (default: ID-VERSION.pack.json here)
       npm run --silent pack -- diff A B                       what B changes; A and B are folders or files

  --out PLACE   where to write; nothing that is there is overwritten by "new"
  --bare        with "new": do not use the bundled datasets' names
  --texts       with "build": the file carries the article's text, so that others can check every quote; only where its licence allows that
  --help        this text

Exit status: 0 done (diff: no difference), 1 some input was bad (diff: there are differences), 2 wrong usage.
docs/packs.md describes the format.
`;

const grammar = { out: { type: 'string' }, bare: { type: 'boolean' }, texts: { type: 'boolean' }, help: { type: 'boolean' } } as const;

const operands: Readonly<Record<string, number>> = { new: 1, check: 1, build: 1, diff: 2 };

/** Reads the command's words; gives undefined where help is asked for; throws a `Fault` of status 2 that says what is off and what would be right. */
export function readOrder(words: readonly string[]): PackOrder | undefined {
  const { values, positionals } = parseWords(words, grammar);
  const [verb, first = '', second = ''] = positionals;
  if (values.help || verb === undefined) return undefined;
  const wanted = operands[verb];
  if (wanted === undefined) throw new Fault('usage', `${verb}: unknown; take one of ${Object.keys(operands).join(', ')}. See --help.`, 2);
  if (positionals.length - 1 !== wanted) throw new Fault('usage', `${verb} takes ${wanted === 1 ? 'one name' : 'two names'}, not ${positionals.length - 1}. See --help.`, 2);
  refuseStray(verb, values);
  switch (verb) {
    case 'new':
      return { do: 'new', article: first, out: values.out ?? folderFor(first), bare: values.bare ?? false };
    case 'check':
      return { do: 'check', folder: first };
    case 'build':
      return { do: 'build', folder: first, texts: values.texts ?? false, ...(values.out === undefined ? {} : { out: values.out }) };
    default:
      return { do: 'diff', before: first, after: second };
  }
}

function refuseStray(verb: string, values: { out?: string | undefined; bare?: boolean | undefined; texts?: boolean | undefined }): void {
  if (values.out !== undefined && verb !== 'new' && verb !== 'build') throw new Fault('usage', `--out goes with new and build, not with ${verb}.`, 2);
  if (values.bare && verb !== 'new') throw new Fault('usage', `--bare goes with new, not with ${verb}.`, 2);
  if (values.texts && verb !== 'build') throw new Fault('usage', `--texts goes with build, not with ${verb}.`, 2);
}

/** `texte/artikel.txt.gz` → `artikel`, beside where the command runs. */
function folderFor(article: string): string {
  return article.split(/[/\\]/).at(-1)!.replace(/(?:\.(?:txt|x?html?))?(?:\.gz)?$/i, '') || 'pack';
}
