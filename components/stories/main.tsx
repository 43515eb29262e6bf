/**
 * Every component in every state on one page: `?story=NAME` shows one, `?lang=en` the other language, `?width=320` another width.
 * The theme is the system's.
 */
import { render } from 'preact';
import { englishTexts, germanTexts } from '../../lib/texts/table-texts.ts';
import { popupStyles } from '../styles/popup-styles.ts';
import { Surface } from '../Surface.tsx';
import { stories } from './stories.tsx';

const wanted = new URLSearchParams(location.search);
const texts = wanted.get('lang') === 'en' ? englishTexts : germanTexts;
const width = Number(wanted.get('width') ?? 380);
const only = wanted.get('story');

const sheet = new CSSStyleSheet();
sheet.replaceSync(`${popupStyles}
  body { font-family: system-ui, sans-serif; background: light-dark(#ddd, #111); padding: 16px; }
  .wall { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
  .wall figure { margin: 0; } .wall figcaption { font: 12px system-ui; margin-block-end: 4px; color: light-dark(#333, #ccc); }
  .wall .rn { border-radius: 12px; overflow: hidden; box-shadow: 0 4px 20px #0003; }
  .wall .popup { inline-size: auto; }`);
document.adoptedStyleSheets.push(sheet);
document.documentElement.lang = texts.locale;

// The popup is a page of its own and brings its `main`; a card alone stands in one of ours.
const Wall = only && !only.startsWith('popup') ? 'main' : 'div';

render(
  <Wall class="wall">
    {Object.entries(stories)
      .filter(([name]) => !only || name.startsWith(only))
      .map(([name, story]) => (
        <figure key={name} style={{ width: `${width}px` }}>
          <figcaption>{name}</figcaption>
          <Surface texts={texts}>{story()}</Surface>
        </figure>
      ))}
  </Wall>,
  document.body,
);
