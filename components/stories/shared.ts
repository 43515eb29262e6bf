/** What several stories share: callbacks that do nothing, the sample as an annotated page, names that strain a layout. */
import type { AnnotationDocument, EntityNote } from '../../lib/model.ts';
import type { FlagActions } from '../card-props.ts';
import type { PopupPage } from '../popup/popup-props.ts';
import * as sample from './sample.ts';

export const nothing = (): void => {};
export const done = async (): Promise<{ ok: true; value: null }> => ({ ok: true, value: null });
export const refused = async (): Promise<{ ok: false; error: { code: string; detail: string } }> => ({ ok: false, error: { code: 'store_full', detail: 'quota' } });
export const never = <T,>(): Promise<T> => new Promise<T>(nothing);

export const flagActions: FlagActions = {
  change: async (_, draft) => ({ ok: true, value: { ...sample.flag, ...draft } }),
  delete: async () => ({ ok: true, value: { ...sample.flag, deleted: sample.flag.created } }),
  restore: async () => ({ ok: true, value: sample.flag }),
};

export const document: AnnotationDocument = {
  schema: 'randnotiz.annotations/1',
  id: 'sample',
  text: sample.text,
  page: {
    url: 'https://www.example.org/nordlicht',
    title: 'Nordlicht Robotik holt 40 Millionen Euro',
    language: 'de',
    languageConfidence: 0.99,
    article: true,
    tech: true,
    techScore: 0.8,
    verdict: 'annotate',
    reasons: ['lang:de', 'host:example.org', 'section:netzwelt', 'terms:14'],
  },
  notes: sample.notes,
  summary: sample.summary,
};

export const settings = { density: 'core', ephemeral: false } as const;
export const annotated: PopupPage = { status: 'annotated', document, flags: [sample.placedFlag], settings };

/** Names that strain a layout: long compounds, quotation marks, markup, right-to-left, emoji. */
export const hardNames = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'Proteinstrukturvorhersageprojektsleitungsassistenz',
  '„Blue & <b>Bold</b>“ GmbH',
  'شركة الاختبار',
  '🤖 Robo-Café „Ünïcödé“',
];

export const crowd: readonly EntityNote[] = Array.from({ length: 500 }, (_, index) => ({
  ...sample.entityNote('Nordlicht', 3, `crowd-${index}`, `${hardNames[index % hardNames.length]} ${index + 1}`),
  id: `crowd-${index}`,
}));
