/** The side panel of one window: follows its active tab, and what of the article is in sight there. Only wires. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Companion } from '../../components/companion/Companion.tsx';
import { openPage } from '../../lib/browser/open-surface.ts';
import { askForSite, isGrantable, isGranted } from '../../lib/browser/site-permission.ts';
import type { Answer, PageState, ReaderSettings } from '../../lib/messages/calls.ts';
import { askBackground, askReader } from '../../lib/messages/messaging.ts';
import { pageStamp } from '../../lib/messages/page-stamp.ts';
import type { Span } from '../../lib/model.ts';
import { flagActions } from '../popup/flag-actions.ts';
import { useActiveTab } from './active-tab.ts';

const unknownSettings: ReaderSettings = { density: 'core', hidden: [], off: false, ephemeral: false };

/** How often (ms) the reader is asked what is in sight: fast enough to follow a scroll, slow enough to cost nothing. Not while the panel is hidden. */
const pulse = 400;

export function App() {
  const tab = useActiveTab();
  const [page, setPage] = useState<PageState>();
  const [inView, setInView] = useState<Span>();
  const [granted, setGranted] = useState<boolean>();
  const shown = useRef<string>(undefined);
  const site = page?.page?.site;
  const id = tab?.id;

  const follow = (answer: Answer<PageState>): Answer<PageState> => {
    setPage(answer.ok ? answer.value : { status: 'failed', flags: [], settings: unknownSettings, failure: answer.error });
    shown.current = answer.ok ? pageStamp(answer.value) : undefined;
    return answer;
  };
  const refresh = useCallback(async () => {
    if (id !== undefined) follow(await askBackground('explainTab', { tab: id }));
  }, [id]);

  useEffect(() => {
    setPage(undefined);
    setInView(undefined);
    void refresh();
  }, [id, tab?.load]);
  useEffect(() => {
    setGranted(undefined);
    if (site && isGrantable(site)) void isGranted(site).then(setGranted);
  }, [site]);

  // The reader says what is in sight, and by a stamp whether what we show is still what it knows.
  useEffect(() => {
    if (id === undefined) return undefined;
    let alive = true;
    const look = async (): Promise<void> => {
      const answer = document.hidden ? undefined : await askReader(id, 'view', {});
      if (!alive || !answer?.ok) return;
      const { span, stamp } = answer.value;
      setInView((now) => (isSame(now, span) ? now : span));
      if (stamp !== shown.current) await refresh();
    };
    const timer = setInterval(() => void look(), pulse);
    return () => {
      alive = false;
      clearInterval(timer);
    };
  }, [id, refresh]);

  const show = ([begin, end]: Span) => void (id !== undefined && askReader(id, 'show', { begin, end }));
  const annotateTab = async () => (id === undefined ? { ok: true as const, value: null } : follow(await askBackground('annotateTab', { tab: id })));
  const switchSite = async (of: string, off: boolean) => {
    if (id === undefined) return;
    const answer = await askBackground('setOff', { site: of, off, tab: id });
    if (answer.ok) await (off ? refresh() : annotateTab());
  };

  return (
    <Companion
      page={page}
      inView={inView}
      load={(want) => askBackground('card', want)}
      loadAll={(entities) => askBackground('cards', { entities })}
      onShow={show}
      onAnnotate={annotateTab}
      allowSite={site && granted === false && !page.settings.ephemeral ? {
        name: site,
        onAllow: async () => {
          const allowed = await askForSite(site);
          setGranted(allowed);
          return allowed ? annotateTab() : { ok: true, value: null };
        },
      } : undefined}
      onOff={site && !page.settings.ephemeral ? (off) => void switchSite(site, off) : undefined}
      onRetry={() => {
        setPage(undefined);
        void refresh();
      }}
      flagActions={page?.settings.ephemeral ? undefined : flagActions((change) => setPage((now) => now && { ...now, flags: change(now.flags) }))}
      onNotebook={() => void openPage('notebook.html')}
    />
  );
}

function isSame(one: Span | undefined, other: Span | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1]);
}
