import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor } from '../../lib/anchor/anchor.ts';
import { describe as describePlace } from '../../lib/anchor/describe.ts';
import type { Flag } from '../../lib/model.ts';
import { exampleFlag } from '../store/example-flag.ts';

const text = 'Das Werk liegt am Fluss. Seit Mai beschäftigt Nordwerk dort 400 Menschen, sagt die Leiterin. Im Sommer soll eine zweite Halle folgen.';
const quote = 'Seit Mai beschäftigt Nordwerk dort 400 Menschen';

const flagOf = (of: string, words: string): Flag => ({ ...exampleFlag(), ...describePlace(of, [of.indexOf(words), of.indexOf(words) + words.length]) });
const flag = flagOf(text, quote);
const placed = (now: string, of: Flag = flag) => {
  const { state, span } = anchor(now, of);
  return { state, words: span && now.slice(...span) };
};

describe('a place', () => {
  it('is described by its words, some of its surroundings at word edges, and its offsets', () => {
    expect(describePlace(text, [text.indexOf(quote) - 1, text.indexOf(quote) + quote.length])).toEqual({
      quote: { exact: quote, prefix: 'Das Werk liegt am Fluss. ', suffix: ', sagt die Leiterin. Im Sommer soll eine zweite ' },
      position: { start: 25, end: 72 },
    });
  });

  it('is found again wherever it was described, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), fc.nat(80), fc.nat(80), (any, one, other) => {
        const begin = Math.min(one, other, any.length);
        const end = Math.min(Math.max(one, other), any.length);
        const saved: Flag = { ...exampleFlag(), ...describePlace(any, [begin, end]) };
        const { state, span } = anchor(any, saved);
        if (saved.quote.exact.replaceAll(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '') === '') expect(state).toBe('lost');
        else expect(span).toBeDefined();
      }),
      // Two ideographs beyond the first plane whose normal form lies in it.
      { examples: [['\u{2F80F}\u{2F9AC} ', 1, 0]] },
    );
  });

  it('never throws and never leaves the text, whatever text and flag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string(), fc.string(), fc.nat(), (any, exact, prefix, suffix, start) => {
        const { span } = anchor(any, exampleFlag({ quote: { exact, prefix, suffix }, position: { start, end: start + exact.length } }));
        if (span) expect(0 <= span[0] && span[0] <= span[1] && span[1] <= any.length).toBe(true);
      }),
    );
  });
});

describe('after the page has changed', () => {
  it('stands to the letter where it stood', () => {
    expect(placed(text)).toEqual({ state: 'exact', words: quote });
  });

  it('is the same when only the typesetting changed', () => {
    const now = text.replaceAll(' ', '\u00A0').replace('beschäftigt', 'be\u00ADscha\u0308ftigt').replace('dort ', 'dort \n  ');
    expect(placed(now).state).toBe('exact');
    expect(placed(`»${text}«`)).toEqual({ state: 'exact', words: quote });
  });

  it('is found with changed words between its old neighbours', () => {
    expect(placed(text.replace('dort 400', 'dort schon 400'))).toEqual({ state: 'changed', words: 'Seit Mai beschäftigt Nordwerk dort schon 400 Menschen' });
    expect(placed(text.replace('400', '450'))).toEqual({ state: 'changed', words: 'Seit Mai beschäftigt Nordwerk dort 450 Menschen' });
  });

  it('is not taken for the same sentence about others', () => {
    const elsewhere = 'Die Lage ist ernst. Seit Juli beschäftigt Südbau dort 900 Menschen, heißt es in Graz. Mehr ist nicht bekannt.';
    expect(placed(elsewhere)).toEqual({ state: 'lost', words: undefined });
  });

  it('is moved when it stands among other neighbours', () => {
    expect(placed(`Ein ganz anderer Anfang ohne Bezug. ${quote}. Und ein ganz anderes Ende ohne Bezug.`)).toEqual({ state: 'moved', words: quote });
  });

  it('of several equal places is the one with its neighbours', () => {
    const twice = `Vorweg: ${quote}, so die Gewerkschaft. ${text}`;
    const { span } = anchor(twice, flag);
    expect(span?.[0]).toBe(twice.lastIndexOf(quote));
  });

  it('is lost when it is gone, and short turns of phrase are not guessed', () => {
    expect(placed(text.replace(`${quote}, sagt die Leiterin.`, '')).state).toBe('lost');
    const short = flagOf(text, 'liegt am');
    expect(placed('Der Ort liegt am Rand.', short).state).toBe('lost');
  });

  it('of a short quote is not the same words in the same sentence about others', () => {
    const of = 'Die Halle steht leer. Ob die Rechnung aufgeht, will Jonas Bredow erst im Mai wissen. Der Rat stimmt morgen ab.';
    const now = 'Der Rat stimmt morgen ab. Niemand widersprach. Ob die Rechnung aufgeht, will Jonas Bredow erst im November wissen. Laut Plan wird gebaut.';
    expect(placed(now, flagOf(of, 'Ob die Rechnung aufgeht, will Jonas')).state).toBe('lost');
  });

  it('is not a copy to the letter elsewhere while its own words, changed a little, stand between their old neighbours', () => {
    const copy = `${text} Noch einmal: ${quote}, sagt die Leiterin. Im Sommer soll eine zweite Halle folgen.`;
    const { state, span } = anchor(copy.replace('dort 400', 'dort schon 400'), flag);
    expect(state === 'lost' || span![0] < 40).toBe(true);
  });

  it('does not begin inside another word', () => {
    const of = 'Die Firma heißt Wing und baut Drohnen.';
    const wing = flagOf(of, 'Wing');
    expect(placed('Die Firma heißt Wingsuit und baut Drohnen.', wing).state).toBe('lost');
  });

  it('is found with an advertisement put into it', () => {
    const long = 'Nach Angaben der Leiterin soll im Sommer eine zweite Halle folgen, in der Pumpen gebaut werden.';
    const saved = flagOf(`Das steht fest. ${long} Der Rat stimmte zu.`, long);
    const now = `Das steht fest. ${long.replace('Halle ', 'Halle\n\nAnzeige: Jetzt Newsletter bestellen und kein Angebot mehr verpassen\n\n')} Der Rat stimmte zu.`;
    expect(placed(now, saved)).toMatchObject({ state: 'changed', words: expect.stringMatching(/^Nach Angaben[\s\S]*gebaut werden\.$/) });
  });

  // Gone through for every letter, it would take longer than a test may.
  it('is found in a very long text', () => {
    const filler = 'Ein Satz ohne Belang steht hier. '.repeat(60_000);
    const long = 'Die Leiterin nannte Gründe, die niemanden im Saal überzeugten, und verließ den Raum ohne Abschied. '.repeat(30).trim();
    const saved = flagOf(`Vorher. ${long} Nachher.`, long);
    expect(placed(`${filler}Vorher. ${long.replace('Gründe', 'viele Gründe')} Nachher. ${filler}`, saved).state).toBe('changed');
  });
});
