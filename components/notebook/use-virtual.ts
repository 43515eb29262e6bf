import { elementScroll, observeElementOffset, observeElementRect, type VirtualItem, Virtualizer } from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface VirtualRows {
  scroller: { current: HTMLDivElement | null };
  /** The rows to draw, with their place in pixels. */
  rows: readonly VirtualItem[];
  /** Height of all rows together, in pixels. */
  height: number;
}

/** Draws only the rows that are in view, by TanStack Virtual. All rows are equally high: `rowEm` times the reader's text size. */
export function useVirtual(count: number, rowEm: number): VirtualRows {
  const scroller = useRef<HTMLDivElement | null>(null);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const [pixels, setPixels] = useState(rowEm * 16);
  const options = {
    count,
    estimateSize: () => pixels,
    getScrollElement: () => scroller.current,
    overscan: 6,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, Element>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    if (scroller.current) setPixels(rowEm * Number.parseFloat(getComputedStyle(scroller.current).fontSize));
  }, []);
  useLayoutEffect(() => virtualizer.measure(), [pixels]);
  return { scroller, rows: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize() };
}
