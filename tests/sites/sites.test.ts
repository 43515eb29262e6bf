import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostNames, hosts } from '../../lib/sites/hosts.ts';
import { matchPatterns } from '../../lib/sites/match-patterns.ts';
import { siteOf } from '../../lib/sites/site-of.ts';

describe('the table of hosts', () => {
  it('has at least 40 hosts, and some of each country', () => {
    expect(hostNames.length).toBeGreaterThanOrEqual(40);
    for (const country of ['de', 'at', 'ch'] as const) expect(hostNames.filter((host) => hosts[host]!.country === country).length).toBeGreaterThanOrEqual(5);
  });

  it('is sorted, in lower case, and no host lies within another', () => {
    expect(hostNames).toEqual([...hostNames].sort());
    for (const host of hostNames) {
      expect(host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:de|at|ch|com|net|org|info|eu)$/);
      expect(hostNames.filter((other) => host.endsWith(`.${other}`))).toEqual([]);
    }
  });

  it('has sections that are sorted, unique and can match', () => {
    for (const host of hostNames) {
      const { sections, ...rest } = hosts[host]!;
      expect(Object.keys(rest)).toEqual(['country']);
      if (!sections) continue;
      expect(sections).toEqual([...new Set(sections)].sort());
      for (const section of sections) expect(section).toMatch(/^(?:\/[a-z0-9-]+)+\/?$|^[a-z0-9-]+$/);
    }
  });

  it('begins with where it comes from', () => {
    expect(readFileSync(new URL('../../lib/sites/hosts.yml', import.meta.url), 'utf8')).toMatch(/^#[\s\S]*Provenance: /);
  });
});

describe('a site', () => {
  it('is found by host or subdomain, not by a name that only ends alike', () => {
    expect(siteOf('www.heise.de', '/')).toEqual({ host: 'heise.de', whole: true, section: undefined });
    expect(siteOf('heise.de', '/')?.host).toBe('heise.de');
    expect(siteOf('schneeheise.de', '/')).toBeUndefined();
    expect(siteOf('heise.de.example', '/')).toBeUndefined();
    expect(siteOf('constructor', '/')).toBeUndefined();
  });

  it('has its tech section by path, by folder, or as the page names it', () => {
    expect(siteOf('www.spiegel.de', '/netzwelt/apps/x')?.section).toBe('netzwelt');
    expect(siteOf('www.spiegel.de', '/sport/netzwelt/x')?.section).toBeUndefined();
    expect(siteOf('www.welt.de', '/wirtschaft/webwelt/article1/x.html')?.section).toBe('webwelt');
    expect(siteOf('www.derstandard.at', '/story/1/x', ['Web'])?.section).toBe('web');
  });
});

it('match patterns cover host and subdomains, https only', () => {
  expect(matchPatterns(['heise.de'])).toEqual(['https://*.heise.de/*']);
});
