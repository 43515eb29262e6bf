import { readFlagFile, type FileFormat } from '../../lib/exchange/read-file.ts';
import type { Skipped } from '../../lib/exchange/foreign.ts';
import { type FileFault, FileFaultError } from '../../lib/exchange/fault.ts';
import type { Limits } from '../../lib/exchange/limits.ts';
import type { FlagWords } from '../../lib/formats/flag-words.ts';
import type { Flag, Revision } from '../../lib/model.ts';
import { foldAll } from '../../lib/notebook/fold.ts';

/** Sites as far as tests need them. */
export const pageOf = (url: string) => ({ address: url.split(/[#?]/)[0]!, site: /^\w+:\/\/(?:www\.)?([^/]+)/.exec(url)?.[1] ?? '' });

export const words: FlagWords = { language: 'de', title: 'Meine Notizen', stance: (stance) => `<${stance}>`, label: (name) => name, date: (time) => new Date(time).toISOString().slice(0, 10), marks: ['„', '“'] };

/** A flag that uses everything, with words that are hard on every format. */
export const fullFlag: Partial<Flag> = {
  quote: { exact: '=Er sagte: „6,2 Milliarden“, <b>mehr</b> als | andere\n`nicht`', prefix: 'davor ', suffix: ' danach & "so"' },
  stance: 'confirmed', confirmedBy: 'Amtsgericht, Köln', note: 'Zeile eins\n# zwei </script><script>alert(1)</script>', tags: ['KI', 'geld, viel', 'ärger'], link: 'https://beleg.example/?a=1&b="2"', says: { subject: 'Bezos', quantity: '6,2 Mrd.' },
};

export interface ReadFile {
  revisions: Revision[];
  flags: Flag[];
  skipped: Skipped[];
  format: FileFormat | undefined;
}

/** Reads a whole file that is cut into pieces of this many characters. */
export async function read(file: string, size = 7, limits?: Limits): Promise<ReadFile> {
  const chunks = file.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  const result: ReadFile = { revisions: [], flags: [], skipped: [], format: undefined };
  for await (const { revisions, skipped, format } of readFlagFile(chunks, pageOf, limits)) {
    result.revisions.push(...revisions);
    result.skipped.push(...skipped);
    result.format = format;
  }
  return { ...result, flags: foldAll(result.revisions) };
}

/** The fault of a file, or undefined. */
export async function faultOf(file: string, size?: number, limits?: Limits): Promise<FileFault | undefined> {
  try {
    await read(file, size, limits);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof FileFaultError) return thrown.fault;
    throw thrown;
  }
}
