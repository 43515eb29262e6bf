import { useState } from 'preact/hooks';
import type { Failure } from '../outcome.ts';
import { FailureNotice } from '../Notice.tsx';
import { useTexts } from '../texts.tsx';
import type { PopupPage, PopupProps } from './popup-props.ts';
import { isClosed } from './Verdict.tsx';

/** On a page that is not annotated: the one thing to do about it, and what it means. */
export function Offer({ page, onAnnotate, allowSite, onOff, onRetry }: { page: PopupPage } & Pick<PopupProps, 'onAnnotate' | 'allowSite' | 'onOff' | 'onRetry'>) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = failure ?? page.failure;

  async function run(act: PopupProps['onAnnotate']) {
    setBusy(true);
    setFailure(null);
    const answer = await act();
    setBusy(false);
    if (!answer.ok) setFailure(answer.error);
  }

  if (page.status === 'off') {
    return onOff ? <div class="offer"><button type="button" class="primary" onClick={() => onOff(false)}>{t('popup.turn_on')}</button></div> : null;
  }
  if (shown && isClosed({ ...page, failure: shown })) return <FailureNotice error={shown} tone="plain" />;
  if (page.status === 'failed') return <FailureNotice error={shown ?? { code: 'unknown', detail: '' }} onRetry={onRetry} />;
  return (
    <div class="offer">
      <button type="button" class="primary" disabled={busy} onClick={() => void run(onAnnotate)}>
        {t(busy ? 'popup.annotating' : page.status === 'skipped' ? 'popup.annotate_anyway' : 'popup.annotate')}
      </button>
      <p class="small">{t('popup.annotate_means')}</p>
      {allowSite && page.status !== 'skipped' && (
        <>
          <button type="button" class="second" disabled={busy} onClick={() => void run(allowSite.onAllow)}>{t('popup.allow_site', [allowSite.name])}</button>
          <p class="small">{t('popup.allow_site_means')}</p>
        </>
      )}
      {shown && <FailureNotice error={shown} />}
    </div>
  );
}
