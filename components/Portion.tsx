/** A long list in portions: what is not asked for is not built, so that five thousand rows open as fast as fifty. Goes inside a list element. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from './texts.tsx';

/** So many rows at a time. */
const portion = 200;

export function Portion<Row>({ rows, children }: { rows: readonly Row[]; children: (row: Row) => ComponentChildren }) {
  const { t, number } = useTexts();
  const [shown, setShown] = useState(portion);
  const more = useRef<HTMLLIElement>(null);
  const first = useRef<Element | null>(null);
  const rest = rows.length - shown;

  // The focus goes to the first of the new rows, where reading goes on.
  useLayoutEffect(() => {
    first.current?.nextElementSibling?.querySelector<HTMLElement>('button')?.focus();
    first.current = null;
  }, [shown]);

  return (
    <>
      {rows.slice(0, shown).map(children)}
      {rest > 0 && (
        <li class="after" ref={more}>
          <button
            type="button"
            class="second"
            onClick={() => {
              first.current = more.current?.previousElementSibling ?? null;
              setShown(shown + portion);
            }}
          >
            {t('list.more', [number(Math.min(rest, portion)), number(rest)])}
          </button>
        </li>
      )}
    </>
  );
}
