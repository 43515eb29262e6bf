/** Reasons become sentences here: pure, for the cards as for the command's `--explain`. */
import type { Note, Reason } from '../model.ts';
import type { Texts } from './texts.ts';

/** An id as a part of a text key, which holds only letters, digits and underscores: `scare-quotes` → `scare_quotes`. */
export function keyPart(id: string): string {
  return id.replaceAll(/\W/g, '_');
}

/** The sentence of a reason; empty when no table knows its key. */
export function explain(reason: Reason, texts: Pick<Texts, 't'>): string {
  return texts.t(`reason.${reason.key.replace(/^reason\./, '')}`, reason.values);
}

/** One sentence for any note: its reason, or else what kind of note it is. Never empty. */
export function explainNote(note: Note, texts: Pick<Texts, 't'>): string {
  return explain(note.reason, texts) || categoryText(note, texts) || texts.t(`kind.${note.kind}`);
}

function categoryText(note: Note, texts: Pick<Texts, 't'>): string {
  return 'category' in note ? texts.t(`category.${note.kind}.${keyPart(note.category)}`) : '';
}
