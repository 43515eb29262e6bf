import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../lib/page/address.ts';

const address = (url: string, canonical?: string): string => pageAddress(canonical === undefined ? { url } : { url, canonical }).address;
const site = (url: string): string => pageAddress({ url }).site;
const article = 'https://zeitung.example/netz/chip-4711.html';

describe('the address of a page', () => {
  it.each([
    'https://zeitung.example/netz/chip-4711.html',
    'http://www.zeitung.example/netz/chip-4711.html',
    'https://m.zeitung.example/netz/chip-4711.html?utm_source=x&utm_medium=y&fbclid=z',
    'https://mobil.zeitung.example/netz/chip-4711.html#kommentare',
    'https://amp.zeitung.example/netz/chip-4711.amp.html',
    'https://zeitung.example/amp/netz/chip-4711.html',
    'https://zeitung.example/netz/chip-4711-print.html?wt_mc=a.b',
    'https://zeitung.example/netz/chip-4711.html?page=2',
    'https://zeitung.example/netz/chip-4711.html?artikelseite=all',
    'https://zeitung.example/netz/chip-4711.html?view=print&print=1',
    'https://zeitung.example/netz/chip-4711-seite-3.html',
    'https://zeitung.example//netz/chip-4711.html?at_medium=mail&gclid=1',
  ])('is one for %s', (url) => {
    expect(address(url)).toBe(article);
  });

  it.each(['/netz/chip/seite-2', '/netz/chip/komplettansicht', '/netz/chip/page/3/', '/netz/chip/amp/', '/netz/chip/drucken', '/netz/chip/'])('is one for the path %s', (path) => {
    expect(address(`https://zeitung.example${path}`)).toBe('https://zeitung.example/netz/chip');
  });

  it('keeps what tells articles apart, in one order', () => {
    expect(address('https://zeitung.example/?p=123&utm_source=x')).toBe('https://zeitung.example/?p=123');
    expect(address('https://zeitung.example/a?b=2&a=1')).toBe(address('https://zeitung.example/a?a=1&b=2'));
    expect(address('https://zeitung.example/index.php?page=nordlicht')).toBe('https://zeitung.example/?page=nordlicht');
    expect(address('https://zeitung.example/story/galaxy-s25')).not.toBe(address('https://zeitung.example/story/galaxy-s24'));
    expect(address('https://zeitung.example/news/chip-2411-190123-2.html')).toBe('https://zeitung.example/news/chip-2411-190123.html');
  });

  it('believes the page on its own site only', () => {
    expect(address('https://m.zeitung.example/x?id=1', 'https://www.zeitung.example/netz/chip')).toBe('https://zeitung.example/netz/chip');
    expect(address('https://zeitung.example/x?id=1', '/netz/chip')).toBe('https://zeitung.example/netz/chip');
    expect(address('https://boese.example/x', 'https://zeitung.example/netz/chip')).toBe('https://boese.example/x');
    expect(address('https://eva.github.io/x', 'https://jan.github.io/y')).toBe('https://eva.github.io/x');
    expect(address('https://eva.blogspot.com/x', 'https://blogspot.com/y')).toBe('https://eva.blogspot.com/x');
    expect(address('https://eins.co.at/x', 'https://zwei.co.at/y')).toBe('https://eins.co.at/x');
    expect(address('http://127.0.0.1:4000/x', 'http://127.0.0.1:5000/y')).toBe('https://127.0.0.1:4000/x');
    expect(address('https://zeitung.example/x', 'javascript:alert(1)')).toBe('https://zeitung.example/x');
    expect(address('https://zeitung.example/x', 'https://[')).toBe('https://zeitung.example/x');
  });

  it('does not believe a template that calls every page the home page', () => {
    expect(address('https://zeitung.example/netz/chip', 'https://zeitung.example/')).toBe('https://zeitung.example/netz/chip');
    expect(address('https://zeitung.example/?utm_source=x', 'https://zeitung.example/')).toBe('https://zeitung.example/');
  });

  it('names the site', () => {
    expect(['https://www.zeitung.example/', 'https://netz.zeitung.co.uk/', 'https://eva.github.io/a', 'http://localhost:8080/', 'http://[::1]:80/', 'about:blank'].map(site)).toEqual([
      'zeitung.example', 'zeitung.co.uk', 'eva.github.io', 'localhost:8080', '[::1]', '',
    ]);
  });

  it('takes anything, and folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), fc.oneof(fc.webUrl(), fc.string()), (url, canonical) => {
        const once = pageAddress({ url, canonical });
        expect(pageAddress({ url: once.address }).address).toBe(once.address);
        if (once.site) expect(pageAddress({ url: once.address }).site).toBe(once.site);
      }),
    );
  });
});
