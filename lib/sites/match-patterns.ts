/**
 * Hosts → match patterns for the manifest: `wxt.config.ts` takes them as `host_permissions`, `entrypoints/detector.content.ts` as
 * `matches`. This file reads no table, because `wxt.config.ts` is run before any plugin can: there the hosts come from
 * `Object.keys(readTable('lib/sites/hosts.yml'))`; everywhere else they are `hostNames` of `hosts.ts`.
 */

/** Takes host names; gives for each the host itself and all its subdomains, https only. */
export function matchPatterns(hosts: readonly string[]): string[] {
  return hosts.flatMap((host) => [`https://${host}/*`, `https://*.${host}/*`]);
}
