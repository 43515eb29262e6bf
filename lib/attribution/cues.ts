/** The cue table, ready for look-up: which verbs introduce speech, and with which complements. */
import type { ClauseView } from '../text/clauses.ts';
import table from './cues.yml';

/** See the head of `cues.yml`. */
export type Complement = 'd' | 'k' | 'q' | 'z' | 'p' | 'i';

const cues = table as {
  verbs: Readonly<Record<string, string>>;
  with: Readonly<Record<string, { words: readonly string[]; takes: string }>>;
  nouns: readonly string[];
  reported: Readonly<Record<string, readonly string[]>>;
  not_speakers: readonly string[];
  demand_nouns: readonly string[];
  naming_verbs: readonly string[];
  judging_verbs: readonly string[];
  replying_verbs: readonly string[];
  calling_verbs: readonly string[];
  word_nouns: readonly string[];
  title_nouns: readonly string[];
};
const verbs = new Map(Object.entries(cues.verbs));
const withWords = new Map(Object.entries(cues.with).map(([lemma, row]) => [lemma, { words: new Set(row.words), takes: row.takes }]));

const reportedVerbs = new Map(Object.entries(cues.reported).map(([lemma, words]) => [lemma, new Set(words)]));

export const notSpeakers: ReadonlySet<string> = new Set(cues.not_speakers);
export const demandNouns: ReadonlySet<string> = new Set(cues.demand_nouns);
/** Verbs whose complement in quotation marks is somebody's word, even a single noun. */
export const namingVerbs: ReadonlySet<string> = new Set(cues.naming_verbs);
/** Verbs by which somebody judges with `als` or `für`. */
export const judgingVerbs: ReadonlySet<string> = new Set(cues.judging_verbs);
/** Verbs that take with `mit` what somebody replies. */
export const replyingVerbs: ReadonlySet<string> = new Set(cues.replying_verbs);
/** Verbs whose words in quotation marks are a name, a title or a text by heart. */
export const callingVerbs: ReadonlySet<string> = new Set(cues.calling_verbs);
export const cueNouns: ReadonlySet<string> = new Set(cues.nouns);

/** The complements a verb takes as a cue, empty when it is none; `words` are the clause's lower-case words. */
export function complementsOf(lemma: string, view: ClauseView, first: number, last: number): string {
  const plain = verbs.get(lemma) ?? '';
  const row = withWords.get(lemma);
  if (!row) return plain;
  for (let at = first; at < last; at += 1) {
    // `Das Gerät ist „völlig sicher“`: the quoted word is what is said of it, not how it feels.
    if (row.words.has(view.reading.tokens[at]!.lower) && !(lemma === 'sein' && view.isHidden(at))) return plain + row.takes;
  }
  return plain;
}

/** Whether the verb sums up a speech act here: it is in the table, and the clause holds one of the words it needs. */
export function sumsUp(lemma: string, view: ClauseView, first: number, last: number): boolean {
  const words = reportedVerbs.get(lemma);
  if (!words || words.size === 0) return words !== undefined;
  for (let at = first; at < last; at += 1) if (!view.isHidden(at) && words.has(view.reading.tokens[at]!.lower)) return true;
  return false;
}

/** Whether the verb can sum up a speech act, whatever it needs. */
export function isReportedVerb(lemma: string): boolean {
  return reportedVerbs.has(lemma);
}

/** Whether the lemma is a cue verb at all, whatever it needs. */
export function isCueVerb(lemma: string): boolean {
  return verbs.has(lemma) || withWords.has(lemma);
}

const titleNouns = new Set(cues.title_nouns);

/** Whether a word says that what follows is a name or title, by itself or, if it is a noun, as the end of a compound (`Kinofilm`; `offenbar` is no `Bar`). */
export function isTitleNoun(lower: string, isNoun: boolean): boolean {
  if (titleNouns.has(lower)) return true;
  if (!isNoun || lower === 'beispiel' || lower === 'bezug') return false;
  for (let at = 3; at < lower.length - 2; at += 1) if (titleNouns.has(lower.slice(at))) return true;
  return false;
}

const wordNouns = new Set(cues.word_nouns);

/** Whether a noun means words themselves (`mit den Worten „…“`), by itself or as the end of a compound (`Schlussworten`). */
export function isWordNoun(lower: string): boolean {
  for (let at = 0; at < lower.length - 3; at += 1) if (wordNouns.has(lower.slice(at))) return true;
  return false;
}
