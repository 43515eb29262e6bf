import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../../lib/page/address.yml';
import { pageAddress } from '../../lib/page/address.ts';

const article = 'https://www.zeitung.example/netz/artikel-123';
const of = (url: string, canonical?: string) => pageAddress({ url, ...(canonical === undefined ? {} : { canonical }) });

describe('the address of a page', () => {
  it.each([
    ['without campaign and fragment', `${article}?utm_source=x&fbclid=1#kommentare`],
    ['over http', article.replace('https', 'http')],
    ['on the mobile host', article.replace('www', 'm')],
    ['with a slash at its end', `${article}/`],
    ['for print', `${article}?print=1`],
    ['for print, by path', `${article}/druck`],
    ['as AMP', `${article}/amp`],
    ['on its second page', `${article}?seite=2`],
    ['on its second page, by path', `${article}/seite-2`],
    ['in full', `${article}/komplettansicht`],
  ])('is one: %s', (_, url) => {
    expect(of(url)).toEqual({ address: 'https://zeitung.example/netz/artikel-123', site: 'zeitung.example' });
  });

  it('keeps what names the article', () => {
    expect(of('https://zeitung.example/artikel?id=7&utm_medium=mail').address).toBe('https://zeitung.example/artikel?id=7');
    expect(of('https://zeitung.example/a?b=2&a=1').address).toBe(of('https://zeitung.example/a?a=1&b=2').address);
    expect(of('https://blog.example/?p=123').address).toBe('https://blog.example/?p=123');
    expect(of('https://cms.example/?page=ein-artikel').address).toBe('https://cms.example/?page=ein-artikel');
    expect(of('https://zeitung.example/artikel-1').address).not.toBe(of('https://zeitung.example/artikel-2').address);
  });

  it('is what the page claims, on its own site', () => {
    expect(of(`${article}?foo=1`, '/netz/artikel-123').address).toBe('https://zeitung.example/netz/artikel-123');
    expect(of('https://m.zeitung.example/a?id=9', 'https://www.zeitung.example/netz/artikel-123').address).toBe('https://zeitung.example/netz/artikel-123');
  });

  it('is not what it claims of another site, nor the start page', () => {
    expect(of(article, 'https://andere.example/geheim').address).toBe('https://zeitung.example/netz/artikel-123');
    expect(of('https://a.hoster.example/x', 'https://b.hoster.example/x').site).toBe('a.hoster.example');
    expect(of(article, 'https://www.zeitung.example/').address).toBe('https://zeitung.example/netz/artikel-123');
    expect(of(article, 'javascript:alert(1)').address).toBe('https://zeitung.example/netz/artikel-123');
  });

  it('never strips a site to its ending', () => {
    expect(of('https://m.example/x').site).toBe('m.example');
  });

  it('of anything else is empty, and nothing throws', () => {
    for (const url of ['', 'about:blank', 'chrome://settings', 'kein Ort']) expect(of(url)).toEqual({ address: '', site: '' });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), fc.option(fc.string(), { nil: undefined }), (url, canonical) => {
        const { address, site } = pageAddress({ url, canonical });
        if (address) expect(pageAddress({ url: address })).toEqual({ address, site });
      }),
    );
  });

  it('comes from a tidy table', () => {
    const lists = JSON.parse(JSON.stringify(table)) as { campaign: Record<string, string[]>; variant: Record<string, string[]>; hosts: string[]; path_ends: string[] };
    for (const list of [...Object.values(lists.campaign), ...Object.values(lists.variant), lists.hosts, lists.path_ends]) {
      expect(list).toEqual([...new Set(list)].sort());
    }
  });
});
