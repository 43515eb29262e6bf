/**
 * Every component in every state on one page: `?story=NAME` shows one (or all that begin so), `?lang=en` the other language, `?width=320` another width.
 * The theme is the system's.
 */
import { render } from 'preact';
import { englishTexts, germanTexts } from '../../lib/texts/table-texts.ts';
import companionStyles from '../styles/companion.css?inline';
import notebookStyles from '../styles/notebook.css?inline';
import optionsStyles from '../styles/options.css?inline';
import { popupStyles } from '../styles/popup-styles.ts';
import printStyles from '../styles/print.css?inline';
import welcomeStyles from '../styles/welcome.css?inline';
import { Surface } from '../Surface.tsx';
import { stories } from './stories.tsx';

const wanted = new URLSearchParams(location.search);
const texts = wanted.get('lang') === 'en' ? englishTexts : germanTexts;
const width = Number(wanted.get('width') ?? 380);
const only = wanted.get('story');

const sheet = new CSSStyleSheet();
sheet.replaceSync(`${popupStyles}${companionStyles}${optionsStyles}${notebookStyles}${printStyles}${welcomeStyles}
  body { font-family: system-ui, sans-serif; background: light-dark(#ddd, #111); padding: 16px; }
  .wall { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
  .caption { font: 12px system-ui; margin: 0 0 4px; color: light-dark(#333, #ccc); }
  .wall .rn { border-radius: 12px; overflow: hidden; box-shadow: 0 4px 20px #0003; }
  .wall .popup { inline-size: auto; }`);
document.adoptedStyleSheets.push(sheet);
document.documentElement.lang = texts.locale;

const isShown = (name: string): boolean => !only || (Object.hasOwn(stories, only) ? name === only : name.startsWith(only));
const shown = Object.entries(stories).filter(([name]) => isShown(name));

/** One story alone is a whole page, as axe wants it: a surface brings its own `main` and heading, a card gets ours. */
const isPage = shown.length === 1;
const isCard = isPage && !/^(?:popup|panel|options|welcome|notebook|print)/.test(only ?? '');
const Wall = isCard ? 'main' : 'div';

render(
  <Wall class="wall">
    {isCard && <h1 class="caption">{only}</h1>}
    {shown.map(([name, story]) => (
      <div key={name} class="story" style={{ width: `${width}px` }}>
        {!isPage && <p class="caption">{name}</p>}
        <Surface texts={texts}>{story()}</Surface>
      </div>
    ))}
  </Wall>,
  document.body,
);

/** For tests and pictures: which stories there are. */
(globalThis as { randnotizStories?: readonly string[] }).randnotizStories = Object.keys(stories);
