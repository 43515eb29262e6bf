/**
 * The reader's settings. Read through a schema that mends: a value that does not fit (a hand-edited or newer store) counts as its default, the
 * rest stands. Written by merging, so that keys of a newer version survive.
 */
import * as v from 'valibot';
import { storage } from '@wxt-dev/storage';
import type { Density, ReaderSettings } from '../messages/calls.ts';
import type { Dismissal, NoteKind } from '../model.ts';

export interface Settings {
  density: Density;
  /** By site: its own density, where it differs from the rest. */
  densities: Readonly<Record<string, Density>>;
  /** By site: kinds of note that stay hidden there. */
  hidden: Readonly<Record<string, readonly NoteKind[]>>;
  /** Sites on which Randnotiz is off. */
  off: readonly string[];
  /** Whether articles that repeat a flag are remembered: a record of reading, so off unless the reader wants it. */
  sightings: boolean;
  /** The overview at the page's edge. */
  ruler: boolean;
  /** Nothing of ours enters the highlight registry, which the page can read. */
  quiet: boolean;
  /** What the reader found not right, the latest last. */
  dismissed: readonly Dismissal[];
}

/** How many dismissals are kept; the oldest go first. */
export const maxDismissals = 2_000;

const kinds = v.picklist(['entity', 'claim', 'attribution', 'bias', 'language', 'consistency']);
const site = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

const density = v.picklist(['core', 'normal', 'everything']);
const text = v.pipe(v.string(), v.maxLength(8_192));

const dismissal = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  scope: v.picklist(['note', 'site', 'everywhere']),
  kind: kinds,
  rule: text,
  quote: text,
  where: v.optional(text),
  at: v.number(),
});

/** A list that keeps the entries that fit: one of a newer version does not take the others with it. */
const dismissals = v.pipe(v.array(v.unknown()), v.transform((list) => list.filter((one): one is Dismissal => v.is(dismissal, one)).slice(-maxDismissals)));

const schema = v.object({
  density: v.fallback(density, 'core'),
  densities: v.fallback(v.record(site, density), {}),
  hidden: v.fallback(v.record(site, v.array(kinds)), {}),
  off: v.fallback(v.array(site), []),
  sightings: v.fallback(v.boolean(), false),
  ruler: v.fallback(v.boolean(), false),
  quiet: v.fallback(v.boolean(), false),
  dismissed: v.fallback(dismissals, []),
});

const key = 'local:settings';

/** Gives the settings as far as they can be read. Never throws: a store that is refused means defaults. */
export async function readSettings(): Promise<Settings> {
  return asSettings(await storage.getItem<unknown>(key).catch(() => null));
}

/** Gives whether the settings hold what this version does not know or cannot read: a newer one has written them. Never throws. */
export async function areSettingsNewer(): Promise<boolean> {
  const stored = await storage.getItem<unknown>(key).catch(() => null);
  if (!isObject(stored)) return false;
  const read: object = asSettings(stored);
  return Object.entries(stored).some(([name, value]) => JSON.stringify((read as Record<string, unknown>)[name]) !== JSON.stringify(value));
}

/** Takes some settings; writes them over those that are there and gives all of them. Throws when the browser refuses to write. */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const stored = await storage.getItem<unknown>(key).catch(() => null);
  const next = { ...(isObject(stored) ? stored : {}), ...change(asSettings(stored)) };
  await storage.setItem<unknown>(key, next);
  return asSettings(next);
}

/** Calls back with the new settings whenever they change, in any context. Gives the function that ends it. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  return storage.watch<unknown>(key, (next) => changed(asSettings(next)));
}

/** Takes all settings, a site and whether the window is private; gives what a page's surfaces need of them. */
export function settingsForSite(settings: Settings, of: string, ephemeral: boolean): ReaderSettings {
  return {
    density: Object.hasOwn(settings.densities, of) ? (settings.densities[of] ?? settings.density) : settings.density,
    hidden: Object.hasOwn(settings.hidden, of) ? (settings.hidden[of] ?? []) : [],
    off: settings.off.includes(of),
    ephemeral,
    ruler: settings.ruler,
    quiet: settings.quiet,
    dismissed: settings.dismissed.filter(({ scope, where }) => scope !== 'site' || where === of),
  };
}

function asSettings(stored: unknown): Settings {
  return v.parse(schema, isObject(stored) ? stored : {});
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
