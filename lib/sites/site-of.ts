/** What the host table says of an address: which curated site it is on, and which tech section. */
import { hosts } from './hosts.ts';

export interface Site {
  /** The curated host, without subdomain. */
  host: string;
  /** The whole host writes about technology. */
  whole: boolean;
  /** The tech section the address or the page's own section names lie in, as the table or the page writes it. */
  section: string | undefined;
}

/** Takes an address in parts and the sections the page names itself; gives undefined on hosts that are not in the table. */
export function siteOf(hostname: string, path: string, named: readonly string[] = []): Site | undefined {
  let host = hostname.toLowerCase();
  while (host && !Object.hasOwn(hosts, host)) host = host.slice(host.indexOf('.') + 1 || host.length);
  const row = hosts[host];
  if (!row) return undefined;
  const folders = path.toLowerCase().split('/');
  const names = named.map((name) => name.toLowerCase());
  const section = row.sections?.find((pattern) =>
    pattern[0] === '/' ? path.toLowerCase().startsWith(pattern) : folders.includes(pattern) || names.includes(pattern),
  );
  return { host, whole: !row.sections, section: section?.replace(/^.*\/(?=[^/]+\/?$)|\/$/g, '') };
}
