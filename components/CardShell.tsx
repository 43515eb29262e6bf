import type { ComponentChildren } from 'preact';
import { quoteClass } from './Quote.tsx';
import { useTexts } from './texts.tsx';

export interface CardShellProps {
  /** In small print above the name: what kind of thing this is. */
  kind: string;
  /** Names the mark's shape and colour beside the kind. */
  tone: string;
  title: string;
  /** The title is a quotation from the article: set as one. */
  quoted?: boolean;
  line?: ComponentChildren;
  back?: { title: string; onBack: () => void };
  onClose?: () => void;
  /** The whole article with its notes, for paper. */
  onPrint?: () => void;
  children?: ComponentChildren;
  /** At most three actions. */
  actions?: ComponentChildren;
}

/** The frame that all cards share: kind, name, one line, what there is to say, a quiet footer. */
export function CardShell({ kind, tone, title, quoted, line, back, onClose, onPrint, children, actions }: CardShellProps) {
  const { t } = useTexts();
  return (
    <>
      <header class="head">
        <div class="head-row">
          {back && (
            <button type="button" class="icon" onClick={back.onBack} aria-label={t('card.back_to', [back.title])} title={t('card.back_to', [back.title])}>
              <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3 5 8l5 5" /></svg>
            </button>
          )}
          <span class="kind"><span class={`swatch swatch-${tone}`} aria-hidden="true" />{kind}</span>
          {onPrint && (
            <button type="button" class="icon" onClick={onPrint} aria-label={t('card.print')} title={t('card.print')}>
              <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 6V2.5h6V6M5 11H2.5V6h11v5H11M5 9h6v4.5H5z" /></svg>
            </button>
          )}
          {onClose && (
            <button type="button" class="icon" onClick={onClose} aria-label={t('card.close')} title={t('card.close')}>
              <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4 4 8 8M12 4l-8 8" /></svg>
            </button>
          )}
        </div>
        <h2 class={quoted ? `name name-quoted ${quoteClass(title)}` : 'name'} lang={quoted ? 'de' : undefined} tabIndex={-1} data-focus>{title}</h2>
        {line && <p class="line">{line}</p>}
      </header>
      {children}
      {actions && <footer class="foot">{actions}</footer>}
    </>
  );
}
