/** The notebook: all flags of all articles, searched as one types, changed one by one or many at once, with a bin and a way back. */
import { useMemo, useState } from 'preact/hooks';
import type { Flag, Stance } from '../../lib/model.ts';
import { isInBin } from '../../lib/notebook/bin.ts';
import type { FlagFilter, FlagOrder } from '../../lib/notebook/filter.ts';
import { Skeleton } from '../Notice.tsx';
import { Tabs } from '../Tabs.tsx';
import { useTexts } from '../texts.tsx';
import { BulkActions } from './BulkActions.tsx';
import { DifferingView } from './DifferingView.tsx';
import { FilesView } from './FilesView.tsx';
import { Filters } from './Filters.tsx';
import { FlagDetail } from './FlagDetail.tsx';
import { FlagRows } from './FlagRows.tsx';
import type { NotebookActions, NotebookState } from './notebook-props.ts';
import { Reminder } from './Reminder.tsx';
import { useEntities } from './use-entities.ts';
import { useSearch } from './use-search.ts';
import { VersionsView } from './VersionsView.tsx';

type View = 'flags' | 'differing' | 'versions' | 'bin' | 'files';

const binFilter: FlagFilter = { bin: 'only' };

export function Notebook({ state, actions, now }: { state: NotebookState | undefined; actions: NotebookActions; now: number }) {
  const { t, number } = useTexts();
  const [view, setView] = useState<View>('flags');
  const standing = useMemo(() => state?.flags.filter((flag) => !isInBin(flag)) ?? [], [state?.flags]);
  const inBin = (state?.flags.length ?? 0) - standing.length;
  const tab = (id: View, count: string) => ({ id, label: t(`notebook.tabs.${id}`), hint: t(`notebook.hints.${id}`), count });
  return (
    <div class="notebook">
      <header><h1>{t('notebook.title')}</h1><p class="soft">{t('flag.private')}</p></header>
      <main aria-busy={!state}>
        {state?.failure && <p class="notice notice-error" role="alert">{state.failure}</p>}
        {state?.readonly && <p class="notice" role="status">{t('notebook.readonly')}</p>}
        {state && !state.readonly && <Reminder flags={state.flags} actions={actions} />}
        {!state && <Skeleton lines={8} label={t('notebook.loading')} />}
        {state && (
          <Tabs label={t('notebook.title')} current={view} onChange={setView} tabs={[tab('flags', number(standing.length)), tab('differing', '⇄'), tab('versions', '±'), tab('bin', number(inBin)), tab('files', '⇅')]}>
            {(view === 'flags' || view === 'bin') && <ListView key={view} state={state} standing={standing} actions={actions} bin={view === 'bin'} now={now} />}
            {view === 'differing' && <DifferingView flags={standing} actions={actions} />}
            {view === 'versions' && <VersionsView flags={standing} actions={actions} />}
            {view === 'files' && <FilesView actions={actions} readonly={state.readonly} />}
          </Tabs>
        )}
      </main>
    </div>
  );
}

function ListView({ state, standing, actions, bin, now }: { state: NotebookState; standing: readonly Flag[]; actions: NotebookActions; bin: boolean; now: number }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [chosen, setFilter] = useState<FlagFilter>({});
  const [order, setOrder] = useState<FlagOrder>(bin ? 'deleted' : 'newest');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string>();
  const filter = useMemo(() => (bin ? { ...chosen, ...binFilter } : chosen), [bin, chosen]);
  const entities = useEntities(state.flags, actions.entities);
  const shown = useSearch(state.flags, typed, filter, order, entities.of);
  const current = state.flags.find(({ id }) => id === open);
  const select = (id: string, on: boolean): void => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  const ids = shown.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  return (
    <>
      {!bin && <Filters flags={standing} entities={entities} typed={typed} onTyped={setTyped} filter={chosen} onFilter={setFilter} order={order} onOrder={setOrder} />}
      <BulkActions
        ids={ids}
        shown={shown.length}
        bin={bin}
        readonly={state.readonly}
        actions={actions}
        onSelectAll={(on) => setSelected(on ? new Set(shown.map(({ id }) => id)) : new Set())}
        onDone={() => setSelected(new Set<string>())}
        stances={['unsure', 'doubtful', 'confirmed'] satisfies Stance[]}
      />
      <div class={current ? 'list-and-detail is-open' : 'list-and-detail'}>
        {shown.length > 0
          ? <FlagRows flags={shown} label={t(bin ? 'notebook.tabs.bin' : 'notebook.tabs.flags')} selected={selected} onSelect={select} current={open} onOpen={(id) => setOpen(id === open ? undefined : id)} now={now} />
          : <p class="notice">{t(state.flags.length === 0 ? 'notebook.empty' : bin ? 'notebook.bin_empty' : 'notebook.nothing_fits')}</p>}
        {current && <FlagDetail flag={current} article={standing.filter(({ page }) => page.address === current.page.address).map(({ id }) => id)} actions={actions} readonly={state.readonly} onClose={() => setOpen(undefined)} />}
      </div>
    </>
  );
}
