/** One short made-up article and what stands in its margin: shown in the stories, used by the component tests. */
import type { FlagHints } from '../card-props.ts';
import type { Card, CardEvidence, CardFact, ClaimCard, EntityCard } from '../../lib/cards/card.ts';
import type { AttributionNote, BiasNote, ClaimNote, ConsistencyNote, EntityNote, Flag, LanguageNote, Note, PlacedFlag, Span, Summary } from '../../lib/model.ts';

export const text = [
  'Nordlicht Robotik holt 40 Millionen Euro',
  'Das Kieler Start-up Nordlicht Robotik hat nach Angaben mehrerer Insider 40 Millionen Euro eingesammelt, weit mehr als alle Mitbewerber.',
  '„Wir bauen Maschinen, die aus Versuchen lernen“, sagte Gründerin Jana Petersen. Nordlicht beschäftigt fast hundert Menschen.',
  'Kein Wunder, dass die Branche jubelt: Die Firma mit ihren 80 Beschäftigten gilt als „Wunderkind“ der Hafenstadt. Petersen will 2027 in Hamburg eröffnen.',
  'Beobachter sehen Nordlicht vor einem Börsengang.',
].join('\n');

/** The place of the n-th occurrence of some words in the sample; throws when they are not there. */
export function placeOf(words: string, nth = 1): Span {
  let begin = -1;
  for (let turn = 0; turn < nth; turn += 1) begin = text.indexOf(words, begin + 1);
  if (begin < 0) throw new Error(`The sample does not hold ${JSON.stringify(words)} ${nth}-mal.`);
  return [begin, begin + words.length];
}

function base(words: string, nth = 1) {
  const [begin, end] = placeOf(words, nth);
  return { id: `n${begin}-${end}`, begin, end, quote: words, rule: 'sample', confidence: 0.9, reason: { key: 'reason.sample', values: [] } };
}

export const entityNote = (words: string, nth = 1, entity = 'nordlicht', label = 'Nordlicht Robotik'): EntityNote =>
  ({ ...base(words, nth), kind: 'entity', entity, label, type: entity === 'nordlicht' ? 'company' : 'person', pack: 'sample' });

export const claimNote: ClaimNote = { ...base('40 Millionen Euro eingesammelt'), kind: 'claim', claim: 'funding', relation: 'supports', pack: 'sample' };

export const differingNote: ClaimNote = {
  ...base('Nordlicht beschäftigt fast hundert Menschen'),
  kind: 'claim',
  claim: 'staff',
  relation: 'contradicts',
  difference: { field: 'quantity', here: 'fast hundert Menschen', there: '60 Beschäftigte', mayHaveChanged: true },
  pack: 'sample',
};

export const insiderNote: AttributionNote = {
  ...base('nach Angaben mehrerer Insider 40 Millionen Euro eingesammelt'),
  kind: 'attribution',
  type: 'reported',
  content: [placeOf('40 Millionen Euro eingesammelt')],
  speaker: [placeOf('mehrerer Insider')],
  cue: [placeOf('nach Angaben')],
  source: 'anonymous',
  chain: [],
};

export const speechNote: AttributionNote = {
  ...base('„Wir bauen Maschinen, die aus Versuchen lernen“, sagte Gründerin Jana Petersen'),
  kind: 'attribution',
  type: 'direct',
  content: [placeOf('„Wir bauen Maschinen, die aus Versuchen lernen“')],
  speaker: [placeOf('Gründerin Jana Petersen')],
  cue: [placeOf('sagte')],
  source: 'named',
  entity: 'petersen',
  chain: [insiderNote.id],
};

export const biasNote: BiasNote = { ...base('„Wunderkind“'), kind: 'bias', category: 'scare-quotes', suggestion: 'junges Unternehmen' };
export const comparisonNote: BiasNote = { ...base('weit mehr als alle Mitbewerber'), kind: 'bias', category: 'unsourced-comparison' };
export const languageNote: LanguageNote = { ...base('der Hafenstadt'), kind: 'language', category: 'machine-translation', suggestion: 'aus Kiel' };

export const consistencyNote: ConsistencyNote = {
  ...base('fast hundert Menschen'),
  kind: 'consistency',
  category: 'quantity',
  spans: [placeOf('fast hundert Menschen'), placeOf('80 Beschäftigten')],
};

export const notes: readonly Note[] = [
  entityNote('Nordlicht Robotik'),
  entityNote('Nordlicht Robotik', 2),
  entityNote('Jana Petersen', 1, 'petersen', 'Jana Petersen'),
  entityNote('Nordlicht', 3),
  entityNote('Petersen', 2, 'petersen', 'Jana Petersen'),
  entityNote('Nordlicht', 4),
  claimNote, differingNote, insiderNote, speechNote, biasNote, comparisonNote, languageNote, consistencyNote,
];

const evidence = (quote: string): CardEvidence => ({ quote, source: 'Roboter aus dem Norden', date: '2025-10-03', publisher: 'Regionalzeitung' });

const fact = (claim: string, statement: string, quote: string, source: CardFact['attribution'] = { source: 'none' }): CardFact =>
  ({ claim, statement, attribution: source, evidence: [evidence(quote)] });

export const entityCards: Readonly<Record<string, EntityCard>> = {
  nordlicht: {
    kind: 'entity',
    id: 'nordlicht',
    name: 'Nordlicht Robotik',
    type: 'company',
    description: 'Kieler Start-up für lernende Maschinen, geführt von Jana Petersen.',
    facts: [
      fact('funding', 'Startkapital: 40 Millionen Euro', 'Zum Start hat Nordlicht 40 Millionen Euro bekommen', { source: 'anonymous' }),
      fact('staff', '60 Beschäftigte', 'Die Firma zählt derzeit 60 Beschäftigte', { source: 'named', name: 'Jana Petersen' }),
      fact('place', 'Sitz in Kiel', 'Nordlicht hat seinen Sitz in Kiel'),
      fact('goal', 'Will Maschinen bauen, die aus Versuchen lernen', 'Maschinen, die aus Versuchen lernen', { source: 'collective' }),
      fact('age', 'Gegründet 2023', 'die 2023 gegründete Firma'),
    ],
    relations: [
      { entity: 'petersen', name: 'Jana Petersen', label: 'gegründet von', evidence: [evidence('Jana Petersen gründete Nordlicht 2023')] },
      { entity: 'kiel', name: 'Kiel', label: 'hat den Sitz in', evidence: [evidence('Nordlicht hat seinen Sitz in Kiel')] },
      { entity: 'hafenfonds', name: 'Hafenfonds Schleswig-Holstein', label: 'Geldgeber', evidence: [evidence('darunter der Hafenfonds')] },
    ],
    link: 'https://de.wikipedia.org/wiki/Kiel',
  },
  petersen: {
    kind: 'entity',
    id: 'petersen',
    name: 'Jana Petersen',
    type: 'person',
    description: 'Ingenieurin, gründete Nordlicht Robotik.',
    facts: [fact('founder', 'Gründete 2023 Nordlicht Robotik', 'Jana Petersen gründete Nordlicht 2023')],
    relations: [{ entity: 'nordlicht', name: 'Nordlicht Robotik', label: 'gründete', evidence: [evidence('Jana Petersen gründete Nordlicht 2023')] }],
  },
};

export const claimCards: Readonly<Record<string, ClaimCard>> = {
  funding: {
    kind: 'claim',
    id: 'funding',
    fact: { ...fact('funding', 'Nordlicht Robotik erhielt 40 Millionen Euro Startkapital.', 'Zum Start hat Nordlicht 40 Millionen Euro bekommen', { source: 'anonymous' }), evidence: [evidence('Zum Start hat Nordlicht 40 Millionen Euro bekommen'), evidence('die 40-Millionen-Runde')] },
    subject: { entity: 'nordlicht', name: 'Nordlicht Robotik' },
    objects: [],
    others: [],
  },
  staff: {
    kind: 'claim',
    id: 'staff',
    fact: fact('staff', 'Nordlicht Robotik hat 60 Beschäftigte.', 'Die Firma zählt derzeit 60 Beschäftigte', { source: 'named', name: 'Jana Petersen' }),
    subject: { entity: 'nordlicht', name: 'Nordlicht Robotik' },
    objects: [{ entity: 'petersen', name: 'Jana Petersen' }],
    others: [fact('plan', 'Nordlicht will 100 Menschen beschäftigen.', 'hundert sollen es werden')],
  },
};

/** Answers as the background would. */
export async function load(want: { entity: string } | { claim: string }): Promise<{ ok: true; value: Card } | { ok: false; error: { code: string; detail: string } }> {
  const card = 'entity' in want ? entityCards[want.entity] : claimCards[want.claim];
  return card ? { ok: true, value: card } : { ok: false, error: { code: 'card_unknown', detail: JSON.stringify(want) } };
}

export const flag: Flag = {
  id: '6f1c1f5e-0000-4000-8000-000000000001',
  page: { address: 'https://www.example.org/nordlicht', site: 'example.org', url: 'https://www.example.org/nordlicht', title: 'Nordlicht Robotik holt 40 Millionen Euro' },
  quote: { exact: 'weit mehr als alle Mitbewerber', prefix: 'Millionen Euro eingesammelt, ', suffix: '.' },
  position: { start: placeOf('weit mehr als alle Mitbewerber')[0], end: placeOf('weit mehr als alle Mitbewerber')[1] },
  stance: 'doubtful',
  note: 'Welche Mitbewerber? Im Handelsregister stehen zwei mit größeren Runden.',
  tags: [],
  created: Date.UTC(2026, 10, 24),
  changed: Date.UTC(2026, 10, 24),
};

export const hints: FlagHints = {
  says: { subject: 'Nordlicht Robotik', quantity: '40 Millionen Euro', time: 'Oktober 2026', source: 'Gründerin Jana Petersen' },
  before: [
    { id: '6f1c1f5e-0000-4000-8000-000000000002', title: 'Roboter aus Kiel finden Geldgeber', site: 'example.org', url: 'https://www.example.org/kiel', created: Date.UTC(2026, 9, 3), samePage: false },
    { id: '6f1c1f5e-0000-4000-8000-000000000003', title: '', site: 'example.org', url: 'https://www.example.org/nordlicht', created: Date.UTC(2026, 9, 4), samePage: true },
  ],
};

export const placedFlag: PlacedFlag = { flag, state: 'exact', span: placeOf('weit mehr als alle Mitbewerber') };

export const summary: Summary = {
  words: 96,
  minutes: 1,
  notes: { entity: 6, claim: 2, attribution: 2, bias: 2, language: 1, consistency: 1 },
  categories: {},
  sources: [
    { name: 'Jana Petersen', source: 'named', entity: 'petersen', statements: 1, words: 8, direct: 1, indirect: 0, first: placeOf('Gründerin Jana Petersen') },
    { name: 'mehrere Insider', source: 'anonymous', statements: 1, words: 4, direct: 0, indirect: 1, first: placeOf('mehrerer Insider') },
  ],
  rests: { named: 0.22, anonymous: 0.09, collective: 0.06, institution: 0, media: 0, none: 0.63 },
};
