/**
 * Starts the background: every listener is registered at once, synchronously, or the browser would not wake us for it. Nothing that matters lives in
 * variables: flags are in the database, the open pages in session memory.
 */
import { browser } from 'wxt/browser';
import { startInOpenPages } from '../browser/open-pages.ts';
import { closeStorageToPages } from '../browser/storage-access.ts';
import { answerInBackground } from '../messages/messaging.ts';
import { createBackgroundStore } from '../store/notebook-store.ts';
import { createAboutWords } from './about-words.ts';
import { createAnnotatePage, createAnnotatePart } from './annotate-page.ts';
import { annotateTab } from './annotate-tab.ts';
import { cardCalls } from './card-calls.ts';
import { dismissalCalls } from './dismissal-calls.ts';
import { createDraftCalls } from './draft-calls.ts';
import { createFlagCalls, createPlaceFlags } from './flag-calls.ts';
import { createFiler, createFlagsNear } from './flags-near.ts';
import { makeMenu, onCommand, onMenu } from './gestures.ts';
import { registerGrantedSites } from './granted-sites.ts';
import { keepHouse, noteFlags } from './keep-house.ts';
import { createPackCalls } from './pack-calls.ts';
import { quietly } from './quietly.ts';
import { settingsCalls } from './settings-calls.ts';
import { sighted } from './sighted.ts';
import { surfaceCalls } from './surface-calls.ts';
import { explainTab } from './tab-state.ts';
import { welcome } from './welcome.ts';

/** Registers every listener of the background and gives nothing. Takes nothing; call once, at the top of the background's script. */
export function startBackground(): void {
  const store = createBackgroundStore();
  const flagsNear = createFlagsNear(store);
  const file = createFiler(store.filing);
  // The day's snapshot does not wait for a new start of the browser.
  store.flags.watch(() => quietly(store.snapshots.takeIfDue(Date.now())));
  store.flags.watch(countNowAndThen(() => noteFlags(store, Date.now())));
  store.flags.watch(() => quietly(file()));
  answerInBackground({
    sighted,
    annotate: createAnnotatePage(flagsNear, store),
    aboutWords: createAboutWords(flagsNear),
    annotatePart: createAnnotatePart(flagsNear),
    ...cardCalls,
    ...createFlagCalls(store.flags, Date.now, store.drafts),
    placeFlags: createPlaceFlags(store),
    ...createDraftCalls(store.drafts),
    ...settingsCalls,
    ...dismissalCalls,
    ...surfaceCalls,
    ...createPackCalls(Date.now),
    annotateTab: ({ tab }) => annotateTab(tab),
    explainTab: ({ tab }) => explainTab(tab),
  });

  // A background that died over it goes on.
  quietly(file());

  browser.runtime.onInstalled.addListener(({ reason }) =>
    quietly(closeStorageToPages(), makeMenu(), registerGrantedSites(), startInOpenPages(), keepHouse(store, Date.now()), ...(reason === 'install' ? [welcome()] : [])));
  browser.runtime.onStartup.addListener(() => quietly(closeStorageToPages(), registerGrantedSites(), keepHouse(store, Date.now())));
  browser.permissions.onAdded.addListener(() => quietly(registerGrantedSites()));
  browser.permissions.onRemoved.addListener(() => quietly(registerGrantedSites()));
  browser.contextMenus.onClicked.addListener((info, tab) => quietly(onMenu(info, tab)));
  browser.commands.onCommand.addListener((command, tab) => quietly(onCommand(command, tab)));
}

/** Takes the counting; gives what counts after each change while flags are few, and once a minute when counting takes its time. */
function countNowAndThen(count: () => Promise<number>): () => void {
  let last = { flags: 0, at: 0 };
  return () => {
    if (last.flags > 5_000 && Math.abs(Date.now() - last.at) < 60_000) return;
    last = { ...last, at: Date.now() };
    quietly(count().then((flags) => void (last = { flags, at: Date.now() })));
  };
}
