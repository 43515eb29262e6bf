/** Which notes a reader's "not right" concerns. Pure. */
import type { Dismissal, Note } from './model.ts';

/**
 * Takes notes, what was dismissed (as far as it concerns the site) and the page's address; gives the notes that stay, in order.
 * A single note is known by its rule and its words, so it stays away when the page is read again or its text moves.
 */
export function withoutDismissed<N extends Note>(notes: readonly N[], dismissed: readonly Dismissal[], address: string | undefined): readonly N[] {
  if (dismissed.length === 0) return notes;
  const rules = new Set(dismissed.filter(({ scope }) => scope !== 'note').map(keyOfRule));
  const single = new Set(dismissed.filter(({ scope, where }) => scope === 'note' && where === address).map(keyOfNote));
  return notes.filter((note) => !rules.has(keyOfRule(note)) && !single.has(keyOfNote(note)));
}

function keyOfRule({ kind, rule }: Pick<Note, 'kind' | 'rule'>): string {
  return `${kind} ${rule}`;
}

/** The words as they are kept: long ones are cut. */
function keyOfNote(note: Pick<Note, 'kind' | 'rule' | 'quote'>): string {
  return `${keyOfRule(note)} ${note.quote.slice(0, maxQuote)}`;
}

/** How much of a note's words a dismissal keeps (UTF-16 code units). */
export const maxQuote = 500;
