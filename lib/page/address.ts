/**
 * The address that a page's flags are kept under: one for all the addresses of one article, and never another site's.
 *
 * The browser's word on where the page is decides the site. What the page claims for itself (`rel=canonical`) is believed only
 * there, and not when it is the home page, as a careless template says on every page. Then both go through the same mill: scheme, mobile hosts,
 * tracking parameters, fragments, and what only chooses a view (print, AMP, the second page of three) are left out.
 */
import type { PageSignals } from '../model.ts';
import table from './address.yml';

const lists = table as Readonly<
  Record<'tracking' | 'variants' | 'views' | 'ends' | 'subdomains' | 'shared' | 'registries', readonly string[]>
>;
const tracking = new Set(lists.tracking.filter((name) => !name.endsWith('*')));
const trackingBegins = lists.tracking.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
const variants = new Set(lists.variants);
const views = new Set(lists.views);
const subdomains = new Set(lists.subdomains);
const suffixes = new Set([...lists.shared, ...lists.registries]);
const ends = new RegExp(`(?:${lists.ends.map((end) => end.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&').replace('#', '\\d{1,3}')).join('|')})(?=\\.html?$|$)`);
/** `…-2411-190123-2.html`: the second page of an article with a dated number. */
const numberedPage = /(-\d{4}-\d{5,7})-\d{1,2}(?=\.html?$)/;

export interface PageAddress {
  /** The one address of the article; `about:blank` and the like stay as they are. */
  address: string;
  /** Whose it is: the registrable name, or the host with its port where there is none. */
  site: string;
}

/** Takes a page's address and what it claims for itself; never throws. */
export function pageAddress({ url = '', canonical }: Pick<PageSignals, 'url' | 'canonical'>): PageAddress {
  const shown = webAddress(url);
  if (!shown) return { address: url.split('#', 1)[0]!, site: '' };
  const site = siteOfHost(shown);
  const claimed = canonical ? webAddress(canonical, shown.href) : undefined;
  const isBelieved = claimed && siteOfHost(claimed) === site && (claimed.pathname !== '/' || claimed.search !== '' || shown.pathname === '/');
  return { address: plainAddress(isBelieved ? claimed : shown), site };
}

function webAddress(address: string, base?: string): URL | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

/** The registrable part of a host, by the short lists of `address.yml`: enough to tell sites apart, no full registry. */
function siteOfHost({ hostname, host }: URL): string {
  const labels = hostname.replace(/\.$/, '').split('.');
  if (labels.length < 2 || /^[\d.]+$|^\[/.test(hostname)) return host;
  for (let size = Math.min(3, labels.length - 1); size >= 2; size -= 1) {
    if (suffixes.has(labels.slice(-size).join('.'))) return labels.slice(-size - 1).join('.');
  }
  return labels.slice(-2).join('.');
}

function plainAddress(url: URL): string {
  const query = [...url.searchParams].filter(([name, value]) => !isLeftOut(name.toLowerCase(), value.toLowerCase()));
  query.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  const search = new URLSearchParams(query).toString();
  return `https://${plainHost(url)}${plainPath(url.pathname)}${search && `?${search}`}`;
}

function isLeftOut(name: string, value: string): boolean {
  if (tracking.has(name) || trackingBegins.some((begin) => name.startsWith(begin)) || views.has(`${name}=${value}`)) return true;
  return variants.has(name) && /^(?:\d{0,3}|all|alles|true)$/.test(value);
}

/** Leaves out a subdomain that shows the same articles, as long as a name of two parts is left. */
function plainHost({ host }: URL): string {
  const labels = host.split('.');
  while (labels.length > 2 && subdomains.has(labels[0]!)) labels.shift();
  return labels.join('.');
}

function plainPath(path: string): string {
  const tidy = path.replace(/\/{2,}/g, '/').replace(/^\/amp(?=\/)/, '').replace(/\/$/, '').replace(/\/index\.(?:html?|php)$/, '');
  return tidy.replace(ends, '').replace(numberedPage, '$1') || '/';
}
