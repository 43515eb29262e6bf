import type { CardPage } from './card-pages.ts';
import type { CardProps } from './card-props.ts';

/** What each of the cards takes besides its own subject. */
export interface CardFrame {
  props: CardProps;
  back: { title: string; onBack: () => void } | undefined;
  onGo: (page: CardPage) => void;
}
