/**
 * A witness outside of the database: how many flags there were, and when. A browser that finds its own database files damaged throws them away, or reads them as far as
 * they are whole, and says nothing; without a witness that would look like a first day, or like a smaller notebook. Holds numbers and times, nothing of what was written.
 */
import { storage } from '@wxt-dev/storage';
import * as v from 'valibot';

/** What stood in the notebook before the browser lost some of it or all. */
export interface Loss {
  flags: number;
  /** When they were counted last, in milliseconds. */
  at: number;
  /** When it was found out. */
  found: number;
}

const key = 'local:witness';
/** Whether the witness was asked since the browser started and since the store last failed: before that a count may be that of a store which has just been lost. */
const askedKey = 'session:witness-asked';
/** A loss is told for so long (ms), or until as many flags are there again. */
const toldFor = 7 * 86_400_000;

const schema = v.object({ flags: v.number(), at: v.number(), lost: v.optional(v.object({ flags: v.number(), at: v.number(), found: v.number() })) });
type Witness = v.InferOutput<typeof schema>;

/** Notes how many rows of flags there are after a change of ours; compares first where that is still to be done. Never throws: without a witness all else goes on. */
export async function bearWitness(flags: number, at: number): Promise<void> {
  const isAsked = await storage.getItem<unknown>(askedKey).catch(() => null);
  if (isAsked !== true) await askWitness(flags, at);
  const known = await read();
  await write({ flags, at, ...(known?.lost && isToldAt(known.lost, flags, at) ? { lost: known.lost } : {}) });
}

/** Compares at a start, before any change of ours, how many rows there are with what was noted last: fewer means that some are lost. Never throws. */
export async function askWitness(flags: number, now: number): Promise<void> {
  const known = await read();
  if (known && flags < known.flags) await write({ flags, at: now, lost: { flags: Math.max(known.flags, known.lost?.flags ?? 0), at: known.at, found: now } });
  await storage.setItem<boolean>(askedKey, true).catch(() => undefined);
}

/** Called after every failure of the store: it may come back with less. Never throws. */
export async function distrustWitness(): Promise<void> {
  await storage.removeItem(askedKey).catch(() => undefined);
}

/** Takes how many rows there are; gives the loss that is to be told, if there is one. Never throws. */
export async function lossToTell(flags: number, now: number): Promise<Loss | undefined> {
  const lost = (await read())?.lost;
  return lost && isToldAt(lost, flags, now) ? lost : undefined;
}

function isToldAt({ flags: before, found }: Loss, flags: number, now: number): boolean {
  return flags < before && now - found < toldFor;
}

async function read(): Promise<Witness | undefined> {
  const parsed = v.safeParse(schema, await storage.getItem<unknown>(key).catch(() => null));
  return parsed.success ? parsed.output : undefined;
}

async function write(witness: Witness): Promise<void> {
  await storage.setItem<Witness>(key, witness).catch(() => undefined);
}
