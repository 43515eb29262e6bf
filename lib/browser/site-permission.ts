/** A site let on for good, or sent away again, by the browser's own permission: it alone keeps the list. */
import { browser } from 'wxt/browser';

/** A site's pages by either protocol, with all hosts below it; https first. */
export function originsOf(site: string): string[] {
  return [`https://*.${site}/*`, `http://*.${site}/*`];
}

/** The site of such an origin (`https://*.heise.de/*` → `heise.de`); undefined for a pattern that names no single site. */
export function siteOfOrigin(origin: string): string | undefined {
  const host = /^(?:\*|https?):\/\/(?:\*\.)?([^/*]+)\//.exec(origin)?.[1];
  return host === '' ? undefined : host;
}

/** A named site: neither an address in numbers nor a machine of the own network. */
export function isGrantable(site: string): boolean {
  return /\.[a-z][\w-]*$/i.test(site);
}

/** What a person typed for a site ("https://www.heise.de/news", "heise.de") as a host; undefined where it is none. */
export function siteFromInput(typed: string): string | undefined {
  const words = typed.trim();
  const address = /^https?:\/\//i.test(words) ? words : `https://${words}`;
  if (words === '' || /\s/.test(words) || !URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.replace(/^www\./, '');
  return isGrantable(host) ? host : undefined;
}

/** Whether Randnotiz may read a site without being asked. */
export function isGranted(site: string): Promise<boolean> {
  return browser.permissions.contains({ origins: originsOf(site).slice(0, 1) });
}

/** Lets the browser ask the person; call it right in a click. Gives whether they agreed; a browser that refuses to ask counts as no. */
export function askForSite(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: originsOf(site) }).catch(() => false);
}
