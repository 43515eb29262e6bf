import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesAt } from '../../lib/match/candidates.ts';
import { possibleEndings } from '../../lib/match/endings.ts';
import { hashText, joinHash } from '../../lib/match/form-hash.ts';
import { buildFormIndex } from '../../lib/match/form-index.ts';
import { bytesPerForm, compileForms, FormTable } from '../../lib/match/form-table.ts';
import { houseSpellings } from '../../lib/match/form-shapes.ts';
import { cutPieces, fold, foldedOf, joint, jointsOf, wordPieces } from '../../lib/match/pieces.ts';
import type { Entity } from '../../lib/model.ts';

type Form = Entity['forms'][number];

function entity(id: string, forms: readonly string[], excludes: readonly string[] = []): Entity & { pack: string } {
  return { id, name: id, type: 'company', description: id, forms: forms.map((text): Form => ({ text, inflection: 'name' })), roles: [], context: [], excludes: [...excludes], relations: [], evidence: [], pack: 'test' };
}

/** Forms without other spellings. Few letters, so that forms are prefixes of each other, one letter long, and equal after folding. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 's', 'ß', 'Ü', 'A'), minLength: 1, maxLength: 4 });
const joiner = fc.constantFrom(' ', '-', '.', ' & ', '’');
const phrase = fc.tuple(word, fc.array(fc.tuple(joiner, word), { maxLength: 3 })).map(([first, rest]) => first + rest.map(([sign, next]) => sign + next).join('')).filter((form) => houseSpellings(form).length === 0);

/** Joint and folded piece of each step. */
function keysOf(form: string): string[] {
  const cut = cutPieces(form);
  return jointsOf(form, cut).map((before, at) => before + fold(form.slice(cut.begins[at], cut.ends[at])));
}

/** What a plain Map of all keys finds: every stretch of pieces, with and without its last piece's endings. */
function byMap(text: string, forms: readonly string[]): string[] {
  const known = new Map<string, string[]>();
  for (const form of new Set(forms)) known.set(keysOf(form).join('|'), [...(known.get(keysOf(form).join('|')) ?? []), form]);
  const pieces = wordPieces(text);
  const found: string[] = [];
  for (let first = 0; first < pieces.count; first += 1) {
    let path = '';
    for (let last = first; last < pieces.count; last += 1) {
      const between = last === first ? '' : joint(text, pieces.ends[last - 1]!, pieces.begins[last]!);
      if (between === undefined) break;
      const folded = foldedOf(pieces.words[last]!);
      const stem = `${path}${last === first ? '' : '|'}${between}`;
      for (const ending of ['', ...possibleEndings(folded)]) {
        if (ending !== '' && (folded.length <= ending.length || !folded.endsWith(ending))) continue;
        for (const form of known.get(stem + folded.slice(0, folded.length - ending.length)) ?? []) found.push(`${first} ${last} ${ending} ${form}`);
      }
      path = stem + folded;
    }
  }
  return found.sort();
}

describe('the table of forms', () => {
  test('finds what a Map finds, for any forms in any text', () => {
    fc.assert(fc.property(fc.array(phrase, { maxLength: 30 }), fc.array(fc.tuple(phrase, joiner), { maxLength: 12 }), (forms, parts) => {
      const text = parts.map(([part, sign]) => part + sign).join('');
      const index = buildFormIndex(forms.map((form, at) => entity(`e${at}`, [form])));
      const pieces = wordPieces(text);
      const met: string[] = [];
      for (let first = 0; first < pieces.count; first += 1) {
        let path = 0;
        for (let last = first; last < pieces.count; last += 1) {
          const between = last === first ? '' : joint(text, pieces.ends[last - 1]!, pieces.begins[last]!);
          if (between === undefined) break;
          const folded = foldedOf(pieces.words[last]!);
          for (const ending of ['', ...possibleEndings(folded)]) {
            if (ending !== '' && (folded.length <= ending.length || !folded.endsWith(ending))) continue;
            const hash = joinHash(path, between, hashText(folded, folded.length - ending.length));
            const entries = index.table.mayHold(hash) ? index.table.find(hash) : [];
            const wanted = [...pieces.words.slice(first, last).map(foldedOf), folded.slice(0, folded.length - ending.length)];
            for (const one of new Set(entries.map((entry) => index.end(entry)))) {
              const isSame = one.folded.length === wanted.length && one.folded.every((piece, step) => piece === wanted[step] && one.joints[step] === (step === 0 ? '' : joint(text, pieces.ends[first + step - 1]!, pieces.begins[first + step]!)));
              const form = forms[Number(one.entity.id.slice(1))]!;
              if (isSame) met.push(`${first} ${last} ${ending} ${form}`);
            }
          }
          path = joinHash(path, between, hashText(folded));
          if (!index.table.mayHold(path)) break;
        }
      }
      expect([...new Set(met)].sort()).toEqual([...new Set(byMap(text, forms))]);
    }));
  });

  test('lets few words through that begin no form, however many forms there are', () => {
    for (const count of [50, 300, 3000, 20_000]) {
      const table = new FormTable(compileForms([{ forms: Array.from({ length: count }, (_, at): Form => ({ text: `Nord${at} Werk`, inflection: 'invariant', ambiguous: false })), excludes: [] }]));
      const passed = Array.from({ length: 5000 }, (_, at) => `süd${at}`).filter((other) => table.mayHold(joinHash(0, '', hashText(other))));
      expect(passed.length / 5000, `of ${count}`).toBeLessThan(0.12);
    }
  });

  test('gives every form back as written, with its owner and kind', () => {
    fc.assert(fc.property(fc.array(fc.array(phrase, { maxLength: 4 }), { maxLength: 20 }), (owners) => {
      const table = new FormTable(compileForms(owners.map((forms, at) => ({ forms: forms.map((text): Form => ({ text, inflection: 'invariant', ambiguous: at % 2 === 0 })), excludes: [`${at} anders`] }))));
      const rows = Array.from({ length: table.count }, (_, entry) => table.read(entry)).map(({ text, entity: owner, excludes, ambiguous, inflection }) => `${owner} ${excludes} ${ambiguous} ${inflection} ${text}`);
      const wanted = owners.flatMap((forms, at) => [...new Set(forms.map((text) => `${at} false ${at % 2 === 0} invariant ${text.normalize('NFC')}`)), `${at} true false noun-en ${at} anders`]);
      expect(rows.sort()).toEqual(wanted.sort());
    }));
  });

  test('a hash that is met by chance is no form', () => {
    const index = buildFormIndex([entity('e0', ['Nordwerk'])]);
    const everything = { count: 1, mayHold: () => true, find: () => [0] };
    const text = 'Nordwerk Südwerk Nordwerks';
    const scene = { text, pieces: wordPieces(text), inCapitals: () => false };
    const met = Array.from({ length: 3 }, (_, at) => candidatesAt(scene, at, { ...index, table: everything }).map(({ begin, end, ending }) => [begin, end, ending]));
    expect(met).toEqual([[[0, 8, '']], [], [[17, 26, 's']]]);
  });

  test.each([0, 1, 60, 100_000])('%i forms take at most 13 bytes each beside their letters', (count) => {
    const forms = Array.from({ length: count }, (_, at) => `${['Nord', 'Blau', 'Kern'][at % 3]}werk${at} ${['Labs', 'Motors'][at % 2]}`);
    const buffer = compileForms(forms.map((text) => ({ forms: [{ text, inflection: 'name' }], excludes: [] })));
    expect(new FormTable(buffer).count).toBe(count);
    if (count >= 60) expect(bytesPerForm(buffer)).toBeLessThanOrEqual(13);
  });

  test('what is no table, or one cut short, is refused', () => {
    const whole = compileForms([entity('e0', ['Nordwerk'])]);
    for (const broken of [new ArrayBuffer(0), new ArrayBuffer(64), whole.slice(0, whole.byteLength - 2)]) expect(() => new FormTable(broken)).toThrow('no table of forms');
  });
});
