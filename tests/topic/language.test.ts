import { describe, expect, it } from 'vitest';
import { readText } from '../../lib/text/read-text.ts';
import { languageOf } from '../../lib/topic/language.ts';

const of = (text: string): string => languageOf(readText(text)).tag;

const texts: Record<string, string> = {
  de: 'Die Firma hat im vergangenen Jahr mehr Geräte verkauft als je zuvor, obwohl der Markt insgesamt geschrumpft ist. Das teilte sie am Montag in Wien mit.',
  en: 'The company sold more devices last year than ever before, although the market as a whole has shrunk. This is what it said in Vienna on Monday.',
  fr: "L’entreprise a vendu l’année dernière plus d’appareils que jamais, bien que le marché dans son ensemble se soit rétréci, a-t-elle annoncé lundi à Vienne.",
  nl: 'Het bedrijf heeft vorig jaar meer apparaten verkocht dan ooit tevoren, hoewel de markt als geheel is gekrompen. Dat heeft het maandag in Wenen bekendgemaakt.',
  it: 'L’azienda ha venduto l’anno scorso più dispositivi che mai, anche se il mercato nel suo complesso si è ridotto, ha comunicato lunedì a Vienna.',
  es: 'La empresa vendió el año pasado más aparatos que nunca, aunque el mercado en su conjunto se ha reducido, según comunicó el lunes en Viena.',
  da: 'Virksomheden solgte sidste år flere apparater end nogensinde før, selv om markedet som helhed er skrumpet. Det meddelte den mandag i Wien.',
  ru: 'В прошлом году компания продала больше устройств, чем когда-либо прежде, хотя рынок в целом сократился. Об этом она сообщила в понедельник в Вене.',
};

describe('the language', () => {
  it.each(Object.entries(texts))('of a sentence or two in %s is told', (tag, text) => {
    expect(of(text)).toBe(tag);
  });

  it('of German full of English names is German', () => {
    expect(of('Mit „The Last of Us Part II Remastered“ und „Call of Duty: Black Ops“ stehen zwei alte Bekannte an der Spitze, wie der Verband am Montag in Berlin mitteilte.')).toBe('de');
  });

  it('of Swiss German spelling and of Austrian words is German', () => {
    expect(of('Im Jänner grüsste der Geschäftsführer die Gäste des Kongresses und schloss die Tür, weil es draussen zu laut war und niemand ihn verstand.')).toBe('de');
  });

  it('of nothing, of numbers and of two words is not told', () => {
    for (const text of ['', '  ', '12 34 56', '🙂🙂', 'Alle Artikel']) expect(of(text)).toBe('und');
  });

  it('is more certain of a page than of a line', () => {
    const line = languageOf(readText('Das ist nur ein kurzer Satz.'));
    const page = languageOf(readText(texts['de']!.repeat(10)));
    expect(page.confidence).toBeGreaterThan(line.confidence);
  });
});
