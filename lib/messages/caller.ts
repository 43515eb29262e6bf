/**
 * Who asks: read from what the browser says of the sender, never from the message. A page's content script may ask only about its own
 * page; what concerns other tabs, all settings or all flags is for the extension's own pages alone.
 */
import { browser } from 'wxt/browser';
import type { BackgroundCalls } from './calls.ts';
import { isOwnExtension, type Sender } from './sender.ts';

export type { Sender } from './sender.ts';

/** A content script in the top frame of a tab. */
export interface PageCaller {
  kind: 'page';
  tab: number;
  /** The browser's id of the document; a navigation makes a new one. Absent in browsers that have none. */
  document?: string;
  /** The document's address, as the browser says. */
  url: string;
  /** A private window: nothing of it may be stored. */
  incognito: boolean;
}

/** One of the extension's own pages, or the background. */
export interface ExtensionCaller {
  kind: 'extension';
  incognito: boolean;
}

export type Caller = PageCaller | ExtensionCaller;

/** Who may ask what of the background. */
export const rights: { readonly [Name in keyof BackgroundCalls]: 'page' | 'extension' | 'both' } = {
  sighted: 'page',
  annotate: 'page',
  placeFlags: 'page',
  annotatePart: 'page',
  card: 'both',
  cards: 'extension',
  keepFlag: 'both',
  changeFlag: 'both',
  deleteFlag: 'both',
  restoreFlag: 'both',
  keepDraft: 'page',
  pageDrafts: 'page',
  dropDraft: 'both',
  aboutWords: 'page',
  notebookChanged: 'extension',
  bringSurfaces: 'page',
  bringFollower: 'page',
  bringStyle: 'page',
  openPrint: 'both',
  dismiss: 'page',
  undismiss: 'both',
  dismissals: 'extension',
  setDensity: 'extension',
  setDensityHere: 'page',
  setRuler: 'extension',
  setQuiet: 'extension',
  setHidden: 'extension',
  setOff: 'extension',
  listPacks: 'extension',
  previewPack: 'extension',
  installPack: 'extension',
  switchPack: 'extension',
  removePack: 'extension',
  undoPacks: 'extension',
  annotateTab: 'extension',
  explainTab: 'extension',
};

/** Takes the browser's word on the sender; gives who it is, or undefined for anyone who has no business here (another extension, a subframe, a page without address). */
export function identify(sender: Sender): Caller | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const incognito = sender.tab?.incognito ?? false;
  if (isOwnExtension(sender)) return { kind: 'extension', incognito };
  if (sender.tab?.id === undefined || sender.frameId !== 0 || !sender.url) return undefined;
  return { kind: 'page', tab: sender.tab.id, url: sender.url, incognito, ...(sender.documentId ? { document: sender.documentId } : {}) };
}
