/** The popup of one tab: asks what its page is, shows it, and passes on what the reader wants. Only wires. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { FlagActions } from '../../components/card-props.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import type { Answer, PageState, ReaderSettings } from '../../lib/messages/calls.ts';
import { askBackground, askReader } from '../../lib/messages/messaging.ts';
import type { Flag, PlacedFlag } from '../../lib/model.ts';
import { exportFlags } from './export-flags.ts';

/** A page of which nothing could be learnt. */
const unknownSettings: ReaderSettings = { density: 'core', hidden: [], off: false, ephemeral: false };

export function App({ tab }: { tab: number }) {
  const [page, setPage] = useState<PageState>();
  const site = page?.page?.site;
  const [granted, setGranted] = useState<boolean>();
  useEffect(() => {
    if (site && isGrantable(site)) void browser.permissions.contains({ origins: originsOf(site).slice(0, 1) }).then(setGranted);
  }, [site]);

  const follow = (answer: Answer<PageState>): Answer<PageState> => {
    setPage(answer.ok ? answer.value : { status: 'failed', flags: [], settings: page?.settings ?? unknownSettings, failure: answer.error });
    return answer;
  };
  const refresh = async () => follow(await askBackground('explainTab', { tab }));
  useEffect(() => void refresh(), []);

  const switchSite = async (of: string, off: boolean) => {
    const answer = await askBackground('setOff', { site: of, off, tab });
    if (answer.ok) follow(await (off ? askBackground('explainTab', { tab }) : askBackground('annotateTab', { tab })));
  };
  const allowSite = async (of: string): Promise<Answer<unknown>> => {
    // The browser's question takes the focus and may close this popup; the background hears of the answer by itself.
    const allowed = await browser.permissions.request({ origins: originsOf(of) }).catch(() => false);
    setGranted(allowed);
    return allowed ? follow(await askBackground('annotateTab', { tab })) : { ok: true, value: null };
  };
  const withFlags = (change: (flags: readonly PlacedFlag[]) => readonly PlacedFlag[]) => setPage((now) => now && { ...now, flags: change(now.flags) });

  return (
    <Popup
      page={page}
      load={(want) => askBackground('card', want)}
      loadAll={(entities) => askBackground('cards', { entities })}
      onShow={([begin, end]) => void showWords(tab, begin, end)}
      onFlag={async () => {
        const answer = await askReader(tab, 'flagSelection', {});
        if (answer.ok) window.close();
        return answer;
      }}
      onAnnotate={async () => {
        const answer = await askBackground('annotateTab', { tab });
        if (answer.ok) follow(answer);
        return answer;
      }}
      allowSite={site && granted === false && !page.settings.ephemeral ? { name: site, onAllow: () => allowSite(site) } : undefined}
      onDensity={(density) => {
        setPage((now) => now && { ...now, settings: { ...now.settings, density } });
        void askBackground('setDensity', { density });
      }}
      onOff={site && !page.settings.ephemeral ? (off) => void switchSite(site, off) : undefined}
      onRetry={() => {
        setPage(undefined);
        void refresh();
      }}
      flagActions={flagActions(page?.flags ?? [], withFlags)}
      onExport={exportFlags}
    />
  );
}

/** A site's pages by either protocol, with all hosts below it; https first. */
function originsOf(site: string): string[] {
  return [`https://*.${site}/*`, `http://*.${site}/*`];
}

/** A named site: neither an address in numbers nor a machine of the own network. */
function isGrantable(site: string): boolean {
  return /\.[a-z][\w-]*$/i.test(site);
}

/** Scrolls the page there. On a phone the popup covers the page, so it makes way. */
async function showWords(tab: number, begin: number, end: number): Promise<void> {
  await askReader(tab, 'show', { begin, end });
  if (matchMedia('(pointer: coarse)').matches) window.close();
}

/** Changes flags in the background; the list follows. A flag thrown away comes back where it was. */
function flagActions(flags: readonly PlacedFlag[], withFlags: (change: (flags: readonly PlacedFlag[]) => readonly PlacedFlag[]) => void): FlagActions {
  const replace = (flag: Flag) => withFlags((now) => now.map((placed) => (placed.flag.id === flag.id ? { ...placed, flag } : placed)));
  return {
    async change(id, draft) {
      const answer = await askBackground('changeFlag', { id, ...draft });
      if (answer.ok) replace(answer.value);
      return answer;
    },
    async delete(id) {
      const answer = await askBackground('deleteFlag', { id });
      if (answer.ok) replace(answer.value);
      return answer;
    },
    async restore(id) {
      const answer = await askBackground('restoreFlag', { id });
      if (answer.ok) replace(answer.value);
      return answer;
    },
  };
}
