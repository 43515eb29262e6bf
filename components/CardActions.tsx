import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Note, Span } from '../lib/model.ts';
import type { CardProps } from './card-props.ts';
import { Dismiss } from './Dismiss.tsx';
import { useTexts } from './texts.tsx';

/**
 * The quiet footer: the card's own action first, then "keep this claim", and "not right" at the far end. Away from the page, where
 * nothing can be kept from a card, it leads to the words instead.
 */
export function CardActions({ props, span, note, children }: { props: CardProps; span?: Span; note?: Note; children?: ComponentChildren }) {
  const { t } = useTexts();
  const { onFlag, dismissActions, onShow } = props;
  const [dismissing, setDismissing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!dismissing && wasOpen.current) opener.current?.focus({ preventScroll: true });
    wasOpen.current = dismissing;
  }, [dismissing]);
  if (dismissing && dismissActions && note) return <Dismiss note={note} actions={dismissActions} onClose={() => setDismissing(false)} />;
  return (
    <>
      {children}
      {!onFlag && span && <button type="button" class="link" onClick={() => onShow(span)}>{t('place.show')}</button>}
      {onFlag && span && <button type="button" class="link" onClick={() => onFlag(span)}>{t('card.flag')}</button>}
      {dismissActions && note && <button type="button" class="link quiet" ref={opener} onClick={() => setDismissing(true)}>{t('card.dismiss')}</button>}
    </>
  );
}
