/** Everything that the options show, read anew: settings, permissions, keys, datasets, storage. */
import { browser } from 'wxt/browser';
import type { OptionsSites, OptionsState, OptionsStorage } from '../../components/options/options-props.ts';
import { siteOfOrigin } from '../../lib/browser/site-permission.ts';
import { askBackground } from '../../lib/messages/messaging.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { lastSavedPlace } from '../../lib/store/places.ts';
import { areSettingsNewer, readSettings, type Settings } from '../../lib/store/settings.ts';
import { measureSilence } from './silence.ts';

/** Takes the store; gives the state. Never throws: what cannot be read is shown as empty. */
export async function readState(store: NotebookStore): Promise<OptionsState> {
  const [settings, newer, dismissals, packs, commands, storage, silence, origins] = await Promise.all([
    readSettings(), areSettingsNewer(), askBackground('dismissals', {}), askBackground('listPacks', {}), browser.commands.getAll(), readStorage(store), measureSilence(), grantedOrigins(),
  ]);
  return {
    sites: sitesOf(settings, origins),
    density: settings.density,
    ruler: settings.ruler,
    quiet: settings.quiet,
    dismissals: dismissals.ok ? dismissals.value : [],
    ...(packs.ok ? { packs: packs.value } : {}),
    shortcuts: commands.map(({ name, description, shortcut }) => ({ description: description || (name === '_execute_action' ? 'Randnotiz' : (name ?? '')), keys: shortcut ?? '' })),
    storage,
    silence,
    newer,
  };
}

/** The origins of the manifest, which the person may have withdrawn. */
export function builtInOrigins(): string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}

/** What the browser lets us read now. */
export async function grantedOrigins(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

function sitesOf(settings: Settings, origins: readonly string[]): OptionsSites {
  const own = new Set(builtInOrigins());
  const granted = new Set(origins);
  const sites = new Set([...granted].filter((origin) => !own.has(origin)).map((origin) => siteOfOrigin(origin) ?? null));
  return {
    builtIn: { all: own.size, granted: [...own].filter((origin) => granted.has(origin)).length },
    granted: [...sites].sort((one, other) => (one ?? '').localeCompare(other ?? '')),
    off: settings.off,
    hidden: settings.hidden,
  };
}

async function readStorage(store: NotebookStore): Promise<OptionsStorage> {
  const [survey, saved, estimate, settings] = await Promise.all([
    store.flags.survey(), store.places.get<number>(lastSavedPlace), navigator.storage.estimate().catch(() => ({ usage: 0 })), settingsSize(),
  ]);
  const lastBackup = saved.ok && typeof saved.value === 'number' ? saved.value : undefined;
  return { bytes: (estimate.usage ?? 0) + settings, flags: survey.ok ? survey.value.flags : 0, ...(lastBackup === undefined ? {} : { lastBackup }) };
}

async function settingsSize(): Promise<number> {
  const kept = await browser.storage.local.get(null).catch(() => ({}));
  return new TextEncoder().encode(JSON.stringify(kept)).length;
}
