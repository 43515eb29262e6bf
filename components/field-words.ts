/** What a reader can change of a flag, by name and in words: for its history, and for what another window made of it. */
import type { FlagChange, Stance } from '../lib/model.ts';
import type { Texts } from '../lib/texts/texts.ts';

export type ChangeableField = keyof FlagChange;

/** The fields' names, as keys of the texts. */
export const fieldLabels = { stance: 'export.label.stance', note: 'export.label.note', confirmedBy: 'flag.confirmed_by', tags: 'export.label.tags', link: 'export.label.evidence', says: 'flag.recognised' } as const satisfies Record<ChangeableField, string>;

export const changeableFields = Object.keys(fieldLabels) as readonly ChangeableField[];

/** What a field says, in words; nothing of it is „nothing“. */
export function fieldWords(t: Texts['t'], field: ChangeableField, value: unknown): string {
  if (field === 'stance') return t(`stance.${value as Stance}`);
  return (typeof value === 'string' ? value : Object.values(value ?? {}).join(', ')) || t('flag.nothing');
}
