/** What a person does outside our surfaces: a key, or an entry of the page's menu. Each grants `activeTab` for its tab, so the reader can be brought if it is not there. */
import { browser, type Browser } from 'wxt/browser';
import type { Answer, DataOf, ReaderCalls } from '../messages/calls.ts';
import { askReader } from '../messages/messaging.ts';
import { browserTexts } from '../texts/browser-texts.ts';
import { annotateTab } from './annotate-tab.ts';
import { showStatus } from './toolbar.ts';

const flagEntry = 'flag-selection';

/** Makes the entry in the page's menu. Once per installation: the browser keeps it over restarts of the background. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: flagEntry,
    title: browserTexts().t('menu.flag_selection'),
    contexts: ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'],
  });
}

/** An entry of the menu was chosen. */
export async function onMenu(info: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (info.menuItemId === flagEntry && tab?.id !== undefined) await tellReader(tab.id, 'flagSelection', {});
}

/** A key was pressed; `_execute_action` opens the popup without us. */
export async function onCommand(command: string, given: Browser.tabs.Tab | undefined): Promise<void> {
  const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (tab?.id === undefined) return;
  if (command === 'flag-selection') await tellReader(tab.id, 'flagSelection', {});
  else if (command === 'next-mark') await tellReader(tab.id, 'step', { direction: 1 });
  else if (command === 'previous-mark') await tellReader(tab.id, 'step', { direction: -1 });
  else if (command === 'toggle-page') await tellReader(tab.id, 'toggle', { what: 'page' });
  else if (command === 'toggle-density') await tellReader(tab.id, 'toggle', { what: 'density' });
}

/** Tells the reader; brings it first if the page has none. What fails shows on the toolbar button, the only surface there is then. */
async function tellReader<Name extends 'flagSelection' | 'step' | 'toggle'>(tab: number, name: Name, data: DataOf<ReaderCalls, Name>): Promise<void> {
  let answer: Answer<unknown> = await askReader(tab, name, data);
  if (!answer.ok && answer.error.code === 'no_receiver') {
    const brought = await annotateTab(tab);
    if (!brought.ok || brought.value.status === 'not-allowed') return;
    answer = await askReader(tab, name, data);
  }
  if (!answer.ok && answer.error.code === 'no_receiver') await showStatus(tab, 'failed');
}
