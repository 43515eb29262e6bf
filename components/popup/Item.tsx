import type { ComponentChildren } from 'preact';
import { quoteClass } from '../Quote.tsx';

export interface ItemProps {
  title?: string;
  /** Before the title: the mark's shape. */
  sign?: ComponentChildren;
  count?: string;
  /** Verbatim words of the article. */
  words?: string;
  /** What is to be said of it; empty ones are left out. */
  lines?: readonly (string | undefined)[];
  tag?: ComponentChildren;
  onClick: () => void;
  expanded?: boolean;
}

/** A row of any list: name and count, the quoted words, one line. */
export function Item({ title, sign, count, words, lines = [], tag, onClick, expanded }: ItemProps) {
  return (
    <button type="button" class="item" onClick={onClick} aria-expanded={expanded}>
      {(title || count) && (
        <span class="item-head">
          <span class="item-title">{sign}{title} {tag}</span>
          {count && <span class="item-count">{count}</span>}
        </span>
      )}
      {words && <span class={`item-line item-words ${quoteClass(words)}`} lang="de">{words}</span>}
      {lines.map((line) => line && <span key={line} class="item-line">{line}</span>)}
    </button>
  );
}

/** Whether a row answers a search: every word of the query stands in it somewhere, whatever the case. */
export function answers(query: string, ...fields: readonly (string | undefined)[]): boolean {
  const row = fields.join(' ').toLocaleLowerCase('de');
  return query.toLocaleLowerCase('de').split(/\s+/).every((word) => row.includes(word));
}
