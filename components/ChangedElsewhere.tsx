import type { Flag, FlagChange } from '../lib/model.ts';
import { useTexts } from './texts.tsx';

const fields = ['stance', 'note', 'confirmedBy', 'tags', 'link', 'says'] as const;
type Field = (typeof fields)[number];

const labels = { stance: 'export.label.stance', note: 'export.label.note', confirmedBy: 'flag.confirmed_by', tags: 'export.label.tags', link: 'export.label.evidence', says: 'flag.recognised' } as const;

/** Two windows, one flag: what the other one has made meanwhile of fields that were typed in here. Nothing is lost either way: saving keeps both in the history. */
export function ChangedElsewhere({ base, flag, edits, onTake }: { base: Flag; flag: Flag; edits: FlagChange; onTake: (rest: FlagChange) => void }) {
  const { t } = useTexts();
  const both = fields.filter((field) => edits[field] !== undefined && !isSame(flag[field], base[field]) && !isSame(flag[field], edits[field]));
  if (both.length === 0) return null;
  const words = (field: Field): string => (field === 'stance' ? t(`stance.${flag.stance}`) : wording(flag[field]) || t('flag.nothing'));
  const take = (field: Field): void => {
    const { [field]: _mine, ...rest } = edits;
    onTake(rest);
  };
  return (
    <div class="notice changed-elsewhere" role="alert">
      <p>{t('flag.changed_elsewhere')}</p>
      <ul class="lines">
        {both.map((field) => <li key={field}><span>{t(labels[field])}: {words(field)}</span> <button type="button" class="link" onClick={() => take(field)}>{t('flag.take_other')}</button></li>)}
      </ul>
    </div>
  );
}

function wording(value: Flag[Field]): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : Object.values(value).join(', ');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
