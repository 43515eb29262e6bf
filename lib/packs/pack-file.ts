/**
 * A pack as one file: the pack itself and a checksum over all the rest of it. The checksum is no signature: it tells a damaged or half-edited
 * file from the one its maker wrote. It is the SHA-256 of the canonical JSON (keys sorted, no spaces), so that formatting does not matter.
 */
import { checkPack } from '../dataset/check-pack.ts';
import { showValue } from '../dataset/fault.ts';
import { refusal, type Surroundings } from '../dataset/parse-pack.ts';
import { packSchema } from '../dataset/schema.ts';
import { type Valid, validate } from '../dataset/validate.ts';
import type { Pack } from '../model.ts';
import { canonical } from '../notebook/canonical.ts';
import { longestFile } from './limits.ts';

export interface PackFile extends Pack {
  /** SHA-256 in hex of the canonical JSON of everything else in the file. */
  checksum: string;
}

/** SHA-256 of a text's UTF-8, in hex: handed in, since the platform's own is the edges' to reach. */
export type Digest = (text: string) => Promise<string>;

/** Takes a pack; gives what its file holds. */
export async function sealPack(pack: Pack, digest: Digest): Promise<PackFile> {
  return { ...pack, checksum: await digest(canonical(pack)) };
}

/** Takes a file's content; gives its text: readable, one value a line, ended by a newline. */
export function writePackFile(file: PackFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * The one way in for a pack's file: size, JSON, version, shape, checksum, the fit of the parts.
 * @param json the file's text.
 * @returns the file's content, or all faults of the first check that failed. Nothing of it is believed before.
 */
export async function openPackFile(json: string, surroundings: Surroundings, digest: Digest): Promise<Valid<PackFile>> {
  const read = readJson(json);
  if (!read.ok) return read;
  const refused = refusal(read.value);
  if (refused) return { ok: false, faults: [{ path: '', ...refused }] };
  const newer = newerSchema(read.value);
  if (newer) return newer;

  const { checksum: stated, ...rest } = (typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value) ? read.value : {}) as Record<string, unknown>;
  const shaped = validate(packSchema, Array.isArray(read.value) || typeof read.value !== 'object' ? read.value : rest);
  if (!shaped.ok) return shaped;
  const computed = await digest(canonical(rest));
  if (typeof stated !== 'string') return { ok: false, faults: [{ path: 'checksum', value: '', reason: `is missing; this content has ${computed}`, code: 'missing' }] };
  if (stated !== computed) {
    return { ok: false, faults: [{ path: 'checksum', value: showValue(stated), reason: `does not fit: the content has ${computed}. Get the file again, or build it anew from its folder`, code: 'checksum' }] };
  }
  const known = new Set((surroundings.bundledPacks ?? []).flatMap((pack) => pack.entities.map(({ id }) => id)));
  const faults = checkPack(shaped.value, { predicates: new Set(surroundings.predicateIds), known });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: { ...shaped.value, checksum: stated } };
}

function readJson(json: string): Valid<unknown> {
  if (json.trim() === '') return { ok: false, faults: [{ path: '', value: '', reason: 'is empty', code: 'empty' }] };
  if (json.length > longestFile) {
    return { ok: false, faults: [{ path: '', value: `${Math.round(json.length / 1024 / 1024)} MiB`, reason: `is longer than ${longestFile / 1024 / 1024} MiB: make several packs of it`, code: 'too_large' }] };
  }
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const cut = isCutOff(json);
    return { ok: false, faults: [{ path: '', value: showValue(json.slice(-60).trim()), reason: cut ? 'stops half-way: get the file again' : `is not JSON: ${said}`, code: cut ? 'cut_off' : 'not_json' }] };
  }
}

/** Whether brackets or a string are still open at the end, and nothing was closed that was not open. Linear. */
function isCutOff(json: string): boolean {
  if (!/^\s*\{/.test(json)) return false;
  let open = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (inString) {
      if (sign === 92) at += 1;
      else if (sign === 34) inString = false;
    } else if (sign === 34) inString = true;
    else if (sign === 123 || sign === 91) open += 1;
    else if (sign === 125 || sign === 93) open -= 1;
    if (open < 0) return false;
  }
  return inString || open > 0;
}

/** A file of a later version is told from a broken one before its unknown fields are. */
function newerSchema(value: unknown): Valid<never> | undefined {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  const version = typeof schema === 'string' ? /^randnotiz\.pack\/(\d{1,6})$/.exec(schema)?.[1] : undefined;
  if (version === undefined || Number(version) <= 1) return undefined;
  return { ok: false, faults: [{ path: 'schema', value: showValue(schema), reason: 'is newer than "randnotiz.pack/1": update Randnotiz, or ask for the pack in the older format', code: 'newer' }] };
}
