/**
 * The names of the article and how the sources relate them: as a picture or as a list, which says the same. The picture's names are
 * real buttons (one tab stop, arrow keys go to the next name in that direction); only its lines are drawn.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntityCard } from '../../lib/cards/card.ts';
import { Notice } from '../Notice.tsx';
import { useTexts } from '../texts.tsx';
import { layOut, nextInDirection } from './graph-layout.ts';
import { mostRelated, relationsOf, type FoundRelation } from './relations.ts';

/** More names than these are no picture any more; the list has all. */
const mostNames = 14;
/** The picture is as wide as its panel, within these bounds (CSS pixels): a wider one has margins, a narrower one scrolls. */
const widest = 340;
const narrowest = 240;

export interface EntityGraphProps {
  /** The cards of the names found, those named most first. */
  cards: readonly EntityCard[];
  onOpen: (entity: string, label: string) => void;
}

export function EntityGraph({ cards, onOpen }: EntityGraphProps) {
  const { t, number } = useTexts();
  const [asList, setAsList] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const relations = useMemo(() => relationsOf(cards), [cards]);
  const labels = useMemo(() => new Map(cards.map(({ id, name }) => [id, name])), [cards]);
  const names = useMemo(() => joined(mostRelated(relations, mostNames), relations), [relations]);
  if (relations.length === 0) return <Notice>{t('graph.empty')}</Notice>;
  const all = mostRelated(relations, Infinity);
  const current = chosen !== null && names.includes(chosen) ? chosen : names[0]!;
  return (
    <section class="part net" aria-label={t('graph.title')}>
      <div class="net-head">
        <p class="small">{t('graph.hint')}</p>
        <button type="button" class="second" onClick={() => setAsList(!asList)}>{t(asList ? 'graph.as_picture' : 'graph.as_list')}</button>
      </div>
      {asList ? (
        all.map((name) => <Relations key={name} name={name} labels={labels} relations={relations} onOpen={onOpen} />)
      ) : (
        <>
          <Picture names={names} relations={relations} labels={labels} current={current} onChoose={setChosen} />
          {all.length > names.length && <p class="small">{t('graph.more', [number(all.length - names.length)], all.length - names.length)}</p>}
          <div role="status"><Relations name={current} labels={labels} relations={relations} onOpen={onOpen} /></div>
        </>
      )}
    </section>
  );
}

/** Of some names those that are joined to another of them: a dot by itself says nothing. */
function joined(names: readonly string[], relations: readonly FoundRelation[]): readonly string[] {
  return names.filter((name) => relations.some(({ from, to }) => (from === name && names.includes(to)) || (to === name && names.includes(from))));
}

interface Shown {
  labels: ReadonlyMap<string, string>;
  relations: readonly FoundRelation[];
}

function Picture({ names, relations, labels, current, onChoose }: Shown & { names: readonly string[]; current: string; onChoose: (name: string) => void }) {
  const { t } = useTexts();
  const group = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(widest);
  useLayoutEffect(() => setWidth(Math.max(narrowest, Math.min(widest, group.current?.parentElement?.querySelector('.net-head')?.clientWidth || widest))), []);
  const shown = useMemo(() => {
    const known = new Set(names);
    const pairs = new Map(relations.filter(({ from, to }) => known.has(from) && known.has(to)).map(({ from, to }) => [`${from} ${to}`, [from, to] as const]));
    return { pairs: [...pairs.values()], ...layOut(names, [...pairs.values()], width) };
  }, [names, relations, width]);

  function move(event: KeyboardEvent): void {
    const next = nextInDirection(shown.places, current, event.key);
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    if (next === undefined) return;
    onChoose(next);
    group.current?.querySelectorAll<HTMLElement>('.knot')[names.indexOf(next)]?.focus();
  }

  return (
    <div class="picture" role="group" aria-label={t('graph.picture')} ref={group} onKeyDown={move} style={{ inlineSize: `${width}px`, blockSize: `${shown.height}px` }}>
      <svg width={width} height={shown.height} aria-hidden="true">
        {shown.pairs.map(([from, to]) => {
          const [a, b] = [shown.places.get(from)!, shown.places.get(to)!];
          return <line key={`${from} ${to}`} class={from === current || to === current ? 'thread thread-on' : 'thread'} x1={a.x} y1={a.y - 14} x2={b.x} y2={b.y - 14} />;
        })}
      </svg>
      {names.map((name) => {
        const { x, y } = shown.places.get(name)!;
        return (
          <button
            key={name}
            type="button"
            class="knot"
            aria-pressed={name === current}
            tabIndex={name === current ? 0 : -1}
            style={{ left: `${x}px`, top: `${y}px` }}
            onClick={() => onChoose(name)}
          >
            <span class="knot-dot" aria-hidden="true" /><span class="knot-name">{labels.get(name)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** One name with its relations; each leads to a card. */
function Relations({ name, labels, relations, onOpen }: Shown & { name: string } & Pick<EntityGraphProps, 'onOpen'>) {
  const { t } = useTexts();
  const label = labels.get(name) ?? name;
  const mine = relations.filter(({ from, to }) => from === name || to === name);
  return (
    <section class="threads">
      <h2><button type="button" class="link" onClick={() => onOpen(name, label)}>{label}</button></h2>
      <ul>
        {mine.map(({ from, to, label: said }) => {
          const other = from === name ? to : from;
          const button = <button type="button" class="chip" onClick={() => onOpen(other, labels.get(other) ?? other)}>{labels.get(other)}</button>;
          return <li key={`${from} ${said} ${to}`}>{from === name ? <>{said} {button}</> : <>{button} {said} <span class="soft">{t('graph.this', [label])}</span></>}</li>;
        })}
      </ul>
    </section>
  );
}
