/** The side panel: the article beside the article. It follows what is in sight, keeps the ledger of sources and draws how the names hang together. */
import { useMemo, useState } from 'preact/hooks';
import type { EntityCard } from '../../lib/cards/card.ts';
import type { Note, PlacedFlag, Span } from '../../lib/model.ts';
import { Card } from '../Card.tsx';
import { FailureNotice, Notice, Skeleton } from '../Notice.tsx';
import { namesOf } from '../popup/groups.ts';
import { FlagList } from '../popup/lists.tsx';
import { Offer } from '../popup/Offer.tsx';
import type { PopupPage, PopupProps } from '../popup/popup-props.ts';
import { Verdict } from '../popup/Verdict.tsx';
import { SourceBar } from '../SourceBar.tsx';
import { Tabs } from '../Tabs.tsx';
import { useTexts } from '../texts.tsx';
import { useAnswer } from '../use-answer.ts';
import { EntityGraph } from './EntityGraph.tsx';
import { Here } from './Here.tsx';
import { Ledger } from './Ledger.tsx';
import { notesIn } from './in-view.ts';

const tabIds = ['here', 'sources', 'relations', 'flags'] as const;
type TabId = (typeof tabIds)[number];

export interface CompanionProps extends Pick<PopupProps, 'load' | 'loadAll' | 'onShow' | 'onAnnotate' | 'allowSite' | 'onOff' | 'onRetry' | 'flagActions'> {
  /** Absent while it is looked up. */
  page?: PopupPage;
  /** What of the article is in sight; undefined while nothing is. */
  inView?: Span;
  onNotebook: () => void;
}

interface Opened {
  notes: readonly Note[];
  flags: readonly PlacedFlag[];
}

export function Companion(props: CompanionProps) {
  const { t, number } = useTexts();
  const { page } = props;
  const [tab, setTab] = useState<TabId>('here');
  const [opened, setOpened] = useState<Opened | null>(null);
  const document = page?.status === 'annotated' ? page.document : undefined;
  const flags = useMemo(() => (page?.flags ?? []).filter(({ flag }) => flag.deleted === undefined), [page]);
  const counts: Record<TabId, number | undefined> = {
    here: document && props.inView ? notesIn(document.notes, props.inView).length : 0,
    sources: document?.summary.sources.filter(({ source }) => source !== 'none').length,
    relations: useMemo(() => document && namesOf(document.notes).length, [document]),
    flags: flags.length,
  };

  function open(next: Opened): void {
    const span = next.notes[0] ?? next.flags[0]?.span;
    if (span) props.onShow('begin' in span ? [span.begin, span.end] : span);
    setOpened(next);
  }

  return (
    <main class="companion" aria-busy={!page}>
      <Verdict page={page} onOff={props.onOff} />
      {page?.settings.ephemeral && <p class="ephemeral small">{t('flag.ephemeral')}</p>}
      {!page && <Skeleton lines={6} label={t('verdict.loading')} />}
      {page && !document && <Offer page={page} onAnnotate={props.onAnnotate} allowSite={props.allowSite} onOff={props.onOff} onRetry={props.onRetry} />}
      {document && (opened ? (
        <>
          <div class="back-row"><button type="button" class="link" onClick={() => setOpened(null)}><BackSign />{t(`panel.${tab}`)}</button></div>
          <Card notes={opened.notes} flags={opened.flags} article={document} load={props.load} onShow={props.onShow} flagActions={props.flagActions} focus />
        </>
      ) : (
        <>
          <SourceBar rests={document.summary.rests} />
          <Tabs
            label={t('popup.tabs')}
            tabs={tabIds.map((id) => ({ id, label: t(`panel.${id}`), hint: t(`panel.${id}_hint`), count: number(counts[id] ?? 0) }))}
            current={tab}
            onChange={setTab}
          >
            {tab === 'here' && <Here document={document} inView={props.inView} onOpen={(note) => open({ notes: [note], flags: [] })} />}
            {tab === 'sources' && <Ledger sources={document.summary.sources} onShow={props.onShow} />}
            {tab === 'relations' && <Net notes={document.notes} loadAll={props.loadAll} onOpen={(notes) => open({ notes, flags: [] })} />}
            {tab === 'flags' && (flags.length === 0 ? <Notice>{t('empty.flags')}</Notice> : <FlagList flags={flags} query="" onOpen={open} />)}
          </Tabs>
        </>
      ))}
      <footer class="bottom"><button type="button" class="second" onClick={props.onNotebook}>{t('popup.notebook')}</button></footer>
    </main>
  );
}

/** The graph of the names found, once their cards are there. */
function Net({ notes, loadAll, onOpen }: { notes: readonly Note[]; onOpen: (notes: readonly Note[]) => void } & Pick<CompanionProps, 'loadAll'>) {
  const { t } = useTexts();
  const names = useMemo(() => namesOf(notes), [notes]);
  const ids = names.map(({ entity }) => entity);
  const loaded = useAnswer(ids.join(' '), () => loadAll(ids));
  const cards = useMemo(() => (loaded.state === 'ready' ? loaded.value.filter((card): card is EntityCard => card.kind === 'entity') : []), [loaded.state, loaded.state === 'ready' && loaded.value]);
  if (loaded.state === 'loading') return <Skeleton lines={4} label={t('card.loading')} />;
  if (loaded.state === 'failed') return <FailureNotice error={loaded.error} onRetry={loaded.retry} />;
  return <EntityGraph cards={cards} onOpen={(entity) => onOpen(names.find((name) => name.entity === entity)?.notes.slice(0, 1) ?? [])} />;
}

function BackSign() {
  return <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3 5 8l5 5" /></svg>;
}
