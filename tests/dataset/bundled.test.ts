/** What ships: the pack of the seed article is complete, and true to the letter. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import { parsePack } from '../../lib/dataset/parse-pack.ts';
import type { Evidence, Pack } from '../../lib/model.ts';
import { loadReading } from '../reading/load.ts';

const pack = bundledPacks.find(({ id }) => id === 'prometheus')!;
const text = readFileSync('seeds/prometheus/article.txt', 'utf8');

/** The ids that the annotation format fixes for the article's named entities. */
const named = `jeff-bezos elon-musk vik-bajaj sergey-brin valentina-gomez project-prometheus amazon google google-life-sciences google-x
  google-deepmind alphabet verily openai meta tesla spacex blue-origin nasa foresite-labs periodic-labs physical-intelligence
  thinking-machines-lab wing waymo grok-4-1 alphafold wikipedia nobelpreis-fuer-chemie italian-tech-week-2025 silicon-valley venedig turin
  italien nordkalifornien usa mars physische-ki grosssprachenmodell`.split(/\s+/);

function* evidenceOf({ entities, claims, findings }: Pack): Generator<Evidence> {
  for (const entity of entities) yield* [...entity.evidence, ...entity.relations.flatMap((relation) => relation.evidence)];
  for (const row of [...claims, ...findings]) yield* row.evidence;
}

describe('the pack of the seed article', () => {
  it('knows all 39 named entities of the article', () => {
    expect(named).toHaveLength(39);
    const known = new Set(pack.entities.map(({ id }) => id));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('names every entity by a form that stands in the article', () => {
    const outside = pack.entities.filter(({ forms }) => !forms.some((form) => text.includes(form.text.replace(/^künstliche|^physische/, (first) => first.slice(0, -1)))));
    // The article speaks of bubbles in the wave of AI; the compound is how others name it. `allgemeine Intelligenz` stands there as it is.
    expect(outside.map(({ id }) => id)).toEqual(['ki-blase']);
  });

  it('holds the assertions of the article, finely split', () => {
    expect(pack.claims.length).toBeGreaterThanOrEqual(85);
    expect(pack.claims.filter((claim) => claim.central).length).toBeGreaterThanOrEqual(65);
  });

  it('has a claim wherever the careful reading found an assertion', () => {
    const covered = (begin: number, end: number): boolean => pack.claims.some(({ evidence }) => evidence.some((place) => {
      const shared = Math.min(end, place.end) - Math.max(begin, place.begin);
      return shared >= 0.8 * Math.min(end - begin, place.end - place.begin);
    }));
    const assertions = loadReading(text).claims;
    expect(assertions.length).toBeGreaterThan(85);
    expect(assertions.filter(({ span: [begin, end] }) => !covered(begin, end)).map(({ gloss }) => gloss)).toEqual([]);
  });

  it('leaves no sentence of the article without a claim or a finding', () => {
    const places = [...pack.claims, ...pack.findings].flatMap((row) => row.evidence);
    const silent = [...text.matchAll(/[^\n]+/g)].filter(({ 0: line, index }) => !places.some((place) => place.begin < index + line.length && place.end > index));
    // The one heading that asserts nothing.
    expect(silent.map(([line]) => line)).toEqual(['Der neue Wettlauf zwischen „KI und der realen Welt“']);
  });

  it('says of every kind of margin note what the article gives occasion to', () => {
    expect(new Set(pack.findings.map(({ kind }) => kind))).toEqual(new Set(['attribution', 'bias', 'language', 'consistency']));
  });

  it('has evidence to the letter', () => {
    for (const place of evidenceOf(pack)) expect(text.slice(place.begin, place.end)).toBe(place.quote);
  });

  it('gives each repeated number once, with all its places', () => {
    const raised = pack.claims.filter((claim) => claim.quantity?.value === 6_200_000_000);
    expect(raised.map((claim) => claim.evidence.length)).toEqual([2]);
  });

  it('never calls a person or claim true or false', () => {
    const own = [...pack.entities.map((entity) => entity.description), ...pack.claims.map((claim) => claim.statement), ...pack.findings.map((finding) => finding.comment)];
    expect(own.filter((line) => /\b(?:falsch|gelogen|Lüge|angeblich|in Wahrheit)/i.test(line))).toEqual([]);
  });

  it('says nothing in the words of the article that should be in its own', () => {
    const own = [...pack.claims.map((claim) => claim.statement), ...pack.entities.map((entity) => entity.description)];
    expect(own.filter((line) => text.includes(line.replace(/\.$/, '')))).toEqual([]);
  });

  it('links to nothing but the German Wikipedia', () => {
    for (const { link } of pack.entities) expect(link ?? '').toMatch(/^$|^https:\/\/de\.wikipedia\.org\/wiki\/\S+$/);
  });
});

describe('every bundled pack', () => {
  it('passes the checks of a pack from outside', () => {
    for (const one of bundledPacks) {
      const beside = bundledPacks.filter((other) => other !== one);
      expect(parsePack(JSON.parse(JSON.stringify(one)), { predicateIds, bundledPacks: beside })).toEqual({ ok: true, value: one });
    }
  });

  it('comes from a folder, and every folder gives one', () => {
    const folders = readdirSync('seeds', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(bundledPacks).toHaveLength(folders.length);
  });
});

const original = '../shared/seed/000_dbb65d5caf6c608c.txt';

it.skipIf(!existsSync(original))('keeps the article byte for byte', () => {
  expect(readFileSync('seeds/prometheus/article.txt').equals(readFileSync(original))).toBe(true);
});
