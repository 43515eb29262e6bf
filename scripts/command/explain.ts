/** Notes with their German sentence and the verbatim evidence behind them, for `--explain` and the readable formats. */
import type { Dataset } from '../../lib/dataset/dataset.ts';
import type { AnnotationDocument, Evidence, Flag, Note } from '../../lib/model.ts';
import { explainNote } from '../../lib/texts/explain.ts';
import { germanTexts } from '../../lib/texts/table-texts.ts';
import type { TextKey } from '../../lib/texts/texts.ts';
import { readText } from '../../lib/text/read-text.ts';

/** What stands behind a note: words of the dataset's source or of the flag's article, or the article's own sentence. */
interface NoteEvidence {
  quote: string;
  /** The title of the dataset's source; absent where the article itself is the evidence. */
  source?: string;
}

/** A text of the German table. */
export const texts = (key: TextKey): string => germanTexts.t(key);

/** A note as one German sentence. */
export const say = (note: Note): string => explainNote(note, germanTexts);

/** The document with `message` and `evidence` on every note. */
export function explainNotes(document: AnnotationDocument, dataset: Dataset, flags: readonly Flag[] = []): AnnotationDocument {
  const { sentences } = readText(document.text);
  const own = (note: Note): NoteEvidence[] => {
    const sentence = sentences.find(({ begin, end }) => begin <= note.begin && note.begin < end);
    return sentence ? [{ quote: document.text.slice(sentence.begin, Math.max(sentence.end, note.end)) }] : [{ quote: note.quote }];
  };
  const notes = document.notes.map((note) => {
    const known = knownEvidence(note, dataset);
    const flag = note.kind === 'claim' ? flags.find(({ id }) => id === note.claim) : undefined;
    if (flag) return { ...note, message: say(note), evidence: [{ quote: flag.quote.exact, source: flag.page.title }] };
    return { ...note, message: say(note), evidence: known.length > 0 ? known.map((evidence) => sourced(evidence, dataset)) : own(note) };
  });
  return { ...document, notes };
}

function knownEvidence(note: Note, dataset: Dataset): readonly Evidence[] {
  if (note.kind === 'claim') return dataset.claims.get(note.claim)?.evidence ?? [];
  if (note.kind === 'entity') return dataset.entities.get(note.entity)?.evidence ?? [];
  return [];
}

function sourced(evidence: Evidence, dataset: Dataset): NoteEvidence {
  const title = dataset.source(evidence)?.title;
  return { quote: evidence.quote, ...(title === undefined ? {} : { source: title }) };
}
