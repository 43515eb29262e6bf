/** The margin for the reader of the same page; brought by the background at the first need. Only wires. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cardStyles } from '../components/styles/card-styles.ts';
import { PageMargin } from '../lib/margin/page-margin.ts';
import marginStyles from '../lib/margin/margin.css?inline';
import { placeMargin } from '../lib/margin/margin-here.ts';
import { browserTexts } from '../lib/texts/browser-texts.ts';

export default defineUnlistedScript(() => {
  placeMargin((document, ports, signal) => new PageMargin(document, ports, { ask: ports.ask, texts: browserTexts(), css: cardStyles + marginStyles, isPrintable: true }, signal));
});
