import { askBackground } from '../../lib/messages/messaging.ts';
import type { Answer } from '../../lib/messages/calls.ts';
import type { Flag } from '../../lib/model.ts';

/** Tells the open pages that their flags have changed: those at these addresses, or all where it is not known which. Nobody waits for it. */
export function tellReaders(addresses?: readonly string[]): void {
  void askBackground('notebookChanged', addresses ? { addresses: [...new Set(addresses)] } : {});
}

/** Passes an answer on; when it is one of success, the pages of its flags are told. */
export async function told<T>(work: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await work;
  if (answer.ok) tellReaders(Array.isArray(answer.value) ? (answer.value as readonly Flag[]).map(({ page }) => page.address) : undefined);
  return answer;
}
