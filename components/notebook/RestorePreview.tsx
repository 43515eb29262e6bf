import type { RestorePlan } from '../../lib/notebook/restore-plan.ts';
import { isNothingToRestore } from '../../lib/notebook/restore-plan.ts';
import { useTexts } from '../texts.tsx';

const listed = 20;

/** What going back to an earlier state would do: nothing happens before the last button, and the history keeps both. */
export function RestorePreview({ name, plan, onRestore, onClose }: { name: string; plan: RestorePlan; onRestore: () => void; onClose: () => void }) {
  const { t } = useTexts();
  const { changed, back, away, missing, newer } = plan;
  return (
    <section class="import-preview restore-preview" aria-label={t('notebook.restore_to', [name])}>
      <h3>{t('notebook.restore_to', [name])}</h3>
      {isNothingToRestore(plan) && <p>{t('notebook.restore_nothing')}</p>}
      <ul class="counts">
        <li>{t('notebook.restore_changed', undefined, changed.length)}</li>
        <li>{t('notebook.restore_back', undefined, back.length + missing.length)}</li>
        <li>{t('notebook.restore_away', undefined, away.length)}</li>
        <li>{t('notebook.restore_newer', undefined, newer)}</li>
      </ul>
      <ul class="lines">
        {changed.slice(0, listed).map(({ now, was }) => <li key={now.id}><span><q>{now.quote.exact}</q>: {t(`stance.${now.stance}`)} {now.note} → {t(`stance.${was.stance}`)} {was.note}</span></li>)}
        {[...back, ...missing].slice(0, listed).map((flag) => <li key={flag.id}><span><q>{flag.quote.exact}</q> · {flag.page.site}</span></li>)}
      </ul>
      <div class="actions">
        <button type="button" class="primary" disabled={isNothingToRestore(plan)} onClick={onRestore}>{t('notebook.restore_go')}</button>
        <button type="button" onClick={onClose}>{t('flag.cancel')}</button>
      </div>
    </section>
  );
}
