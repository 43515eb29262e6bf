import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, PageSignals } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';
import { judgePage } from '../../lib/topic/judge-page.ts';

const tech = `Der Hersteller hat am Dienstag ein Smartphone vorgestellt, dessen Prozessor künstliche Intelligenz ohne Verbindung zur Cloud ausführt. Die Software
  erkennt Sprache und übersetzt sie auf dem Gerät, die Daten verlassen das Handy nicht. Nach Angaben der Entwickler läuft das System auch auf älteren Tablets, sofern
  der Arbeitsspeicher reicht. Eine Sicherheitslücke in der ersten Fassung der App ist inzwischen mit einem Update geschlossen. Nutzer müssen es selbst installieren.
  Im Browser steht die Funktion erst im Sommer bereit, teilte der Konzern mit.`;
const sport = `Die Mannschaft hat das Achtelfinale mit einem Sieg in der Nachspielzeit erreicht. Der Trainer wechselte nach der Halbzeit drei Spieler, und der Stürmer
  traf noch am selben Abend zum Ausgleich. Am Sonntag geht es in der Bundesliga gegen den Tabellenführer weiter, der am Samstag spielfrei hatte. Der Torhüter fehlt mit einer
  Verletzung am Knie noch einige Wochen. Im Stadion waren 30.000 Zuschauer, die ihre Mannschaft bis zum Schluss anfeuerten und danach auf dem Platz feierten.`;
const english = `The company has shown a new smartphone with a processor that runs artificial intelligence without a connection to the cloud. The software recognises speech
  and translates it on the device, and the data do not leave the phone. According to the developers the system also runs on older tablets if they have enough memory. A hole in
  the first version of the app has been closed with an update, which users have to install themselves. In the browser it will not be there before the summer.`;

const judge = (text: string, signals: PageSignals = {}, more: Partial<Article> = {}) => judgePage({ text, signals, ...more }, readText(text));

describe('the verdict', () => {
  it('is to annotate a German tech article, and says why', () => {
    const verdict = judge(tech, { url: 'https://www.heise.de/news/x-1.html', ogType: 'article', title: 'Titel' });
    expect(verdict).toMatchObject({ language: 'de', article: true, tech: true, verdict: 'annotate', title: 'Titel' });
    expect(verdict.reasons).toEqual(['lang:de', 'host:heise.de', expect.stringMatching(/^terms:\d+$/), 'og:article']);
    expect(verdict.techScore).toBeGreaterThan(0.9);
  });

  it('needs no signals where the text says enough', () => {
    expect(judge(tech)).toMatchObject({ verdict: 'annotate', article: true, tech: true });
  });

  it.each([
    ['another language', english, {}, {}, 'lang:en'],
    ['another topic', sport, {}, {}, 'not-tech'],
    ['another topic on a tech host', sport, { url: 'https://www.chip.de/news/x.html', ogType: 'article' }, {}, 'not-tech'],
    ['no article', tech, {}, { looksLikeArticle: false }, 'not-article'],
    ['no text', ' \n', {}, {}, 'no-text'],
    ['no text but marks', '„“ – … 😀', {}, {}, 'no-text'],
    ['too little text', tech.slice(0, 160), { ogType: 'article' }, {}, 'too-short'],
  ])('is to skip %s, with the reason', (_, text, signals, more, reason) => {
    const verdict = judge(text, signals, more);
    expect(verdict.verdict).toBe('skip');
    expect(verdict.reasons).toContain(reason);
  });

  it('hears the text, not the page, on the language', () => {
    expect(judge(english, { lang: 'de' }).language).toBe('en');
    expect(judge(tech, { lang: 'en-US' }).language).toBe('de');
  });

  it('names the section of a general paper', () => {
    expect(judge(tech, { url: 'https://www.spiegel.de/netzwelt/apps/x-a-1.html' }).reasons).toEqual(expect.arrayContaining(['host:spiegel.de', 'section:netzwelt']));
  });

  it('takes a lone first line for the title of plain text', () => {
    expect(judge(`Ein neues Telefon\n${tech}`).title).toBe('Ein neues Telefon');
    expect(judge('Nur eine Zeile').title).toBe('');
  });

  it('tells the genre by the marker alone, and quotes it', () => {
    expect(judge(tech, { genreMarkers: ['Netzwelt', 'Kommentar'] }).genre).toEqual({ id: 'opinion', marker: 'Kommentar' });
    expect(judge(tech, { genreMarkers: ['Kommentar', 'Anzeige'] }).genre).toEqual({ id: 'advertisement', marker: 'Anzeige' });
    expect(judge(tech, { genreMarkers: ['Sponsored by Nordlicht'] }).genre).toEqual({ id: 'advertisement', marker: 'Sponsored by Nordlicht' });
    expect(judge(tech, { genreMarkers: ['Testosteron'] }).genre).toBeUndefined();
    expect(judge(`${tech} Das ist ein Kommentar und keine Anzeige.`).genre).toBeUndefined();
  });

  it('takes any text and any signals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string(), fc.array(fc.string(), { maxLength: 4 }), (text, url, list) => {
        const verdict = judge(text, { url, sections: list, structuredTypes: list, genreMarkers: list });
        expect(verdict.techScore).toBeGreaterThanOrEqual(0);
        expect(verdict.techScore).toBeLessThanOrEqual(1);
        expect(verdict.languageConfidence).toBeGreaterThanOrEqual(0);
        expect(verdict.languageConfidence).toBeLessThanOrEqual(1);
        expect(judge(text, { url, sections: list, structuredTypes: list, genreMarkers: list })).toEqual(verdict);
      }),
    );
  });
});
