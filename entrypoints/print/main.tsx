import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/print.css';
import { Surface } from '../../components/Surface.tsx';
import { browserTexts } from '../../lib/texts/browser-texts.ts';
import { App } from './App.tsx';

const texts = browserTexts();
const root = document.getElementById('app');
const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
document.documentElement.lang = texts.locale;
if (root) render(<Surface texts={texts}><App tab={tab} texts={texts} /></Surface>, root);
