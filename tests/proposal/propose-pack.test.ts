import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../lib/dataset/compile-pack.ts';
import { describeFault } from '../../lib/dataset/fault.ts';
import type { Pack } from '../../lib/model.ts';
import type { Proposal } from '../../lib/proposal/proposal.ts';
import { proposePack } from '../../lib/proposal/propose-pack.ts';
import { figure } from '../reading/measure.ts';
import { seedArticle } from '../reading/load.ts';
import { measureProposal } from './seed.ts';

/** What is wrong with a proposal as a folder; empty for one that can be built as it is. */
function faults({ text, article, entities, claims, findings }: Proposal, beside: readonly Pack[] = []): string[] {
  const known = new Set(beside.flatMap((pack) => pack.entities.map(({ id }) => id)));
  const plain = JSON.parse(JSON.stringify({ path: 'x', text, article, entities: { entities }, claims: { claims }, findings: { findings } })) as Parameters<typeof compilePack>[0];
  const compiled = compilePack(plain, { predicates: new Set(predicateIds), known });
  return compiled.ok ? [] : compiled.faults.map(describeFault);
}

const article = `Wärmepumpe lernt Wetter
Die Stadtwerke Musterhausen erproben ein neues System. Entwickelt hat es die Softwarefirma Wolkenheiz aus Bremen. „Wir sparen ein Fünftel“, sagte Gründerin Anna Beispiel.
Wolkenheiz sammelte 2024 vier Millionen Euro ein. Künstliche Intelligenz (KI) ist nicht beteiligt. Laut Beispiel hat das Unternehmen 30 Mitarbeiter.`;

describe('a proposal for an article', () => {
  const proposal = proposePack({ text: article, signals: { title: 'Wärmepumpe lernt Wetter', url: 'https://beispiel.example/a', publisher: 'Beispielblatt' } });

  it('finds names, their kind and their short forms', () => {
    const found = Object.fromEntries(proposal.entities.map(({ name, type }) => [name, type]));
    expect(found).toMatchObject({ Wolkenheiz: 'company', Bremen: 'place', 'Anna Beispiel': 'person', 'künstliche Intelligenz': 'concept' });
    expect(proposal.entities.find(({ name }) => name === 'Anna Beispiel')?.forms.map(({ text }) => text)).toContain('Beispiel');
  });

  it('tells a place by its preposition, a rival from its name, a count from a version, and a clause behind a colon from a name', () => {
    const { entities } = proposePack({ text: 'Neue Batterie aus Musterstadt\nDer Konkurrent Varioplan aus Hinterwald erreicht mit seinem System Grok 4.1 laut Institut ABCD 160 Wattstunden. Verbraucher warnen: Das Werk brauche Wasser.', signals: {} });
    const found = Object.fromEntries(entities.map(({ name, type }) => [name, type]));
    expect(found).toMatchObject({ Varioplan: 'company', Hinterwald: 'place' });
    expect(Object.keys(found).filter((name) => /160|Das Werk|Konkurrent/.test(name))).toEqual([]);
    expect(Object.keys(found).some((name) => name.includes('Grok 4.1'))).toBe(true);
  });

  it.each([
    ['Die Chemikerin Jördis Petersen leitet das Labor.', 'Jördis Petersen', 'person'],
    ['Die Bodenkundlerin Sabine Thoms sagte nichts.', 'Sabine Thoms', 'person'],
    ['Das Geld gab der Bremer Kapitalgeber Nordlicht Ventures.', 'Nordlicht Ventures', 'company'],
    ['Kieler Start-up Wattfunk baut Funkmasten', 'Wattfunk', 'company'],
    ['Gegründet wurde Wattfunk 2021 in Kiel, und Wattfunk baut Masten.', 'Wattfunk', undefined],
    ['Die CES 2027 öffnet im Januar.', 'CES 2027', undefined],
    ['Den Mast nennt die Firma Barke 7. Auf Barke 7 Antennen zu setzen ist teuer.', 'Barke 7', undefined],
    ['Genehmigt hat das Bundesamt für Funk und Strahlen den Mast.', 'Bundesamt für Funk und Strahlen', 'organisation'],
    ['Gemessen hat die Universität Kiel die Strahlung.', 'Universität Kiel', 'organisation'],
    ['Ein früheres Vorhaben hieß Project Pelican und endete bald.', 'Project Pelican', 'project'],
  ])('in „%s“ finds %s', (text, name, type) => {
    const { entities } = proposePack({ text, signals: {} });
    const found = entities.filter((one) => one.name.split(' ').some((word) => name.split(' ').includes(word)));
    expect(found.map((one) => one.name)).toEqual([name]);
    if (type) expect(found[0]!.type).toBe(type);
  });

  it('takes no measure and no set phrase for a name', () => {
    const { entities } = proposePack({ text: 'Der Mast steht in 40 Metern Höhe und soll auf Dauer halten.', signals: {} });
    expect(entities).toEqual([]);
  });

  it('makes no claim of a frame that only says who speaks', () => {
    const { claims } = proposePack({ text: '„Wir sparen 40 Prozent der Energie“, sagte Gründerin Anna Beispiel bei der Vorführung.', signals: {} });
    expect(claims.map(({ statement }) => statement).filter((statement) => statement.startsWith('Sagte'))).toEqual([]);
  });

  it('finds claims with subject, predicate, figure, time and source', () => {
    expect(proposal.claims).toContainEqual(expect.objectContaining({ subject: 'wolkenheiz', predicate: 'funding', quantity: { value: 4_000_000, unit: 'EUR' }, time: '2024' }));
    expect(proposal.claims).toContainEqual(expect.objectContaining({ predicate: 'employs', quantity: { value: 30, unit: 'people' }, attribution: { source: 'named', name: 'Anna Beispiel' } }));
  });

  it('finds who is quoted', () => {
    expect(proposal.findings.map(({ comment }) => comment)).toContain('Wiedergegeben nach: Anna Beispiel.');
  });

  it('describes its source as far as the page does', () => {
    expect(proposal.article.source).toMatchObject({ title: 'Wärmepumpe lernt Wetter', publisher: 'Beispielblatt', url: 'https://beispiel.example/a' });
  });

  it('can be built as it is', () => {
    expect(faults(proposal)).toEqual([]);
  });

  it('refers to what other packs define', () => {
    const beside = proposePack({ text: seedArticle(), signals: {} }, bundledPacks);
    const taken = new Set(bundledPacks.flatMap((pack) => pack.entities.map(({ id }) => id)));
    expect(beside.entities.filter(({ id }) => taken.has(id))).toEqual([]);
    expect(beside.claims.some(({ subject }) => subject === 'jeff-bezos')).toBe(true);
    expect(faults(beside, bundledPacks)).toEqual([]);
  });
});

describe('on an article it was not made with', () => {
  const proposal = proposePack({ text: readFileSync('tests/proposal/articles/wellenwerk.txt', 'utf8'), signals: {} });

  it('finds who and what is named, and little else', () => {
    const named = {
      'Bundesamt für Seeschifffahrt und Hydrographie': 'organisation', 'Deutsche Klimarechnung GmbH': 'company', Infineon: 'company', 'Jule Petersen': 'person', 'Malte Brandt': 'person', 'Nordlicht Ventures': 'company',
      'Project Natick': 'project', 'Sabine Thoms': 'person', 'Universität Rostock': 'organisation', Wellenwerk: 'company',
    };
    expect(Object.fromEntries(proposal.entities.map(({ name, type }) => [name, type]))).toMatchObject(named);
    expect(proposal.entities.length).toBeLessThanOrEqual(Object.keys(named).length + 3);
  });

  it('can be built as it is', () => {
    expect(faults(proposal)).toEqual([]);
  });
});

describe('on the seed article, knowing nothing beforehand', () => {
  const measured = measureProposal();

  it('finds at least 0.8 of the named entities', () => {
    expect(measured.entities.recall, figure('entities', measured.entities.recall, measured.entities.missed)).toBeGreaterThanOrEqual(0.8);
  });

  it('finds at least 0.6 of the central claims', () => {
    expect(measured.claims.recall, figure('central claims', measured.claims.recall, measured.claims.missed.map(({ gloss }) => gloss))).toBeGreaterThanOrEqual(0.6);
  });

  it('proposes more that is right than wrong', () => {
    expect(measured.precision.entities).toBeGreaterThanOrEqual(0.6);
    expect(measured.precision.claims).toBeGreaterThanOrEqual(0.5);
  });

  it('can be built as it is', () => {
    expect(faults(proposePack({ text: seedArticle(), signals: {} }))).toEqual([]);
  });
});

describe('whatever the text', () => {
  const sentence = fc.constantFrom('Die Firma Müller & Söhne', 'Anna', 'gründete', '2015', '„Blaue Kiste“', '(KI)', 'mit', 'dem Start-up', 'XYZ-Werk', 'sagte', 'er', '4,5 Milliarden Euro', '.', '?', '\n', '\u00AD', '’s', 'Künstliche Intelligenz', 'nicht', ',');
  const german = fc.array(sentence, { maxLength: 60 }).map((words) => words.join(' '));

  it('is sound, and the same each time', () => {
    fc.assert(fc.property(fc.oneof(german, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      const proposal = proposePack({ text, signals: {} });
      if (text.trim() !== '') expect(faults(proposal)).toEqual([]);
      expect(proposePack({ text, signals: {} })).toEqual(proposal);
    }), { numRuns: 150 });
  });

  // In time that grows with the square of it, it would take longer than a test may.
  it('of sixty times the article is read to its end', () => {
    expect(proposePack({ text: `${article}\n`.repeat(60), signals: {} }).entities.length).toBeGreaterThan(0);
  });
});
