import { describe, expect, it } from 'vitest';
import { detect } from '../../lib/page/detect.ts';
import { page } from './small-pages.ts';

const german = 'Das Unternehmen hat am Montag in Berlin eine neue Fassung vorgestellt, die auch ohne Verbindung zum Netz arbeitet und von den Entwicklern selbst geprüft wurde.';
const english = 'The company has shown a new version of its product on Monday, which works without a connection and was tested by the developers themselves.';
const sport = 'Die Mannschaft hat am Samstag in der zweiten Halbzeit noch zwei Tore geschossen und sich damit für das Finale in Wien qualifiziert, sagte der Trainer.';
const kitchen = 'Den Teig am Vorabend ansetzen und über Nacht ruhen lassen; am Morgen die Äpfel schälen und in dünne Spalten schneiden, bis der Rand goldbraun ist.';
const tech = 'Die Software läuft auf dem Smartphone und im Browser, teilte der Hersteller der App mit. Die Daten liegen auf einem Server in Frankfurt am Main.';

const article = (text: string, head = '<meta property="og:type" content="article">', lang = 'de'): Document => {
  const document = page(`<nav><p>${english.repeat(3)}</p></nav><article><h1>Titel</h1>${`<p>${text}</p>`.repeat(4)}</article>`, head);
  document.documentElement.setAttribute('lang', lang);
  return document;
};
const plausible = (document: Document, url: string): boolean => detect(document, url).plausible;

describe('the detector holds for plausible', () => {
  it('a German article on a tech host, whatever its subdomain', () => {
    expect(plausible(article(german), 'https://www.heise.de/news/etwas-neues-1234567.html')).toBe(true);
    expect(plausible(article(german, '<script type="application/ld+json">{"@type": ["NewsArticle"], broken</script>'), 'https://winfuture.de/news,1234.html')).toBe(true);
  });

  it('a German article in the tech section of a general paper, by address or by the name the page gives', () => {
    expect(plausible(article(german), 'https://www.spiegel.de/netzwelt/apps/etwas-a-1234.html')).toBe(true);
    expect(plausible(article(german, '<meta property="og:type" content="article"><meta property="article:section" content="Web">'), 'https://www.derstandard.at/story/300000123/etwas')).toBe(true);
  });

  it('a German article about technology anywhere in a general paper', () => {
    expect(plausible(article(tech), 'https://www.derstandard.at/story/300000123/etwas')).toBe(true);
  });

  it('a page that does not say what it is but looks like an article', () => {
    expect(plausible(article(german.repeat(3), ''), 'https://t3n.de/news/')).toBe(false);
    expect(plausible(article(german.repeat(3), ''), 'https://t3n.de/news/etwas-ganz-neues/')).toBe(true);
  });

  it('German text under a wrong language mark', () => {
    expect(plausible(article(german, undefined, 'en'), 'https://www.heise.de/news/etwas-1234567.html')).toBe(true);
  });
});

describe('the detector stays silent on', () => {
  it.each([
    ['an English article', article(english), 'https://www.heise.de/en/news/something-1234567.html'],
    ['English text marked as German', article(english, undefined, 'de'), 'https://www.heise.de/en/news/something-1234567.html'],
    ['a home page', article(german.repeat(4), '<meta property="og:type" content="website">'), 'https://www.heise.de/'],
    ['a list', article(german.repeat(4), '<meta property="og:type" content="website">'), 'https://www.heise.de/newsticker/archiv-der-letzten-meldungen'],
    ['a sports article in a general paper', article(sport), 'https://www.spiegel.de/sport/fussball/etwas-a-1234.html'],
    ['a recipe on a tech host', article(kitchen), 'https://www.heise.de/news/etwas-1234567.html'],
    ['an empty page', page(''), 'https://www.golem.de/news/etwas-neues-2411-123456.html'],
  ])('%s', (_, document, url) => {
    expect(plausible(document, url)).toBe(false);
  });
});

it('the sample holds prose only, and not too much', () => {
  const { sample } = detect(article(german.repeat(40)), 'https://www.heise.de/news/etwas-1234567.html');
  expect(sample).not.toContain('The company');
  expect(sample.length).toBeLessThan(7_000);
});

it('the page stays as it is', () => {
  const document = article(german);
  const before = document.documentElement.outerHTML;
  detect(document, 'https://www.heise.de/news/etwas-1234567.html');
  expect(document.documentElement.outerHTML).toBe(before);
});
