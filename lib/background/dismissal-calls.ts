/** "Not right", by message: kept among the settings, so that every open reader follows at once. A private window keeps nothing. */
import type { BackgroundCalls } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import type { Dismissal } from '../model.ts';
import { maxDismissals, readSettings } from '../store/settings.ts';
import { ownPage } from './own-page.ts';
import { change } from './settings-calls.ts';
import { explainTab } from './tab-state.ts';

export const dismissalCalls: Pick<Handlers<BackgroundCalls>, 'dismiss' | 'undismiss' | 'dismissals'> = {
  async dismiss({ dismissal }, caller) {
    if (caller.incognito) return failure('private_window', 'nothing is stored from a private window');
    if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
    const { address, site } = await ownPage(caller);
    const where = { note: address, site, everywhere: undefined }[dismissal.scope];
    const kept: Dismissal = { ...dismissal, ...(where === undefined ? {} : { where }) };
    const answer = await change(site, ({ dismissed }) => ({ dismissed: [...dismissed.filter(({ id }) => id !== kept.id), kept].slice(-maxDismissals) }));
    await explainTab(caller.tab);
    return answer;
  },
  async undismiss({ id }, caller) {
    if (caller.incognito) return failure('private_window', 'nothing is stored from a private window');
    const answer = await change('', ({ dismissed }) => ({ dismissed: dismissed.filter((one) => one.id !== id) }));
    if (caller.kind === 'page') await explainTab(caller.tab);
    return answer.ok ? success(null) : answer;
  },
  async dismissals() {
    return success((await readSettings()).dismissed.toReversed());
  },
};
