/**
 * Whom each sentence is about: names from the entity notes, roles of the dataset (`der Amazon-Gründer`), and where neither
 * stands, pronouns and kind words for the last one named: at most two sentences back, a person for `er`, a company for `es`.
 */
import type { Dataset } from '../dataset/dataset.ts';
import { candidatesAt, type Scene } from '../match/candidates.ts';
import { openingsIn } from '../match/dataset-places.ts';
import { buildFormIndex } from '../match/form-index.ts';
import { piecesOf } from '../match/pieces.ts';
import type { Draft, EntityNote, EntityType, Span } from '../model.ts';
import { keep } from '../text/keep.ts';
import { questionOf, visitPlaces } from '../text/places.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import { factOf } from '../text/words.ts';
import type { FoundParticipant as Known } from './statements.ts';
import table from './stand-ins.yml';

const words = table as { persons: string[]; groups: string[]; articles: string[]; kinds: string[] };
const personPronouns = new Set(words.persons);
const groupPronouns = new Set(words.groups);
const articles = new Set(words.articles);
const kinds = new Set(words.kinds);
const groupTypes: ReadonlySet<EntityType> = new Set(['company', 'organisation', 'project']);
const canAct = (type: EntityType | undefined): boolean => type === 'person' || (type !== undefined && groupTypes.has(type));
const rolesOf = keep((dataset: Dataset) => {
  const withRoles = dataset.entities.filter((entity) => entity.roles.length > 0);
  return buildFormIndex(withRoles.map((entity) => ({ ...entity, excludes: [], forms: entity.roles.map((text) => ({ text, inflection: 'noun-en' as const })) })));
});

/** The participants of each sentence, in the order of the reading's sentences. */
export function participantsBySentence(reading: Reading, entities: readonly Draft<EntityNote>[], dataset: Dataset): Known[][] {
  const named: Known[][] = reading.sentences.map(() => []);
  let sentence = 0;
  for (const note of [...entities, ...roleNotes(reading, dataset, entities)].sort((a, b) => a.begin - b.begin)) {
    while (sentence < reading.sentences.length && reading.sentences[sentence]!.end <= note.begin) sentence += 1;
    named[sentence]?.push({ id: note.entity, begin: note.begin, end: note.end, how: note.rule === 'role' ? 'role' : 'named', acts: canAct(dataset.entities.get(note.entity)?.type) });
  }
  const standIns = findStandIns(reading);
  return named.map((own, at) => {
    const here = standIns.get(reading.sentences[at]!);
    return here ? [...own, ...inherited(here, named, at, dataset)] : own;
  });
}

/** Roles of the dataset as they stand in the text; a role inside a name that is marked anyway does not count twice. */
function roleNotes(reading: Reading, dataset: Dataset, entities: readonly Draft<EntityNote>[]): Pick<Draft<EntityNote>, 'entity' | 'begin' | 'end' | 'rule'>[] {
  const index = rolesOf(dataset);
  if (index.table.count === 0) return [];
  const scene: Scene = { text: reading.text, pieces: piecesOf(reading), inCapitals: () => false };
  const found: Pick<Draft<EntityNote>, 'entity' | 'begin' | 'end' | 'rule'>[] = [];
  let free = 0;
  for (const at of openingsIn(reading, dataset, index)) {
    const best = at < free ? undefined : candidatesAt(scene, at, index)[0];
    if (!best) continue;
    found.push({ entity: best.form.entity.id, begin: best.begin, end: best.end, rule: 'role' });
    free = best.last + 1;
  }
  if (found.length === 0) return found;
  const marked = new Map(entities.map((note) => [note.begin, note.entity]));
  return found.filter((role) => marked.get(role.begin) !== role.entity);
}

/** Those for whom the stand-ins of a sentence stand, where nobody of their kind is named before them. */
function inherited(standIns: StandIns, named: readonly Known[][], at: number, dataset: Dataset): Known[] {
  const own = named[at]!;
  const found: Known[] = [];
  const typeOf = (id: string): EntityType | undefined => dataset.entities.get(id)?.type;
  if (standIns.person && !own.some((one) => typeOf(one.id) === 'person' && one.begin < standIns.person![0])) add(standIns.person, (type) => type === 'person');
  if (standIns.group && !own.some((one) => groupTypes.has(typeOf(one.id) ?? 'concept') && one.begin < standIns.group![0])) add(standIns.group, (type) => groupTypes.has(type));
  return found;

  function add(span: Span, fits: (type: EntityType) => boolean): void {
    for (let back = at - 1; back >= Math.max(0, at - 2); back -= 1) {
      const before = named[back]!.find((one) => fits(typeOf(one.id) ?? 'concept'));
      if (!before) continue;
      found.push({ id: before.id, begin: span[0], end: span[1], how: 'inherited', acts: true });
      return;
    }
  }
}

/** What a word can stand for; undefined for nearly all words. */
const standInOf = factOf(({ lower }) => {
  const standsFor = { person: personPronouns.has(lower), group: groupPronouns.has(lower), kind: kinds.has(lower.split('-')[0]!) };
  return standsFor.person || standsFor.group || standsFor.kind ? standsFor : undefined;
});

const isStandIn = questionOf((word) => standInOf(word) !== undefined);

/** The first words of a sentence that stand for a person and for a company or the like. */
interface StandIns {
  person?: Span;
  group?: Span;
}

/** Stand-ins are looked for among a sentence's first words. */
const lookedThrough = 40;

/** The stand-ins of those sentences that have any: few. */
function findStandIns(reading: Reading): Map<Sentence, StandIns> {
  const found = new Map<Sentence, StandIns>();
  visitPlaces(reading, isStandIn, (at, sentence) => {
    if (at >= sentence.first + lookedThrough) return;
    const { word, begin, end } = reading.tokens[at]!;
    const standsFor = standInOf(word)!;
    const own = found.get(sentence) ?? {};
    if (standsFor.person) own.person ??= [begin, end];
    if (standsFor.group || (standsFor.kind && articles.has(reading.tokens[at - 1]?.lower ?? ''))) own.group ??= [begin, end];
    found.set(sentence, own);
  });
  return found;
}
