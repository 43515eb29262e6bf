/**
 * Sites that the person let Randnotiz on for good, beyond those in the manifest: the detector is registered for exactly these, anew whenever a
 * permission comes or goes and at every start, since browsers forget registrations in different ways.
 */
import { browser } from 'wxt/browser';

const registration = 'granted-sites';

/** Registers the detector for all sites granted beyond the manifest; takes it away when there are none. */
export async function registerGrantedSites(): Promise<void> {
  const matches = await grantedBeyondManifest();
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [registration] });
  const script = { id: registration, matches, js: detectorFiles(), runAt: 'document_idle' as const, persistAcrossSessions: true };
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [registration] });
  } else if (known) {
    await browser.scripting.updateContentScripts([script]);
  } else {
    await browser.scripting.registerContentScripts([script]);
  }
}

async function grantedBeyondManifest(): Promise<string[]> {
  const manifest = browser.runtime.getManifest();
  const built = new Set([...(manifest.host_permissions ?? []), ...(manifest.content_scripts ?? []).flatMap(({ matches }) => matches ?? [])]);
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !built.has(origin) && /^(?:https?|\*):/.test(origin)).sort();
}

/** The detector as the manifest has it, as a path: Firefox gives its address, and does not take that back. */
function detectorFiles(): string[] {
  const files = (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ js }) => js ?? []);
  return files.slice(0, 1).map((file) => new URL(file, browser.runtime.getURL('/')).pathname.slice(1));
}
