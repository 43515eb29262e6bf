/** The card's styles as one text, for a constructable sheet in a closed root. Everything hangs on one element of class `rn`. */
import card from './card.css?inline';
import tokens from './tokens.css?inline';

export const cardStyles: string = tokens + card;
