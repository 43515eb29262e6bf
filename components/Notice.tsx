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

/** A failure in words, with the chance to try again. */
export function FailureNotice({ error, onRetry, tone = 'error' }: { error: Failure; onRetry?: () => void; tone?: 'plain' | 'error' }) {
  const { t } = useTexts();
  return <Notice tone={tone} action={onRetry && { label: t('card.retry'), onClick: onRetry }}>{failureText(t, error)}</Notice>;
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
