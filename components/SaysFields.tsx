import type { FlagSays } from '../lib/model.ts';
import { useTexts } from './texts.tsx';

const names = ['subject', 'quantity', 'time', 'source'] as const;

/** What the engines recognised in the words, in one line; opened, each can be corrected. */
export function SaysFields({ says, onChange }: { says: FlagSays; onChange: (says: FlagSays) => void }) {
  const { t } = useTexts();
  const known = names.flatMap((name) => says[name] || []);
  return (
    <details class="says">
      <summary><span class="small">{t('flag.recognised')}:</span> {known.length > 0 ? known.join(' · ') : t('flag.nothing_recognised')}</summary>
      <div class="two">
        {names.map((name) => (
          <label key={name} class="field">
            <span>{t(`export.label.${name}`)}</span>
            <input type="text" value={says[name] ?? ''} maxLength={500} onInput={(event) => onChange({ ...says, [name]: event.currentTarget.value })} />
          </label>
        ))}
      </div>
    </details>
  );
}

/** What is left of it when empty fields go; undefined where nothing is. */
export function filledSays(says: FlagSays): FlagSays | undefined {
  const entries = names.flatMap((name) => {
    const value = says[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
