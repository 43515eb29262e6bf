/** A small dataset for tests of name matching: the kinds of name that German tech news trips over. */
import { createDataset, type Dataset } from '../../lib/dataset/dataset.ts';
import type { Entity, EntityType, Inflection, SurfaceForm } from '../../lib/model.ts';

interface Row {
  id: string;
  type: EntityType;
  forms: string[];
  ambiguous?: string[];
  inflection?: Inflection;
  context?: string[];
  excludes?: string[];
  related?: string[];
  roles?: string[];
}

const rows: Row[] = [
  { id: 'jeff-bezos', type: 'person', forms: ['Jeff Bezos', 'Bezos'], related: ['amazon', 'blue-origin', 'project-prometheus'], roles: ['Amazon-Gründer'] },
  { id: 'elon-musk', type: 'person', forms: ['Elon Musk', 'Musk'], related: ['tesla', 'spacex'] },
  { id: 'vik-bajaj', type: 'person', forms: ['Vik Bajaj', 'Bajaj'], excludes: ['Bajaj Auto'], related: ['verily', 'wing', 'waymo'] },
  { id: 'sergey-brin', type: 'person', forms: ['Sergey Brin', 'Brin'] },
  { id: 'project-prometheus', type: 'company', forms: ['Project Prometheus', 'Prometheus-Projekt'], ambiguous: ['Prometheus'], context: ['KI', 'Start-up', 'Startkapital', 'Bajaj'], related: ['jeff-bezos', 'vik-bajaj'] },
  { id: 'amazon', type: 'company', forms: ['Amazon'], excludes: ['Amazon rainforest', 'Amazon river', 'Amazon basin'] },
  { id: 'google', type: 'company', forms: ['Google'], related: ['alphabet'] },
  { id: 'google-x', type: 'organisation', forms: ['Google X'] },
  { id: 'google-deepmind', type: 'company', forms: ['Google DeepMind', 'DeepMind'] },
  { id: 'alphabet', type: 'company', forms: [], ambiguous: ['Alphabet'], context: ['Google', 'Waymo', 'Mutterkonzern', 'Aktie'], related: ['google', 'verily'] },
  { id: 'verily', type: 'company', forms: ['Verily'] },
  { id: 'openai', type: 'company', forms: ['OpenAI'] },
  { id: 'meta', type: 'company', forms: [], ambiguous: ['Meta'], context: ['Facebook', 'Zuckerberg', 'Instagram', 'WhatsApp', 'KI'] },
  { id: 'tesla', type: 'company', forms: [], ambiguous: ['Tesla'], context: ['Musk', 'Elektroauto', 'Grünheide', 'Autobauer', 'Model'], excludes: ['Nikola Tesla'], related: ['elon-musk'] },
  { id: 'spacex', type: 'company', forms: ['SpaceX'] },
  { id: 'blue-origin', type: 'company', forms: ['Blue Origin'] },
  { id: 'nasa', type: 'organisation', forms: ['NASA'], inflection: 'invariant' },
  { id: 'periodic-labs', type: 'company', forms: ['Periodic Labs'] },
  { id: 'foresite-labs', type: 'company', forms: ['Foresite Labs'] },
  { id: 'physical-intelligence', type: 'company', forms: ['Physical Intelligence'] },
  { id: 'thinking-machines-lab', type: 'company', forms: ['Thinking Machines Lab'] },
  { id: 'wing', type: 'company', forms: [], ambiguous: ['Wing'], context: ['Drohne', 'Lieferdienst', 'Alphabet', 'Waymo', 'Paket'], excludes: ['Wing Chun', 'Wing Commander', 'West Wing', 'Right Wing'] },
  { id: 'waymo', type: 'company', forms: ['Waymo'], related: ['wing', 'alphabet'] },
  { id: 'grok-4-1', type: 'product', forms: ['Grok 4.1'], inflection: 'invariant' },
  { id: 'alphafold', type: 'product', forms: ['AlphaFold'] },
  { id: 'wikipedia', type: 'project', forms: ['Wikipedia'] },
  { id: 'nobelpreis-fuer-chemie', type: 'award', forms: ['Nobelpreis für Chemie', 'Chemie-Nobelpreis', 'Chemienobelpreis'], inflection: 'noun-en' },
  { id: 'italian-tech-week-2025', type: 'event', forms: ['Italian Tech Week 2025', 'Italian Tech Week'] },
  { id: 'silicon-valley', type: 'place', forms: ['Silicon Valley'] },
  { id: 'venedig', type: 'place', forms: ['Venedig'] },
  { id: 'turin', type: 'place', forms: ['Turin'], excludes: ['Shroud of Turin'] },
  { id: 'usa', type: 'place', forms: ['USA', 'Vereinigte Staaten'], inflection: 'invariant' },
  { id: 'mars', type: 'place', forms: [], ambiguous: ['Mars'], context: ['Rakete', 'Planet', 'NASA', 'SpaceX', 'Raumfahrt', 'Satellit', 'Rover', 'Mission', 'Sonde', 'Weltraum', 'landen'], excludes: ['Mars-Riegel', 'Bruno Mars'] },
  { id: 'physische-ki', type: 'concept', forms: ['physische KI', 'physikalische KI', 'physische Intelligenz'], inflection: 'adjective-noun' },
  { id: 'grosssprachenmodell', type: 'concept', forms: ['Großsprachenmodell', 'LLM'], inflection: 'noun-s' },
];

/** Makes an entity from the few fields a test cares about. */
export function entityOf(row: Row): Entity {
  const form = (text: string, ambiguous: boolean): SurfaceForm => ({ text, inflection: row.inflection ?? 'name', ...(ambiguous ? { ambiguous } : {}) });
  return {
    id: row.id,
    name: row.forms[0] ?? row.ambiguous?.[0] ?? row.id,
    type: row.type,
    description: '',
    forms: [...row.forms.map((text) => form(text, false)), ...(row.ambiguous ?? []).map((text) => form(text, true))],
    roles: row.roles ?? [],
    context: row.context ?? [],
    excludes: row.excludes ?? [],
    relations: (row.related ?? []).map((to) => ({ predicate: 'part-of', to, label: '', evidence: [] })),
    evidence: [],
  };
}

/** Makes a dataset of entities alone. */
export function datasetOf(entities: readonly Entity[]): Dataset {
  return createDataset([
    { schema: 'randnotiz.pack/1', id: 'test', version: '1', language: 'de', licence: 'CC0', title: 'Test', sources: [], entities, claims: [], findings: [] },
  ]);
}

export const smallDataset: Dataset = datasetOf(rows.map(entityOf));
