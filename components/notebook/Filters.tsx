import { useMemo } from 'preact/hooks';
import type { Flag, Stance } from '../../lib/model.ts';
import { facetsOf, type Facet, type FlagFilter, type FlagOrder } from '../../lib/notebook/filter.ts';
import { useTexts } from '../texts.tsx';
import type { Entities } from './use-entities.ts';

export interface FiltersProps {
  flags: readonly Flag[];
  entities: Entities;
  typed: string;
  onTyped: (typed: string) => void;
  filter: FlagFilter;
  onFilter: (filter: FlagFilter) => void;
  order: FlagOrder;
  onOrder: (order: FlagOrder) => void;
}

const orders: readonly FlagOrder[] = ['newest', 'oldest', 'changed', 'article', 'stance'];

/** Search as one types, and what narrows the list; every choice says how many flags it holds. */
export function Filters({ flags, entities, typed, onTyped, filter, onFilter, order, onOrder }: FiltersProps) {
  const { t } = useTexts();
  const facets = useMemo(() => facetsOf(flags), [flags]);
  const day = (value: string, days = 0): number | undefined => (value === '' ? undefined : new Date(`${value}T00:00`).getTime() + days * 86_400_000);
  const set = <Name extends keyof FlagFilter>(name: Name, value: FlagFilter[Name] | undefined): void => {
    const { [name]: _, ...rest } = filter;
    onFilter(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <search class="filters">
      <label class="field wide"><span>{t('notebook.search')}</span><input type="search" value={typed} maxLength={500} onInput={(event) => onTyped(event.currentTarget.value)} data-focus /></label>
      <Choice label={t('notebook.site')} facets={facets.sites} value={filter.sites?.[0]} onChange={(value) => set('sites', value === undefined ? undefined : [value])} />
      <Choice label={t('notebook.entity')} facets={entities.facets} nameOf={entities.nameOf} value={filter.entities?.[0]} onChange={(value) => set('entities', value === undefined ? undefined : [value])} />
      <Choice label={t('notebook.stance')} facets={facets.stances} nameOf={(value) => t(`stance.${value as Stance}`)} value={filter.stances?.[0]} onChange={(value) => set('stances', value === undefined ? undefined : [value as Stance])} />
      <Choice label={t('notebook.tag')} facets={facets.tags} value={filter.tags?.[0]} onChange={(value) => set('tags', value === undefined ? undefined : [value])} />
      <label class="field"><span>{t('notebook.from')}</span><input type="date" onChange={(event) => set('from', day(event.currentTarget.value))} /></label>
      <label class="field"><span>{t('notebook.to')}</span><input type="date" onChange={(event) => set('to', day(event.currentTarget.value, 1))} /></label>
      <label class="field"><span>{t('notebook.order')}</span>
        <select value={order} onChange={(event) => onOrder(event.currentTarget.value as FlagOrder)}>{orders.map((one) => <option key={one} value={one}>{t(`notebook.orders.${one as 'newest'}`)}</option>)}</select>
      </label>
    </search>
  );
}

function Choice({ label, facets, value, onChange, nameOf = (name) => name }: { label: string; facets: readonly Facet[]; value: string | undefined; onChange: (value: string | undefined) => void; nameOf?: (value: string) => string }) {
  const { t } = useTexts();
  if (facets.length === 0) return null;
  return (
    <label class="field"><span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
        <option value="">{t('notebook.any')}</option>
        {facets.map((facet) => <option key={facet.value} value={facet.value}>{nameOf(facet.value)} ({facet.count})</option>)}
      </select>
    </label>
  );
}
