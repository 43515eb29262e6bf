/** What a reader can change of a flag, by name and in words: for its history, and for what another window made of it. */
import type { Flag, FlagChange } from '../lib/model.ts';
import type { Texts } from '../lib/texts/texts.ts';

export type ChangeableField = keyof FlagChange;

const labels = { stance: 'export.label.stance', note: 'export.label.note', confirmedBy: 'flag.confirmed_by', tags: 'export.label.tags', link: 'export.label.evidence', says: 'flag.recognised' } as const satisfies Record<ChangeableField, string>;

export const changeableFields = Object.keys(labels) as readonly ChangeableField[];

/** The field's name in the reader's language. */
export function fieldLabel(t: Texts['t'], field: ChangeableField): string {
  return t(labels[field]).replace(/:$/, '');
}

/** What a field says, in words; nothing of it is „nothing“. */
export function fieldWords(t: Texts['t'], field: ChangeableField, value: unknown): string {
  if (field === 'stance' && typeof value === 'string') return t(`stance.${value as Flag['stance']}`);
  const words = typeof value === 'string' ? value : typeof value === 'object' && value !== null ? Object.values(value).join(', ') : '';
  return words || t('flag.nothing');
}
