import { AttributionCard } from './AttributionCard.tsx';
import type { CardProps } from './card-props.ts';
import type { CardPage } from './card-pages.ts';
import { CardStack } from './CardStack.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { ConsistencyCard } from './ConsistencyCard.tsx';
import { EntityCard } from './EntityCard.tsx';
import { FlagCard } from './FlagCard.tsx';
import { WordingCard } from './WordingCard.tsx';

/** What every page of a card gets: the page itself, the card's props, and the ways on and back. */
export interface CardPageProps {
  page: CardPage;
  props: CardProps;
  /** What else stands at the same place. */
  others: readonly CardPage[];
  previous: CardPage | undefined;
  onGo: (page: CardPage) => void;
  onBack: () => void;
}

/** One page of the card. */
export function CardPageView(view: CardPageProps) {
  return (
    <>
      <PageBody {...view} />
      {view.others.length > 0 && <CardStack pages={view.others} onGo={view.onGo} />}
    </>
  );
}

function PageBody({ page, props, previous, onGo, onBack }: CardPageProps) {
  const frame = { props, back: previous && { title: previous.title, onBack }, onGo };
  if (page.kind === 'entity') return <EntityCard {...frame} entity={page.entity} title={page.title} />;
  if (page.kind === 'flag') return <FlagCard {...frame} placed={page.placed} />;
  if (page.kind === 'claim') return <ClaimCard {...frame} notes={page.notes} />;
  const { note } = page;
  if (note.kind === 'attribution') return <AttributionCard {...frame} note={note} />;
  if (note.kind === 'consistency') return <ConsistencyCard {...frame} note={note} />;
  return <WordingCard {...frame} note={note} />;
}
