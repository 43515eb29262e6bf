/** The popup of one tab: asks what its page is, shows it, and passes on what the reader wants. Only wires. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/Popup.tsx';
import { hasPanel, openPage, openPanel } from '../../lib/browser/open-surface.ts';
import { askForSite, isGrantable, isGranted } from '../../lib/browser/site-permission.ts';
import type { Answer, PageState, ReaderSettings } from '../../lib/messages/calls.ts';
import { askBackground, askReader } from '../../lib/messages/messaging.ts';
import type { PlacedFlag } from '../../lib/model.ts';
import { exportFlags } from './export-flags.ts';
import { flagActions } from './flag-actions.ts';

/** A page of which nothing could be learnt. */
const unknownSettings: ReaderSettings = { density: 'core', hidden: [], off: false, ephemeral: false };

export function App({ tab, window }: { tab: number; window?: number }) {
  const [page, setPage] = useState<PageState>();
  const site = page?.page?.site;
  const [granted, setGranted] = useState<boolean>();
  const isAllowable = site !== undefined && isGrantable(site);
  useEffect(() => {
    if (isAllowable) isGranted(site).then(setGranted, () => setGranted(true));
  }, [site]);
  // An offer stands whole at once: a button that came later would push the others away from under the pointer.
  const isOffer = page !== undefined && page.status !== 'annotated';
  const shown = isOffer && isAllowable && granted === undefined ? undefined : page;

  const follow = (answer: Answer<PageState>): Answer<PageState> => {
    setPage(answer.ok ? answer.value : { status: 'failed', flags: [], settings: page?.settings ?? unknownSettings, failure: answer.error });
    return answer;
  };
  const refresh = async () => follow(await askBackground('explainTab', { tab }));
  useEffect(() => void refresh(), []);

  /** Shows at once what is wished, and has it kept. From a private window nothing is kept: there it holds for the page at hand. */
  const wish = (change: Partial<ReaderSettings>, keep: () => Promise<unknown>) => {
    if (!page) return;
    const settings = { ...page.settings, ...change };
    setPage({ ...page, settings });
    void (settings.ephemeral ? askReader(tab, 'settings', settings) : keep());
  };
  const switchSite = async (of: string, off: boolean) => {
    const answer = await askBackground('setOff', { site: of, off, tab });
    if (answer.ok) follow(await (off ? askBackground('explainTab', { tab }) : askBackground('annotateTab', { tab })));
  };
  const allowSite = async (of: string): Promise<Answer<unknown>> => {
    // The browser's question takes the focus and may close this popup; the background hears of the answer by itself.
    const allowed = await askForSite(of);
    setGranted(allowed);
    return allowed ? follow(await askBackground('annotateTab', { tab })) : { ok: true, value: null };
  };
  const withFlags = (change: (flags: readonly PlacedFlag[]) => readonly PlacedFlag[]) => setPage((now) => now && { ...now, flags: change(now.flags) });

  return (
    <Popup
      page={shown}
      load={(want) => askBackground('card', want)}
      loadAll={(entities) => askBackground('cards', { entities })}
      onShow={([begin, end]) => void showWords(tab, begin, end)}
      onFlag={async () => {
        const answer = await askReader(tab, 'flagSelection', {});
        if (answer.ok) close();
        return answer;
      }}
      onAnnotate={async () => {
        const answer = await askBackground('annotateTab', { tab });
        if (answer.ok) follow(answer);
        return answer;
      }}
      allowSite={site && granted === false && !page.settings.ephemeral ? { name: site, onAllow: () => allowSite(site) } : undefined}
      // For this site; where there is none, for all.
      onDensity={(density) => wish({ density }, () => askBackground('setDensity', site ? { density, site, tab } : { density }))}
      kindsOf={site ? { site, onHidden: (hidden) => wish({ hidden }, () => askBackground('setHidden', { site, hidden, tab })) } : undefined}
      onOff={site && !page.settings.ephemeral ? (off) => void switchSite(site, off) : undefined}
      onRetry={() => {
        setPage(undefined);
        void refresh();
      }}
      flagActions={page?.settings.ephemeral ? undefined : flagActions(withFlags)}
      onFollow={([begin, end]) => void askReader(tab, 'show', { begin, end })}
      onPanel={hasPanel() && window !== undefined ? () => leaveFor(openPanel(window)) : undefined}
      onNotebook={() => leaveFor(openPage('notebook.html'))}
      onPrint={() => leaveFor(askBackground('openPrint', { tab }))}
      onOptions={() => leaveFor(browser.runtime.openOptionsPage())}
      onExport={exportFlags}
    />
  );
}

/** Scrolls the page there. On a phone the popup covers the page, so it makes way. */
async function showWords(tab: number, begin: number, end: number): Promise<void> {
  await askReader(tab, 'show', { begin, end });
  if (matchMedia('(pointer: coarse)').matches) close();
}

/** Another surface opens: the popup makes way once it is there. */
function leaveFor(opening: Promise<unknown>): void {
  void opening.then(() => close());
}
