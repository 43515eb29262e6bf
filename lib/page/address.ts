/**
 * Under which address a page's flags are kept. One article has many addresses: with campaign parameters and fragments, for print, for mobile, page two of three.
 * They are one here. What the page claims for itself (`link rel=canonical`) is believed only on its own site: no page can lay claim to the flags of another.
 */
import type { PageSignals } from '../model.ts';
import table from './address.yml';

interface AddressTable {
  campaign: { prefixes: readonly string[]; names: readonly string[] };
  variant: { names: readonly string[]; values: readonly string[] };
  hosts: readonly string[];
  path_ends: readonly string[];
}

const { campaign, variant, hosts, path_ends: pathEnds } = table as AddressTable;
const campaignNames = new Set(campaign.names);
const variantNames = new Set(variant.names);
const variantValues = new Set(variant.values);
const hostPrefix = new RegExp(`^(?:${hosts.join('|')})\\.(?=[^.]+\\.)`);
const pageNumber = /\/(?:seite|page)[-/]\d{1,3}$/i;
const startPage = /\/(?:index\.[a-z]{3,5})?$/i;

export interface PageAddress {
  /** Canonical: two pages with the same address are one page. Empty when there is no usable address. */
  address: string;
  /** The host without `www.` and the like (and with an unusual port): settings are kept by it. */
  site: string;
}

/** Takes a page's address and what it claims for itself; gives the address and site its flags and settings are kept under. Never throws. */
export function pageAddress({ url, canonical }: Pick<PageSignals, 'url' | 'canonical'>): PageAddress {
  const shown = parse(url);
  if (!shown) return { address: '', site: '' };
  const site = siteName(shown);
  const claimed = canonical === undefined ? undefined : parse(canonical, shown.href);
  const believed = claimed && siteName(claimed) === site && !(isStart(claimed) && !isStart(shown)) ? claimed : shown;
  return { address: plain(believed, site), site };
}

function parse(address: string | undefined, base?: string): URL | undefined {
  if (address === undefined || !URL.canParse(address, base)) return undefined;
  const parsed = new URL(address, base);
  return /^(?:https?|file):$/.test(parsed.protocol) ? parsed : undefined;
}

/** `https://www.m.zeitung.example` → `zeitung.example`; never the name itself. */
function siteName({ host, protocol }: URL): string {
  if (protocol === 'file:') return 'file';
  let name = host;
  while (hostPrefix.test(name)) name = name.replace(hostPrefix, '');
  return name;
}

/** A careless page calls the site's start page its own address: then it has said nothing. */
function isStart({ pathname, search }: URL): boolean {
  return startPage.test(pathname) && pathname.lastIndexOf('/') === 0 && search === '';
}

function plain({ protocol, pathname, searchParams }: URL, site: string): string {
  const kept = [...searchParams].filter(([name, value]) => !isDropped(name.toLowerCase(), value.toLowerCase())).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  const origin = protocol === 'file:' ? 'file://' : `https://${site}`;
  return `${origin}${plainPath(pathname)}${query === '' ? '' : `?${query}`}`;
}

function isDropped(name: string, value: string): boolean {
  if (campaignNames.has(name) || campaign.prefixes.some((prefix) => name.startsWith(prefix))) return true;
  return variantNames.has(name) && (variantValues.has(value) || /^\d{1,3}$/.test(value));
}

/** Takes endings away until none is left, so that an address made here stays as it is. */
function plainPath(pathname: string): string {
  let path = pathname;
  for (let before = ''; before !== path; ) {
    before = path;
    path = path.replace(/\.amp(?=\.html?$)/i, '').replace(startPage, '').replace(pageNumber, '');
    for (const end of pathEnds) if (path.toLowerCase().endsWith(end)) path = path.slice(0, -end.length);
  }
  return path === '' ? '/' : path;
}
