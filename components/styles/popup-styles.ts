/** The popup's styles: the card's, and its own on top. */
import { cardStyles } from './card-styles.ts';
import popup from './popup.css?inline';

export const popupStyles: string = cardStyles + popup;
