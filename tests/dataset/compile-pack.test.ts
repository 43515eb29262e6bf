import { describe, expect, it } from 'vitest';
import { compilePack } from '../../lib/dataset/compile-pack.ts';
import { faultsOf, predicates, smallSeed } from './seed-files.ts';

type Seed = ReturnType<typeof smallSeed>;

/** Compiles the small folder after one change. */
function after(change: (seed: Seed) => void): string[] {
  const seed = smallSeed();
  change(seed);
  return faultsOf(seed);
}

describe('a sound folder', () => {
  it('becomes a pack whose evidence has offsets into the article', () => {
    const seed = smallSeed();
    const compiled = compilePack(seed, { predicates });
    if (!compiled.ok) throw new Error('refused');
    const { pack } = compiled;
    expect(pack).toMatchObject({ schema: 'randnotiz.pack/1', id: 'klein', version: '1.0.0', sources: [{ id: 'klein-artikel' }] });
    const places = [...pack.entities.flatMap((entity) => [...entity.evidence, ...entity.relations.flatMap((relation) => relation.evidence)]), ...pack.claims.flatMap((claim) => claim.evidence), ...pack.findings.flatMap((finding) => finding.evidence)];
    expect(places).toHaveLength(5);
    for (const place of places) expect(seed.text.slice(place.begin, place.end)).toBe(place.quote);
  });

  it('gets its empty lists and the usual polarity filled in', () => {
    const compiled = compilePack(smallSeed(), { predicates });
    if (!compiled.ok) throw new Error('refused');
    expect(compiled.pack.claims[0]).toMatchObject({ polarity: 'affirmed', words: [] });
    expect(compiled.pack.entities[1]).toMatchObject({ roles: [], context: [], excludes: [], relations: [] });
  });

  it('may refer to what another pack defines', () => {
    const seed = smallSeed();
    seed.claims.claims[0]!['objects'] = ['andere-firma'];
    expect(compilePack(seed, { predicates, known: new Set(['andere-firma']) }).ok).toBe(true);
  });
});

describe('evidence', () => {
  const evidence = (place: unknown) => after((seed) => { seed.claims.claims[0]!['evidence'] = [place]; });

  it('is taken when it says which of several places', () => {
    expect(evidence({ quote: 'Ada Beispiel', occurrence: 2 })).toEqual([]);
    expect(evidence({ quote: 'Musterwerk', within: 'Ada Beispiel leitet Musterwerk' })).toEqual([]);
  });

  it.each([
    ['not in the article', 'Musterwerk verlor', 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence[0]: »Musterwerk verlor« is not in the article; it agrees up to »Musterwerk «, where the article goes on with »sammelte 2 Millionen«'],
    ['nowhere near it', 'Xyz', 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence[0]: »Xyz« is not in the article'],
    ['more than once', 'Ada Beispiel', 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence[0]: »Ada Beispiel« stands 2 times in the article: add "occurrence" or "within"'],
    ['an occurrence too far', { quote: 'Ada Beispiel', occurrence: 3 }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence[0]: »Ada Beispiel« stands 2 times in the article: there is no occurrence 3'],
    ['an occurrence of nothing', { quote: 'Xyz', occurrence: 1 }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence[0]: »Xyz« is not in the article'],
    ['within something ambiguous', { quote: 'Ada', within: 'Ada Beispiel' }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence[0]: »Ada« has a "within" »Ada Beispiel« that stands 2 times in the article: add "occurrence" or "within"'],
    ['not within its quote', { quote: 'leitet', within: 'Ada Beispiel gründete' }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence[0]: »leitet« is not in its "within"'],
    ['nothing at all', undefined, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence[0]: »undefined« must be a quote, or {quote, occurrence}, or {quote, within}'],
  ])('is refused: %s', (_name, place, message) => {
    expect(evidence(place)).toEqual([message]);
  });

  it('finds overlapping places too', () => {
    const seed = smallSeed();
    seed.text += ' Tatatata.';
    seed.claims.claims[0]!['evidence'] = ['tata'];
    expect(faultsOf(seed)[0]).toContain('stands 2 times');
  });
});

describe('a broken folder is refused with file, path, value and reason', () => {
  const cases: [name: string, change: (seed: Seed) => void, message: string][] = [
    ['empty article', (seed) => { seed.text = ' \n'; }, 'seeds/klein/article.txt: is empty'],
    ['missing key', (seed) => { delete seed.article.source['licence']; }, 'seeds/klein/article.yml: source.licence: is missing'],
    ['unknown key', (seed) => { seed.claims.claims[0]!['centrall'] = true; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].centrall: »centrall« is an unknown key: spell it right, or take it out'],
    ['number where text is meant', (seed) => { seed.claims.claims[0]!['time'] = 2015; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].time: »2015« must be text (put numbers and dates in quotation marks)'],
    ['text where a number is meant', (seed) => { seed.claims.claims[0]!['quantity'] = { value: '2 Mio', unit: 'EUR' }; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].quantity.value: »2 Mio« must be a number'],
    ['number without end', (seed) => { seed.claims.claims[0]!['quantity'] = { value: Infinity, unit: 'EUR' }; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].quantity.value: »Infinity« must be a finite number'],
    ['odd unit', (seed) => { seed.claims.claims[0]!['quantity'] = { value: 1, unit: '€' }; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].quantity.unit: »€« must be a unit id like USD, people or percent'],
    ['id with an umlaut', (seed) => { seed.entities.entities[1]!['id'] = 'müsterwerk'; }, 'seeds/klein/entities.yml: entities[1].id: »müsterwerk« must be kebab-case ASCII: lower case letters, digits and single hyphens (ä→ae, ß→ss)'],
    ['unknown type', (seed) => { seed.entities.entities[1]!['type'] = 'firma'; }, 'seeds/klein/entities.yml: entities[musterwerk].type: »firma« must be one of: person, company, organisation, project, product, place, event, award, concept'],
    ['unknown inflection', (seed) => { seed.entities.entities[1]!['forms'] = [{ text: 'Musterwerk', inflection: 'x' }]; }, 'seeds/klein/entities.yml: entities[musterwerk].forms[0].inflection: »x« must be one of: name, noun-s, noun-en, adjective-noun, invariant'],
    ['stray space', (seed) => { seed.entities.entities[1]!['description'] = 'Ein  Unternehmen.'; }, 'seeds/klein/entities.yml: entities[musterwerk].description: »Ein  Unternehmen.« has stray spaces at an end or two in a row'],
    ['invisible character', (seed) => { seed.entities.entities[1]!['description'] = 'Ein Unter\u00ADnehmen.'; }, 'seeds/klein/entities.yml: entities[musterwerk].description: »Ein Unter\u00ADnehmen.« has an invisible or control character'],
    ['decomposed letters', (seed) => { seed.entities.entities[1]!['description'] = 'Ein Gescha\u0308ft.'; }, 'seeds/klein/entities.yml: entities[musterwerk].description: »Ein Gescha\u0308ft.« has decomposed letters; write them composed (NFC)'],
    ['no forms', (seed) => { seed.entities.entities[1]!['forms'] = []; }, 'seeds/klein/entities.yml: entities[musterwerk].forms: »[0 items]« must have at least one form'],
    ['no evidence', (seed) => { seed.claims.claims[0]!['evidence'] = []; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].evidence: »[0 items]« must have at least one place as evidence'],
    ['link to a script', (seed) => { seed.entities.entities[1]!['link'] = 'javascript:alert(1)'; }, 'seeds/klein/entities.yml: entities[musterwerk].link: »javascript:alert(1)« must be an http or https address without user name or port'],
    ['context phrase', (seed) => { seed.entities.entities[1]!['context'] = ['Model 3']; }, 'seeds/klein/entities.yml: entities[musterwerk].context[0]: »Model 3« must be a single word, without spaces or hyphens'],
    ['half a sentence', (seed) => { seed.claims.claims[0]!['statement'] = 'Musterwerk hat Geld'; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].statement: »Musterwerk hat Geld« must be a whole sentence with its full stop'],
    ['a list instead of a block', (seed) => { (seed as Record<string, unknown>)['findings'] = []; }, 'seeds/klein/findings.yml: findings: is missing'],
    ['an empty file', (seed) => { (seed as Record<string, unknown>)['findings'] = null; }, 'seeds/klein/findings.yml: »null« must be a block of keys and values'],
    ['version as a number', (seed) => { seed.article.pack['version'] = 1; }, 'seeds/klein/article.yml: pack.version: »1« must be text in quotation marks, like "1.0.0"'],
    ['entity id twice', (seed) => { seed.entities.entities.push({ ...seed.entities.entities[1]!, forms: [{ text: 'Musterwerk', inflection: 'name', ambiguous: true }], context: ['Ada'] }); seed.entities.entities[1]!['forms'] = [{ text: 'Musterwerk', inflection: 'name' }]; }, 'seeds/klein/entities.yml: entities[musterwerk].id: »musterwerk« stands twice; an id is used once'],
    ['claim id twice', (seed) => { seed.claims.claims.push(seed.claims.claims[0]!); }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].id: »musterwerk-raised-2-million« stands twice; an id is used once'],
    ['unknown predicate of a claim', (seed) => { seed.claims.claims[0]!['predicate'] = 'eats'; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].predicate: »eats« is not in lib/claims/predicates.yml: take one of its ids'],
    ['unknown predicate of a relation', (seed) => { (seed.entities.entities[0]!['relations'] as Record<string, unknown>[])[0]!['predicate'] = 'eats'; }, 'seeds/klein/entities.yml: entities[ada-beispiel].relations[0].predicate: »eats« is not in lib/claims/predicates.yml: take one of its ids'],
    ['relation to nobody', (seed) => { (seed.entities.entities[0]!['relations'] as Record<string, unknown>[])[0]!['to'] = 'niemand'; }, 'seeds/klein/entities.yml: entities[ada-beispiel].relations[0].to: »niemand« is not an entity of this pack or of one beside it: define it, or take this out'],
    ['relation to itself', (seed) => { (seed.entities.entities[0]!['relations'] as Record<string, unknown>[])[0]!['to'] = 'ada-beispiel'; }, 'seeds/klein/entities.yml: entities[ada-beispiel].relations[0].to: »ada-beispiel« relates the entity to itself'],
    ['evidence of a relation', (seed) => { (seed.entities.entities[0]!['relations'] as Record<string, unknown>[])[0]!['evidence'] = ['Xyz']; }, 'seeds/klein/entities.yml: entities[ada-beispiel].relations[0].evidence[0]: »Xyz« is not in the article'],
    ['evidence of an entity', (seed) => { seed.entities.entities[0]!['evidence'] = ['Xyz']; }, 'seeds/klein/entities.yml: entities[ada-beispiel].evidence[0]: »Xyz« is not in the article'],
    ['evidence of a finding', (seed) => { seed.findings.findings[0]!['evidence'] = ['Xyz']; }, 'seeds/klein/findings.yml: findings[0].evidence[0]: »Xyz« is not in the article'],
    ['the same place twice', (seed) => { seed.findings.findings[0]!['evidence'] = ['leitet', 'leitet']; }, 'seeds/klein/findings.yml: findings[0].evidence[1]: »leitet« is the same place twice'],
    ['unknown subject', (seed) => { seed.claims.claims[0]!['subject'] = 'niemand'; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].subject: »niemand« is not an entity of this pack or of one beside it: define it, or take this out'],
    ['unknown object', (seed) => { seed.claims.claims[0]!['objects'] = ['niemand']; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].objects[0]: »niemand« is not an entity of this pack or of one beside it: define it, or take this out'],
    ['subject among objects', (seed) => { seed.claims.claims[0]!['objects'] = ['musterwerk']; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].objects[0]: »musterwerk« is the subject or stands twice'],
    ['source without a name', (seed) => { seed.claims.claims[0]!['attribution'] = { source: 'anonymous' }; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].attribution: »{source}« must have a name exactly when it has a source'],
    ['name without a source', (seed) => { seed.claims.claims[0]!['attribution'] = { source: 'none', name: 'Ada' }; }, 'seeds/klein/claims.yml: claims[musterwerk-raised-2-million].attribution: »{source, name}« must have a name exactly when it has a source'],
    ['form twice', (seed) => { seed.entities.entities[1]!['forms'] = [{ text: 'Musterwerk', inflection: 'name' }, { text: 'Musterwerk', inflection: 'noun-s' }]; }, 'seeds/klein/entities.yml: entities[musterwerk].forms[1].text: »Musterwerk« stands twice'],
    ['form of two entities', (seed) => { (seed.entities.entities[0]!['forms'] as unknown[]).push({ text: 'Musterwerk', inflection: 'name', ambiguous: true }); }, 'seeds/klein/entities.yml: entities[musterwerk].forms[0].text: »Musterwerk« is a form of ada-beispiel too: declare it "ambiguous: true" in each'],
    ['name that is no form', (seed) => { seed.entities.entities[1]!['name'] = 'Musterwerk GmbH'; }, 'seeds/klein/entities.yml: entities[musterwerk].name: »Musterwerk GmbH« must be one of the forms'],
    ['idle exclusion', (seed) => { seed.entities.entities[1]!['excludes'] = ['Beispielwerk']; }, 'seeds/klein/entities.yml: entities[musterwerk].excludes[0]: »Beispielwerk« contains none of the forms, so it can never exclude anything'],
    ['nothing but ambiguous forms', (seed) => { seed.entities.entities[1]!['forms'] = [{ text: 'Musterwerk', inflection: 'name', ambiguous: true }]; }, 'seeds/klein/entities.yml: entities[musterwerk].context: is missing: every form is ambiguous, so without context words the entity could never be found'],
    ['category of another kind', (seed) => { seed.findings.findings[0]!['category'] = 'hype'; }, 'seeds/klein/findings.yml: findings[0].category: »hype« must be one of: direct, indirect, reported, free-indirect, mixed, named, anonymous, collective, institution, media, none'],
  ];

  it.each(cases)('%s', (_name, change, message) => {
    expect(after(change)).toEqual([message]);
  });

  it('all files at once, so that one build shows everything', () => {
    const faults = after((seed) => {
      delete seed.article.pack['title'];
      seed.entities.entities[0]!['type'] = 'x';
      seed.claims.claims[0]!['central'] = 'ja';
      seed.findings.findings[0]!['kind'] = 'x';
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['article', 'entities', 'claims', 'findings'].map((file) => `seeds/klein/${file}.yml`));
  });

  it('an id that a folder beside it defines', () => {
    const taken = { entities: new Map([['musterwerk', 'seeds/anders']]), claims: new Map([['musterwerk-raised-2-million', 'seeds/anders']]) };
    const compiled = compilePack(smallSeed(), { predicates, taken });
    expect(compiled.ok ? [] : compiled.faults.map((fault) => fault.reason)).toEqual(Array(2).fill('is already defined in seeds/anders; refer to it instead'));
  });
});
