import { describe, expect, it } from 'vitest';
import { readSignals } from '../../lib/page/read-signals.ts';
import { readStructuredData } from '../../lib/page/structured-data.ts';
import { page } from './small-pages.ts';

const jsonLd = (text: string): string => `<script type="application/ld+json">${text}</script>`;
const signals = (head: string, body = '') => readSignals(page(body, head), 'https://zeitung.example/netz/ki/artikel-1.html');

describe('structured data', () => {
  it.each([
    ['nested in a graph', '{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle","Article"],"headline":"T"}]}'],
    ['with raw line breaks', '{"@type":"NewsArticle","headline":"T\n\tT"}'],
    ['with trailing commas', '{"@type":"NewsArticle","keywords":["a","b",],}'],
    ['in a comment', '<!-- {"@type":"NewsArticle"} -->'],
    ['in CDATA', '//<![CDATA[\n{"@type":"NewsArticle"}\n//]]>'],
    ['with a semicolon', '{"@type":"http://schema.org/NewsArticle"};'],
  ])('is read %s', (_, json) => {
    expect(signals(jsonLd(json)).structuredTypes).toContain('NewsArticle');
  });

  it('that cannot be mended is left out, and the rest is read', () => {
    expect(signals(jsonLd('{"@type": ') + jsonLd('null') + jsonLd('"x"') + jsonLd('{"@type":"Article"}')).structuredTypes).toEqual(['Article']);
  });

  it('of any depth and number ends', () => {
    const deep = '['.repeat(3000) + ']'.repeat(3000);
    expect(readStructuredData(page('', jsonLd(deep)))).toEqual([]);
    expect(readStructuredData(page('', jsonLd(`[${'{"@type":"Thing"},'.repeat(20_000)}{}]`))).length).toBeLessThanOrEqual(5_000);
  });
});

describe('signals', () => {
  it('come from JSON-LD, then from metas', () => {
    const head = `<link rel="canonical" href="/netz/ki/artikel-1.html"><meta property="og:type" content="article"><meta property="article:section" content="Netzwelt">
      ${jsonLd('{"@type":"OpinionNewsArticle","headline":"Titel","author":[{"name":"Eva Beispiel"},{"name":"Jan Muster"}],"publisher":{"name":"Zeitung"},"datePublished":"2026-02-03","articleSection":"Meinung"}')}`;
    expect(signals(head)).toEqual({
      url: 'https://zeitung.example/netz/ki/artikel-1.html', canonical: '/netz/ki/artikel-1.html', lang: 'de', ogType: 'article', structuredTypes: ['OpinionNewsArticle'],
      sections: ['Meinung', 'Netzwelt', 'netz', 'ki'], title: 'Titel', author: 'Eva Beispiel', publisher: 'Zeitung', published: '2026-02-03', genreMarkers: ['Meinung', 'Netzwelt', 'OpinionNewsArticle'],
    });
  });

  it.each([
    ['Ein Titel, der lang ist | Zeitung', 'Zeitung'],
    ['Ein Titel, der lang ist - zeitung.example', ''],
    ['Ein Titel, der lang ist – Zeitung – 30.01.2026', 'Zeitung'],
    ['Ein Titel, der lang ist', 'Zeitung'],
    ['Ein Titel, der &amp;lang; ist', ''],
  ])('have the title of "%s" without the site', (title, site) => {
    expect(signals(`<meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}">`).title).toMatch(/^Ein Titel, der .{0,2}lang.{0,2} ist$/);
  });

  it('keep a dash that belongs to the title', () => {
    expect(signals('<meta property="og:title" content="Netz in der Krise – und was nun hilft">').title).toBe('Netz in der Krise – und was nun hilft');
    expect(signals('', '<h1>Ein &shy;Titel\n aus der Überschrift</h1>').title).toBe('Ein Titel aus der Überschrift');
    expect(signals('<meta property="og:title" content="Zerst&amp;ouml;rte Ger&amp;auml;te &amp;#8211; ein Bericht">').title).toBe('Zerstörte Geräte – ein Bericht');
  });

  it('take genre markers from the headline, not from menus', () => {
    const body = `<nav><a>Meinung</a><a>Anzeige</a></nav><article><div><span class="kicker">Kommentar:</span><h1>Ein Titel</h1></div></article>`;
    expect(signals('', body).genreMarkers).toEqual(['Kommentar']);
  });
});
