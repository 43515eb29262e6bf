import { useId, useState } from 'preact/hooks';
import type { Outcome } from './outcome.ts';
import type { Stance } from '../lib/model.ts';
import type { FlagDraft } from './card-props.ts';
import { failureText } from './failure-text.ts';
import { useTexts } from './texts.tsx';
import { Quote } from './Quote.tsx';

export interface FlagFormProps {
  /** The flagged words. */
  quote: string;
  /** What stands there already, when a flag is changed. */
  initial?: FlagDraft;
  /** A private window: nothing can be kept, and the form says so. */
  ephemeral?: boolean;
  /** Keeps it. A failure is shown, and nothing typed is lost. */
  onKeep: (draft: FlagDraft) => Promise<Outcome<unknown>>;
  onCancel: () => void;
}

const stances: readonly Stance[] = ['unsure', 'doubtful', 'confirmed'];

/** Keeps or changes a claim of the reader's own: the words, a stance, a note. */
export function FlagForm({ quote, initial, ephemeral, onKeep, onCancel }: FlagFormProps) {
  const { t } = useTexts();
  const id = useId();
  const [stance, setStance] = useState<Stance>(initial?.stance ?? 'unsure');
  const [note, setNote] = useState(initial?.note ?? '');
  const [confirmedBy, setConfirmedBy] = useState(initial?.confirmedBy ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');

  async function keep(event: Event) {
    event.preventDefault();
    if (busy || ephemeral) return;
    setBusy(true);
    setFailure('');
    const by = confirmedBy.trim();
    const answer = await onKeep({ stance, note: note.trim(), ...(stance === 'confirmed' && by ? { confirmedBy: by } : {}) });
    setBusy(false);
    if (!answer.ok) setFailure(failureText(t, answer.error));
  }

  return (
    <form class="form" aria-labelledby={`${id}-title`} onSubmit={(event) => void keep(event)}>
      <h2 class="name" id={`${id}-title`} tabIndex={-1} data-focus>{t(initial ? 'flag.edit_title' : 'flag.title')}</h2>
      <Quote words={quote} />
      <fieldset class="choices">
        <legend>{t('flag.stance')}</legend>
        {stances.map((value) => (
          <label key={value} class="choice">
            <input type="radio" name={`${id}-stance`} value={value} checked={stance === value} onChange={() => setStance(value)} />
            <span>{t(`stance.${value}`)}</span>
          </label>
        ))}
      </fieldset>
      {stance === 'confirmed' && (
        <label class="field">
          <span>{t('flag.confirmed_by')}</span>
          <input type="text" value={confirmedBy} maxLength={500} placeholder={t('flag.confirmed_hint')} onInput={(event) => setConfirmedBy(event.currentTarget.value)} />
        </label>
      )}
      <label class="field">
        <span>{t('flag.note')}</span>
        <textarea rows={2} value={note} maxLength={5000} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      {failure && <p class="notice notice-error" role="alert">{failure}</p>}
      <p class={ephemeral ? 'notice' : 'small'}>{t(ephemeral ? 'flag.ephemeral' : 'flag.private')}</p>
      <div class="actions">
        <button type="submit" class="primary" disabled={busy || ephemeral}>{t(busy ? 'flag.keeping' : initial ? 'flag.save' : 'flag.keep')}</button>
        <button type="button" onClick={onCancel}>{t('flag.cancel')}</button>
      </div>
    </form>
  );
}
