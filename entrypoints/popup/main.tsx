import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/styles/tokens.css';
import '../../components/styles/card.css';
import '../../components/styles/popup.css';
import { Surface } from '../../components/Surface.tsx';
import { browserTexts } from '../../lib/texts/browser-texts.ts';
import { App } from './App.tsx';
import { fitWindow } from './fit-window.ts';

const texts = browserTexts();
const root = document.getElementById('app');
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
document.documentElement.lang = texts.locale;
if (root) {
  render(<Surface texts={texts}><App tab={tab?.id ?? browser.tabs.TAB_ID_NONE} window={tab?.windowId} /></Surface>, root);
  const popup = root.querySelector('main');
  if (popup) fitWindow(popup);
}
