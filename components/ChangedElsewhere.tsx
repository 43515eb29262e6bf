import type { Flag, FlagChange } from '../lib/model.ts';
import { type ChangeableField, changeableFields, fieldLabels, fieldWords } from './field-words.ts';
import { useTexts } from './texts.tsx';

/** Two windows, one flag: what the other one has made meanwhile of fields that were typed in here. Nothing is lost either way: saving keeps both in the history. */
export function ChangedElsewhere({ base, flag, edits, onTake }: { base: Flag; flag: Flag; edits: FlagChange; onTake: (rest: FlagChange) => void }) {
  const { t } = useTexts();
  const both = changeableFields.filter((field) => edits[field] !== undefined && !isSame(flag[field], base[field]) && !isSame(flag[field], edits[field]));
  if (both.length === 0) return null;
  const take = (field: ChangeableField): void => {
    const { [field]: _mine, ...rest } = edits;
    onTake(rest);
  };
  return (
    <div class="notice changed-elsewhere" role="alert">
      <p>{t('flag.changed_elsewhere')}</p>
      <ul class="lines">
        {both.map((field) => <li key={field}><span>{t(fieldLabels[field])}: {fieldWords(t, field, flag[field])}</span> <button type="button" class="link" onClick={() => take(field)}>{t('flag.take_other')}</button></li>)}
      </ul>
    </div>
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
