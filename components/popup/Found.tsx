import { useMemo, useState } from 'preact/hooks';
import type { EntityCard } from '../../lib/cards/card.ts';
import type { AnnotationDocument } from '../../lib/model.ts';
import { Notice } from '../Notice.tsx';
import { SourceBar } from '../SourceBar.tsx';
import { Tabs } from '../Tabs.tsx';
import { useTexts } from '../texts.tsx';
import { useAnswer } from '../use-answer.ts';
import { claimsOf, namesOf, sourcesOf, wordingOf } from './groups.ts';
import { ClaimList, FlagList, NameList, SourceList, WordingList, type ListProps } from './lists.tsx';
import type { PopupPage, PopupProps } from './popup-props.ts';

export const tabIds = ['names', 'claims', 'sources', 'wording', 'flags'] as const;
export type TabId = (typeof tabIds)[number];

/** Shorter lists are read faster than searched. */
const searchFrom = 7;

export interface FoundProps {
  document: AnnotationDocument;
  page: PopupPage;
  tab: TabId;
  onTab: (tab: TabId) => void;
  loadAll: PopupProps['loadAll'];
  onOpen: ListProps['onOpen'];
  onExport: () => void;
}

/** What was found on the page: what it rests on, and five lists. */
export function Found({ document, page, tab, onTab, loadAll, onOpen, onExport }: FoundProps) {
  const { t, number } = useTexts();
  const [query, setQuery] = useState('');
  const flags = useMemo(() => page.flags.filter(({ flag }) => flag.deleted === undefined), [page.flags]);
  const flagIds = useMemo(() => new Set(flags.map(({ flag }) => flag.id)), [flags]);
  const names = useMemo(() => namesOf(document.notes), [document]);
  const counts = useMemo((): Record<TabId, number> => {
    const total = (groups: readonly { notes: readonly unknown[] }[]) => groups.reduce((sum, group) => sum + group.notes.length, 0);
    return {
      names: names.length,
      claims: total(claimsOf(document.notes, flagIds)),
      sources: sourcesOf(document).filter(({ source }) => source !== 'none').length,
      wording: total(wordingOf(document.notes)),
      flags: flags.length,
    };
  }, [document, names, flagIds, flags]);

  const loaded = useAnswer(names.map(({ entity }) => entity).join(' '), () => loadAll(names.map(({ entity }) => entity)));
  const answer = loaded.state === 'ready' ? loaded.value : undefined;
  const cards = useMemo(() => new Map(answer?.filter((card): card is EntityCard => card.kind === 'entity').map((card) => [card.id, card])), [answer]);
  const statements = useMemo(() => new Map([...cards.values()].flatMap((card) => card.facts.map((fact) => [fact.claim, fact.statement] as const))), [cards]);

  const searched = query.trim();
  const list = { document, query: searched, onOpen };
  const isEmpty = counts[tab] === 0 && !(tab === 'sources' && document.notes.some((note) => note.kind === 'attribution'));

  return (
    <>
      <SourceBar rests={document.summary.rests} />
      <Tabs
        label={t('popup.tabs')}
        tabs={tabIds.map((id) => ({ id, label: t(`tab.${id}`), hint: t(`tab.${id}_hint`), count: number(counts[id]) }))}
        current={tab}
        onChange={(next) => {
          setQuery('');
          onTab(next);
        }}
      >
        {counts[tab] >= searchFrom && (
          <div class="search"><input type="search" value={query} placeholder={t('popup.search')} aria-label={t('popup.search')} onInput={(event) => setQuery(event.currentTarget.value)} /></div>
        )}
        {isEmpty && <Notice>{t(`empty.${tab}`)}</Notice>}
        <div class="rows">
          {tab === 'names' && <NameList {...list} cards={cards} />}
          {tab === 'claims' && <ClaimList {...list} flags={flagIds} statements={statements} />}
          {tab === 'sources' && <SourceList {...list} />}
          {tab === 'wording' && <WordingList {...list} />}
          {tab === 'flags' && <FlagList flags={flags} query={searched} onOpen={onOpen} />}
        </div>
        {searched && <div class="none-found" role="status"><Notice>{t('popup.search_empty', [searched])}</Notice></div>}
        {tab === 'flags' && !page.settings.ephemeral && (
          <div class="after"><button type="button" class="second" onClick={onExport}>{t('popup.export')}</button></div>
        )}
      </Tabs>
    </>
  );
}
