/** The cue table, ready for look-up: which verbs introduce speech, and with which complements. */
import type { ClauseView } from '../text/clauses.ts';
import table from './cues.yml';

/** See the head of `cues.yml`. */
export type Complement = 'd' | 'k' | 'q' | 'z' | 'p' | 'r' | 'i';

const cues = table as {
  verbs: Readonly<Record<string, string>>;
  with: Readonly<Record<string, { words: readonly string[]; takes: string }>>;
  nouns: readonly string[];
};
const verbs = new Map(Object.entries(cues.verbs));
const withWords = new Map(Object.entries(cues.with).map(([lemma, row]) => [lemma, { words: new Set(row.words), takes: row.takes }]));

export const cueNouns: ReadonlySet<string> = new Set(cues.nouns);

/** The complements a verb takes as a cue, empty when it is none; `words` are the clause's lower-case words. */
export function complementsOf(lemma: string, view: ClauseView, first: number, last: number): string {
  const plain = verbs.get(lemma) ?? '';
  const row = withWords.get(lemma);
  if (!row) return plain;
  for (let at = first; at < last; at += 1) {
    if (!view.isHidden(at) && row.words.has(view.reading.tokens[at]!.lower)) return plain + row.takes;
  }
  return plain;
}

/** Whether a lemma is in the table at all. */
export function isCueVerb(lemma: string): boolean {
  return verbs.has(lemma) || withWords.has(lemma);
}
