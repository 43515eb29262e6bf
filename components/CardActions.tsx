import type { ComponentChildren } from 'preact';
import type { Note, Span } from '../lib/model.ts';
import type { CardProps } from './card-props.ts';
import { useTexts } from './texts.tsx';

/**
 * The quiet footer: the card's own action first, then "keep this claim", and "not right" at the far end. Away from the page, where
 * nothing can be kept from a card, it leads to the words instead.
 */
export function CardActions({ props, span, note, children }: { props: CardProps; span?: Span; note?: Note; children?: ComponentChildren }) {
  const { t } = useTexts();
  const { onFlag, onDismiss, onShow } = props;
  return (
    <>
      {children}
      {!onFlag && span && <button type="button" class="link" onClick={() => onShow(span)}>{t('place.show')}</button>}
      {onFlag && span && <button type="button" class="link" onClick={() => onFlag(span)}>{t('card.flag')}</button>}
      {onDismiss && note && <button type="button" class="link quiet" onClick={() => onDismiss(note)}>{t('card.dismiss')}</button>}
    </>
  );
}
