/** What stands behind a name or a claim, from the dataset that counts now. */
import { claimCard } from '../cards/claim-card.ts';
import { entityCard } from '../cards/entity-card.ts';
import type { BackgroundCalls } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import { currentDataset } from './current-dataset.ts';

export const cardCalls: Pick<Handlers<BackgroundCalls>, 'card' | 'cards'> = {
  async card(asked) {
    const { dataset } = await currentDataset();
    const card = 'entity' in asked ? entityCard(dataset, asked.entity) : claimCard(dataset, asked.claim);
    return card ? success(card) : failure('card_unknown', `no entity or claim ${JSON.stringify(asked)}`);
  },
  async cards({ entities }) {
    const { dataset } = await currentDataset();
    return success(entities.flatMap((id) => entityCard(dataset, id) ?? []));
  },
};
