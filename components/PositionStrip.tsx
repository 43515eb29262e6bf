/**
 * Where a name stands in the article, as a strip. Ticks alone would be too thin to hit, so the strip is cut into cells wide
 * enough for a finger; a cell that holds ticks is one button, which goes to its ticks one after the other.
 */
import { useState } from 'preact/hooks';
import type { Span } from '../lib/model.ts';
import { useTexts } from './texts.tsx';
import { Part } from './Part.tsx';

const cells = 12;
/** So many characters of the words around a place are read out. */
const around = 30;

export interface PositionStripProps {
  spans: readonly Span[];
  text: string;
  onShow: (span: Span) => void;
}

export function PositionStrip({ spans, text, onShow }: PositionStripProps) {
  const { t, number } = useTexts();
  const [next, setNext] = useState<Readonly<Record<number, number>>>({});
  if (spans.length === 0) return null;

  const places = spans.map((span, index) => ({ span, index, at: span[0] / Math.max(1, text.length) }));
  const byCell = Array.from({ length: cells }, (_, cell) => places.filter((place) => Math.min(cells - 1, Math.floor(place.at * cells)) === cell));

  function label(held: typeof places): string {
    const first = held[0];
    const last = held.at(-1);
    if (!first || !last) return '';
    const words = excerpt(text, first.span);
    return held.length === 1
      ? t('place.tick', [number(first.index + 1), number(spans.length), words])
      : t('place.ticks', [number(first.index + 1), number(last.index + 1), number(spans.length), words]);
  }

  function show(cell: number, held: typeof places): void {
    const turn = next[cell] ?? 0;
    const place = held[turn % held.length];
    setNext({ ...next, [cell]: turn + 1 });
    if (place) onShow(place.span);
  }

  return (
    <Part title={t('place.here', [number(spans.length)], spans.length)}>
      <div class="strip">
        {byCell.map((held, cell) =>
          held.length === 0 ? <span key={cell} class="cell" /> : (
            <button key={cell} type="button" class="cell" aria-label={label(held)} title={label(held)} onClick={() => show(cell, held)}>
              {held.map((place) => <span key={place.index} class="tick" style={{ left: `${(place.at * cells - cell) * 100}%` }} />)}
            </button>
          ))}
      </div>
    </Part>
  );
}

/** The words around a place, cut at spaces. */
function excerpt(text: string, [begin, end]: Span): string {
  const before = text.slice(Math.max(0, begin - around), begin).split('\n').at(-1) ?? '';
  const after = text.slice(end, end + around).split('\n', 1)[0] ?? '';
  return `${before.length < around ? before : before.replace(/^\S*\s/, '… ')}${text.slice(begin, end)}${after.length < around ? after : after.replace(/\s\S*$/, ' …')}`;
}
