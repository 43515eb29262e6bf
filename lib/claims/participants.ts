/**
 * Whom each sentence is about: names from the entity notes, roles of the dataset (`der Amazon-Gründer`), and where neither
 * stands, pronouns and kind words for the last one named: at most two sentences back, a person for `er`, a company for `es`.
 */
import type { Dataset } from '../dataset/dataset.ts';
import { candidatesAt, type Scene } from '../match/candidates.ts';
import { openingsIn } from '../match/dataset-places.ts';
import { buildFormIndex } from '../match/form-index.ts';
import { piecesOf } from '../match/pieces.ts';
import type { Draft, EntityNote, EntityType } from '../model.ts';
import { keep } from '../text/keep.ts';
import { placesBetween, questionOf } from '../text/places.ts';
import type { Reading } from '../text/reading.ts';
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
  const withRoles = [...dataset.entities.values()].filter((entity) => entity.roles.length > 0);
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
  return named.map((own, at) => [...own, ...inherited(reading, named, at, dataset)]);
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

function inherited(reading: Reading, named: readonly Known[][], at: number, dataset: Dataset): Known[] {
  const own = named[at]!;
  const standIns = findStandIns(reading, at);
  const found: Known[] = [];
  const typeOf = (id: string): EntityType | undefined => dataset.entities.get(id)?.type;
  if (standIns.person && !own.some((one) => typeOf(one.id) === 'person' && one.begin < standIns.person![0])) add(standIns.person, (type) => type === 'person');
  if (standIns.group && !own.some((one) => groupTypes.has(typeOf(one.id) ?? 'concept') && one.begin < standIns.group![0])) add(standIns.group, (type) => groupTypes.has(type));
  return found;

  function add(span: readonly [number, number], fits: (type: EntityType) => boolean): void {
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

function findStandIns(reading: Reading, at: number): { person?: readonly [number, number]; group?: readonly [number, number] } {
  const sentence = reading.sentences[at]!;
  const found: { person?: readonly [number, number]; group?: readonly [number, number] } = {};
  for (const index of placesBetween(reading, isStandIn, sentence.first, Math.min(sentence.last, sentence.first + 40))) {
    const token = reading.tokens[index]!;
    const standsFor = standInOf(token.word)!;
    if (!found.person && standsFor.person) found.person = [token.begin, token.end];
    if (!found.group && (standsFor.group || (standsFor.kind && articles.has(reading.tokens[index - 1]?.lower ?? '')))) found.group = [token.begin, token.end];
  }
  return found;
}
