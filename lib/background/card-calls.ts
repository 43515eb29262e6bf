/** What stands behind a name or a claim, from the bundled dataset. */
import { claimCard } from '../cards/claim-card.ts';
import { entityCard } from '../cards/entity-card.ts';
import type { BackgroundCalls } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import { bundledDataset } from './bundled-dataset.ts';

export const cardCalls: Pick<Handlers<BackgroundCalls>, 'card' | 'cards'> = {
  card(asked) {
    const card = 'entity' in asked ? entityCard(bundledDataset(), asked.entity) : claimCard(bundledDataset(), asked.claim);
    return card ? success(card) : failure('card_unknown', `no entity or claim ${JSON.stringify(asked)}`);
  },
  cards({ entities }) {
    return success(entities.flatMap((id) => entityCard(bundledDataset(), id) ?? []));
  },
};
