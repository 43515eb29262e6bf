import { Quote } from './Quote.tsx';
import { useTexts } from './texts.tsx';

export interface DraftNoticeProps {
  quote: string;
  /** When it was last typed in, in milliseconds. */
  changed: number;
  onGo: () => void;
  onDrop: () => void;
  onLater: () => void;
}

/** A form that was left half-written, after a closed tab or a crash: go on, drop it, or leave it lying. */
export function DraftNotice({ quote, changed, onGo, onDrop, onLater }: DraftNoticeProps) {
  const { t, date } = useTexts();
  return (
    <>
      <h2 class="name">{t('flag.draft')}</h2>
      <Quote words={quote} />
      <p class="small">{t('flag.draft_line', [date(changed)])}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onGo}>{t('flag.draft_go')}</button>
        <button type="button" onClick={onLater}>{t('flag.draft_later')}</button>
        <button type="button" onClick={onDrop}>{t('flag.draft_drop')}</button>
      </div>
    </>
  );
}
