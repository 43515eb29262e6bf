import type { FlagActions } from '../../components/card-props.ts';
import type { Answer } from '../../lib/messages/calls.ts';
import { askBackground } from '../../lib/messages/messaging.ts';
import type { Flag, PlacedFlag } from '../../lib/model.ts';

/** Changes flags in the background; the list follows. A flag thrown away comes back where it was. */
export function flagActions(withFlags: (change: (flags: readonly PlacedFlag[]) => readonly PlacedFlag[]) => void): FlagActions {
  const follow = (answer: Answer<Flag>): Answer<Flag> => {
    if (answer.ok) withFlags((now) => now.map((placed) => (placed.flag.id === answer.value.id ? { ...placed, flag: answer.value } : placed)));
    return answer;
  };
  return {
    change: async (id, draft) => follow(await askBackground('changeFlag', { id, ...draft })),
    delete: async (id) => follow(await askBackground('deleteFlag', { id })),
    restore: async (id) => follow(await askBackground('restoreFlag', { id })),
  };
}
