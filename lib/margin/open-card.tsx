/** The card of a place in the article: what stands there, and what a reader can do with it. */
import { Card } from '../../components/Card.tsx';
import type { FlagActions } from '../../components/card-props.ts';
import type { Span } from '../model.ts';
import type { ReaderPorts } from './reader-ports.ts';
import type { ReadingState } from './reading-state.ts';
import { notesHere, type Spot } from './spots.ts';
import type { Surface } from './surface.tsx';

export interface CardWish {
  /** What the reader points at, the most exact first. At least one. */
  spots: readonly Spot[];
  /** A text offset at that place. */
  at: number;
  focus: boolean;
  point?: { x: number; y: number };
}

/** Opens the card. Needs an analysed page. */
export function openCard(surface: Surface, reader: ReaderPorts, state: ReadingState, flagActions: FlagActions, wish: CardWish, onFlag: (span: Span) => void): void {
  const { spots, at, focus, point } = wish;
  const document = state.document;
  if (!document) return;
  const notes = notesHere(spots, document.notes, state.settings.hidden, at);
  const flags = spots.flatMap(({ placed }) => placed ?? []);
  const key = spots.map(({ id }) => id).join(' ');
  surface.show({
    key,
    label: reader.texts.t('card.label', [labelOf(spots[0]!, state)]),
    spans: spots[0]!.spans,
    focus,
    ...(point ? { point } : {}),
    content: (
      <Card
        key={key}
        notes={notes}
        flags={flags}
        article={{ text: document.text, notes: document.notes }}
        load={(want) => reader.ask('card', want)}
        onShow={(span) => surface.frame([span])}
        onFlag={onFlag}
        flagActions={flagActions}
        onClose={() => surface.panel.close()}
        focus={focus}
      />
    ),
  });
}

/** The words of a spot, or the name that they mean; shortened for the ear. */
export function labelOf({ note, span }: Spot, { article }: ReadingState): string {
  const words = note?.kind === 'entity' ? note.label : article.text.slice(...span).replaceAll(/\s+/g, ' ');
  return words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words;
}
