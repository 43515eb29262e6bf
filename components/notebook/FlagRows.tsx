import type { Flag } from '../../lib/model.ts';
import { daysLeft } from '../../lib/notebook/bin.ts';
import { useTexts } from '../texts.tsx';
import { useVirtual } from './use-virtual.ts';

export interface FlagRowsProps {
  flags: readonly Flag[];
  label: string;
  selected: ReadonlySet<string>;
  onSelect: (id: string, on: boolean) => void;
  current: string | undefined;
  onOpen: (id: string) => void;
  /** Milliseconds since the epoch, for what is left of the bin's thirty days. */
  now: number;
}

/** A row holds two lines of the quote, one of the note and one of facts, with room around; in em, see `.flag-rows li`. */
const rowEm = 7.5;

/** The flags as a list of which only the part in view is drawn, so that ten thousand scroll like ten. */
export function FlagRows({ flags, label, selected, onSelect, current, onOpen, now }: FlagRowsProps) {
  const { t, date } = useTexts();
  const { scroller, rows, height } = useVirtual(flags.length, rowEm);
  return (
    <div class="flag-rows" ref={scroller}>
      <ul aria-label={label} style={{ blockSize: `${height}px` }}>
        {rows.map((row) => {
          const flag = flags[row.index];
          if (!flag) return null;
          return (
            <li key={flag.id} aria-setsize={flags.length} aria-posinset={row.index + 1} style={{ transform: `translateY(${row.start}px)` }} class={flag.id === current ? 'is-open' : undefined}>
              <label class="pick"><input type="checkbox" checked={selected.has(flag.id)} onChange={(event) => onSelect(flag.id, event.currentTarget.checked)} /><span class="hidden">{t('notebook.select', [flag.quote.exact])}</span></label>
              <button type="button" class="flag-row" aria-expanded={flag.id === current} onClick={() => onOpen(flag.id)}>
                <span class="flag-quote">{flag.quote.exact}</span>
                {flag.note && <span class="own-note">{flag.note}</span>}
                <span class="small">
                  {t(`stance.${flag.stance}`)} · {flag.page.site} · {date(flag.created)}
                  {flag.tags.map((tag) => <span key={tag} class="tag"> {tag}</span>)}
                  {flag.deleted !== undefined && ` · ${t('notebook.days_left', undefined, daysLeft(flag, now))}`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
