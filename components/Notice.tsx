import type { ComponentChildren } from 'preact';
import type { Failure } from './outcome.ts';
import { failureText } from './failure-text.ts';
import { useTexts } from './texts.tsx';

export interface NoticeProps {
  title?: string;
  children?: ComponentChildren;
  /** The one thing to do about it. */
  action?: { label: string; onClick: () => void };
  tone?: 'plain' | 'error';
}

/** An empty, hinting or failed state: what happened, and one thing to do. */
export function Notice({ title, children, action, tone = 'plain' }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children && <p>{children}</p>}
      {action && <button type="button" onClick={action.onClick}>{action.label}</button>}
    </div>
  );
}

/** Failures that another try would not mend. */
const final = new Set(['card_unknown', 'flag_unknown', 'private_window']);

/** A failure in words, with the chance to try again where that may help. */
export function FailureNotice({ error, onRetry, tone = 'error' }: { error: Failure; onRetry?: () => void; tone?: 'plain' | 'error' }) {
  const { t } = useTexts();
  return <Notice tone={final.has(error.code) ? 'plain' : tone} action={onRetry && !final.has(error.code) ? { label: t('card.retry'), onClick: onRetry } : undefined}>{failureText(t, error)}</Notice>;
}

/** Lines that stand for text on its way; screen readers hear the label instead. */
export function Skeleton({ lines, label }: { lines: number; label: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => <span key={line} class="bone" aria-hidden="true" />)}
    </div>
  );
}
