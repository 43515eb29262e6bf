/** On whom the article lays what: of a stretch, and as findings of the pack. */
import type { Dataset } from '../dataset/dataset.ts';
import type { AttributionNote, Draft, SourceClass, Span } from '../model.ts';
import { subjectPronouns } from '../text/function-words.ts';
import type { Reading } from '../text/reading.ts';
import { uniquePlace } from './place-of.ts';
import { cleanLine, type ProposedFinding } from './proposal.ts';
import { sentenceAround } from './sentences.ts';

type Attribution = Draft<AttributionNote>;

/** The source of a stretch: that of the attribution whose content covers half of it; `none` where there is none, or where it has no words for it. */
export function sourceOf(text: string, [begin, end]: Span, attributions: readonly Attribution[], dataset: Dataset): { source: SourceClass; name?: string } {
  const covering = attributions.find((note) => note.source !== 'none' && note.content.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, begin)), 0) * 2 >= end - begin);
  const name = covering && nameOf(text, covering, dataset);
  return covering && name ? { source: covering.source, name } : { source: 'none' };
}

/** The name of whom it means, else the article's words for the source; a pronoun alone is none. */
function nameOf(text: string, note: Attribution, dataset: Dataset): string {
  const [speaker] = note.speaker;
  const words = speaker ? text.slice(speaker[0], speaker[1]) : '';
  const meant = note.entity === undefined ? undefined : dataset.entities.get(note.entity)?.name;
  return cleanLine(meant ?? note.speakerName ?? (subjectPronouns.has(words.toLowerCase()) ? '' : words), 120);
}

/** Takes a reading and its attributions; gives a finding for each that names a source, in the order of the text. */
export function proposeFindings(reading: Reading, attributions: readonly Attribution[], dataset: Dataset): ProposedFinding[] {
  return attributions
    .filter((note) => note.source !== 'none')
    .toSorted((a, b) => a.begin - b.begin)
    .map((note) => {
      const name = nameOf(reading.text, note, dataset);
      const span: Span = [note.begin, Math.min(note.end, note.begin + 2000)];
      return { kind: 'attribution', category: note.source, comment: cleanLine(name ? `Wiedergegeben nach: ${name}.` : 'Wiedergegeben, ohne dass die Quelle im Satz steht.', 400), evidence: [uniquePlace(reading.text, span, sentenceAround(reading, span))] };
    });
}
