/** From the places of names to entities: one for each thing, with its other names as forms. */
import type { EntityType, Span } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { findNames, type FoundName, isGivenName } from './find-names.ts';
import { findTerms, type FoundTerm } from './find-terms.ts';
import { type NameToken, nameTokens } from './name-tokens.ts';
import { hasNounEnding, isKnownNoun, looksLikeName, typeOfHead, typeOfNoun } from './noun-classes.ts';
import { uniquePlace } from './place-of.ts';
import { cleanLine, type ProposedEntity, type ProposedForm } from './proposal.ts';
import { sentenceAround } from './sentences.ts';
import { idMaker } from './slug.ts';

interface Thing {
  name: string;
  spans: Span[];
  types: EntityType[];
  kinds: string[];
  aliases: Set<string>;
  inflection: ProposedForm['inflection'];
}

/** In German, what a thing is, for a description that says no more than that. */
const typeLabels: Readonly<Record<EntityType, string>> = {
  person: 'Person', company: 'Unternehmen', organisation: 'Organisation', project: 'Projekt', product: 'Produkt', place: 'Ort', event: 'Ereignis', award: 'Auszeichnung', concept: 'Begriff',
};

/**
 * Proposes the entities of a text, sorted by id.
 * @param known whether words at a place are named by a dataset already: then they are left out.
 * @param taken ids that are not free.
 * @param found the names, where they were found already.
 */
export function proposeEntities(reading: Reading, known: (span: Span) => boolean, taken: Iterable<string>, found: readonly FoundName[] = findNames(reading)): ProposedEntity[] {
  const names = found.filter(({ span }) => !known(span));
  const terms = findTerms(reading).filter(({ span }) => !known(span));
  const things = joinAliases(collect(names, terms));
  const words = nameTokens(reading);
  for (const thing of things) addSurname(thing, words);
  const nextId = idMaker(taken);
  const texts = new Set<string>();
  return things.map((thing) => rowOf(thing, reading, nextId(thing.name), texts)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function collect(names: readonly FoundName[], terms: readonly FoundTerm[]): Thing[] {
  const things = new Map<string, Thing>();
  const thingOf = (name: string, inflection: Thing['inflection']): Thing => {
    const key = name.toLowerCase();
    const known = things.get(key) ?? { name, spans: [], types: [], kinds: [], aliases: new Set<string>(), inflection };
    things.set(key, known);
    return known;
  };
  for (const term of terms) {
    const thing = thingOf(cleanLine(term.name, 120), term.inflection);
    thing.spans.push(term.span);
    if (term.type) thing.types.push(term.type);
    for (const alias of term.aliases) thing.aliases.add(alias);
  }
  const shortForms = new Map([...things.values()].flatMap((thing) => [...thing.aliases].map((alias) => [alias, thing] as const)));
  for (const { name, span, type, kind } of names) {
    const thing = shortForms.get(name) ?? shortForms.get(name.replace(/s$/, '')) ?? thingOf(cleanLine(name, 120), 'name');
    thing.spans.push(span);
    if (type) thing.types.push(type);
    if (kind) thing.kinds.push(kind);
  }
  return [...things.values()];
}

/** A single word that only one longer name ends with ("Bezos"), or that is all but the kind word of one, is that name's short form. */
function joinAliases(things: readonly Thing[]): Thing[] {
  const long = things.filter(({ name }) => name.includes(' '));
  const joined = new Set<Thing>();
  for (const thing of things) {
    const owners = long.filter((other) => other !== thing && isShortFor(thing.name, other)).sort((a, b) => b.spans.length - a.spans.length);
    const [owner, rival] = owners;
    if (!owner || (rival && rival.spans.length * 2 > owner.spans.length) || thing.types.includes('place')) continue;
    owner.aliases.add(thing.name);
    owner.spans.push(...thing.spans);
    owner.types.push(...thing.types);
    joined.add(thing);
  }
  return things.filter((thing) => !joined.has(thing));
}

function isShortFor(name: string, { name: long, types }: Thing): boolean {
  const words = long.split(' ');
  if (name.includes('-')) {
    // „Prometheus-Projekt“ beside "Project Prometheus".
    const [head = '', tail = ''] = name.split('-');
    return words.includes(head) && typeOfNoun(tail) !== undefined && words.some((word) => word !== head && typeOfHead(word) !== undefined);
  }
  if (name.includes(' ')) return false;
  if (words.at(-1) === name) return isGivenName(words[0]!) || types.includes('person') || words.length === 2;
  return words[0] === name && words.length === 2 && typeOfHead(words[1]!) !== undefined;
}

/** News name a person in full once, then by surname; surnames that are nouns are found by this alone. */
function addSurname(thing: Thing, words: readonly NameToken[]): void {
  const parts = thing.name.split(' ');
  const surname = parts.at(-1)!;
  if (parts.length < 2 || !isGivenName(parts[0]!) || typeOf(thing) !== 'person') return;
  const isApart = ({ text, begin, end }: NameToken): boolean => (text === surname || text === `${surname}s`) && !thing.spans.some(([from, to]) => from <= begin && end <= to + 1);
  if (words.some(isApart)) thing.aliases.add(surname);
}

function typeOf({ name, types }: Thing): EntityType {
  const votes = new Map<EntityType, number>();
  for (const type of types) votes.set(type, (votes.get(type) ?? 0) + 1);
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  if (best) return best[0];
  const words = name.split(' ');
  if (isGivenName(words[0]!) && words.length > 1) return 'person';
  return /^\p{Lu}{2,5}$/u.test(name) ? 'concept' : 'organisation';
}

function rowOf(thing: Thing, reading: Reading, id: string, taken: Set<string>): ProposedEntity {
  const type = typeOf(thing);
  const [first] = thing.spans.toSorted((a, b) => a[0] - b[0]);
  const forms = [thing.name, ...[...thing.aliases].sort()].filter((text) => {
    const isFree = !taken.has(text);
    taken.add(text);
    return isFree;
  });
  const [kind] = thing.kinds;
  const label = kind && (type === 'person' || typeOfNoun(kind.split(' ').at(-1)!)) ? kind : typeLabels[type];
  return {
    id,
    name: thing.name,
    type,
    description: cleanLine(`${label}; im Artikel genannt.`, 300),
    forms: forms.map((text) => formOf(text, thing, type)),
    evidence: [uniquePlace(reading.text, first!, sentenceAround(reading, first!))],
  };
}

/** The name itself speaks for itself; a short form of it that is a common word or a surname needs context. */
function formOf(text: string, thing: Thing, type: EntityType): ProposedForm {
  const inflection = text === thing.name ? thing.inflection : /^\p{Lu}+$/u.test(text) ? 'noun-s' : 'name';
  const isLoose = text !== thing.name && !looksLikeName(text) && (isKnownNoun(text) || (type !== 'person' && hasNounEnding(text)));
  return { text, inflection, ...(isLoose ? { ambiguous: true } : {}) };
}
