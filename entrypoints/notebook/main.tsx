import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/card.css';
import '../../components/styles/popup.css';
import '../../components/styles/options.css';
import '../../components/styles/notebook.css';
import { Surface } from '../../components/Surface.tsx';
import { createNotebookStore } from '../../lib/store/notebook-store.ts';
import { browserTexts } from '../../lib/texts/browser-texts.ts';
import { App } from './App.tsx';

const texts = browserTexts();
const root = document.getElementById('app');
document.documentElement.lang = texts.locale;
document.title = `${texts.t('notebook.title')} · Randnotiz`;
if (root) render(<Surface texts={texts}><App store={createNotebookStore()} texts={texts} /></Surface>, root);
