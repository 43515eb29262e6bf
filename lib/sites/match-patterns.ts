/**
 * Hosts → match patterns for the manifest: `wxt.config.ts` takes them as `host_permissions` and as the detector's `matches`.
 * This file reads no table, because `wxt.config.ts` is run before any plugin can: there the hosts come from
 * `Object.keys(readTable('lib/sites/hosts.yml'))`; everywhere else they are `hostNames` of `hosts.ts`.
 */

/** Takes host names; gives one pattern for each: the host itself and all its subdomains, https only (`*.` in a match pattern stands for the bare host too). */
export function matchPatterns(hosts: readonly string[]): string[] {
  return hosts.map((host) => `https://*.${host}/*`);
}
