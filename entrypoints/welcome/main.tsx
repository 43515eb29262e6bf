/** The welcome page: the sample and the very reader and margin of an article page. Only wires. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/styles/tokens.css';
import '../../components/styles/card.css';
import '../../components/styles/welcome.css';
import { cardStyles } from '../../components/styles/card-styles.ts';
import { Surface } from '../../components/Surface.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { placeMargin } from '../../lib/margin/margin-here.ts';
import marginStyles from '../../lib/margin/margin.css?inline';
import { PageMargin } from '../../lib/margin/page-margin.ts';
import { readerAnswers } from '../../lib/margin/reader-answers.ts';
import { Session } from '../../lib/margin/session.ts';
import { answerInReader } from '../../lib/messages/reader-messages.ts';
import { PageReading } from '../../lib/page/read-page.ts';
import { browserTexts } from '../../lib/texts/browser-texts.ts';
import { createTrial } from './trial.ts';

const texts = browserTexts();
const { ask } = createTrial();
document.documentElement.lang = texts.locale;
document.title = texts.t('welcome.title');

let session: Session | undefined;
const commands = await browser.commands.getAll();
const keyOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';

const show = (failed = false): void => {
  const root = document.getElementById('app');
  if (!root) return;
  render(
    <Surface texts={texts}>
      <Welcome
        onStep={(direction) => session?.step(direction)}
        onFlag={() => session?.flagSelection()}
        onOptions={() => void browser.runtime.openOptionsPage()}
        keys={{ previous: keyOf('previous-mark'), next: keyOf('next-mark'), flag: keyOf('flag-selection') }}
        failed={failed}
      />
    </Surface>,
    root,
  );
};

show();
placeMargin((page, ports, signal) => new PageMargin(page, ports, { ask: ports.ask, texts, css: cardStyles + marginStyles }, signal));
session = new Session(document, { ask, openPage: (opened) => new PageReading(opened), isGone: () => false });
answerInReader(readerAnswers(session));
await session.ready;
if (session.state().status !== 'annotated') show(true);
