/** The card of a place in the article: what stands there, and what a reader can do with it. */
import type { DismissActions, FlagActions } from '../../components/card-props.ts';
import type { PlacedFlag, Span } from '../model.ts';
import type { MarginKit } from './reader-ports.ts';
import { notesOf, type ReadingState } from './reading-state.ts';
import type { Shown } from './shown.ts';
import { notesHere, type Spot } from './spots.ts';
import type { Surface } from './surface.ts';

export interface CardWish {
  /** What the reader points at, the most exact first. At least one. */
  spots: readonly Spot[];
  /** A text offset at that place. */
  at: number;
  focus: boolean;
  point?: { x: number; y: number };
}

/** What can be done from a card. */
export interface CardDoings {
  flagActions: FlagActions;
  dismissActions: DismissActions;
  /** Begin a flag on these words. */
  onFlag: (span: Span) => void;
}

/** Opens the card. Needs an analysed page. */
export function openCard(surface: Surface, reader: MarginKit, state: ReadingState, actions: CardDoings, wish: CardWish): void {
  const { spots, focus, point } = wish;
  const content = cardOf(surface, reader, state, actions, wish);
  if (!content) return;
  surface.show({
    key: content.key,
    label: reader.texts.t('card.label', [labelOf(spots[0]!, state)]),
    spans: spots[0]!.spans,
    focus,
    ...(point ? { point } : {}),
    content,
  });
}

/** What the card shows, with the reader's flags as they are now; undefined for a page that was not analysed. */
export function cardOf(surface: Surface, reader: MarginKit, state: ReadingState, actions: CardDoings, { spots, at, focus }: CardWish): Extract<Shown, { kind: 'card' }> | undefined {
  const document = state.document;
  const published = state.article.signals.published;
  if (!document) return undefined;
  // What a private window cannot keep is not offered there.
  const { flagActions, ...others } = actions;
  const notes = notesHere(spots, notesOf(state), state.settings.hidden, at);
  const now = (placed: PlacedFlag): PlacedFlag => state.flags.find(({ flag }) => flag.id === placed.flag.id) ?? placed;
  const flags = spots.flatMap(({ placed, note }) => (placed ? now(placed) : (state.flags.find(({ flag }) => note?.kind === 'claim' && flag.id === note.claim) ?? [])));
  return {
    kind: 'card',
    key: spots.map(({ id }) => id).join(' '),
    props: {
      notes,
      flags,
      article: { text: document.text, notes: document.notes, ...(published ? { published } : {}) },
      load: (want) => reader.ask('card', want),
      onShow: (span) => surface.frame([span]),
      ...others,
      ...(state.settings.ephemeral ? {} : { flagActions }),
      onClose: () => surface.panel.close(),
      ...(reader.isPrintable ? { onPrint: () => void reader.ask('openPrint', {}) } : {}),
      focus,
    },
  };
}

/** The words of a spot, or the name that they mean; shortened for the ear. */
export function labelOf({ note, span }: Spot, { article }: ReadingState): string {
  const words = note?.kind === 'entity' ? note.label : article.text.slice(...span).replaceAll(/\s+/g, ' ');
  return words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words;
}
