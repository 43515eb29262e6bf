/** The gender of German nouns as far as it is certain: a table of common nouns, alone or as the end of a compound, and endings that fix it. */
import table from './words/genders.yml';

export type Gender = 'm' | 'f' | 'n';

const words = table as Readonly<Record<'feminine' | 'masculine' | 'neuter' | 'feminine_endings' | 'masculine_endings' | 'neuter_endings' | 'not_by_ending', readonly string[]>>;
const genders = new Map<string, Gender>([
  ...words.masculine.map((word) => [word, 'm'] as const),
  ...words.feminine.map((word) => [word, 'f'] as const),
  ...words.neuter.map((word) => [word, 'n'] as const),
]);
const endings: readonly (readonly [string, Gender])[] = [
  ...words.masculine_endings.map((word) => [word, 'm'] as const),
  ...words.feminine_endings.map((word) => [word, 'f'] as const),
  ...words.neuter_endings.map((word) => [word, 'n'] as const),
];
const notByEnding = new Set(words.not_by_ending);

/** Ends shorter than this say too little about the word before them (`-art`, `-rat`). */
const shortestHead = 5;
const longestHead = 14;

/** The gender of a noun in the singular, given in lower case; undefined where it is not certain. */
export function genderOf(lower: string): Gender | undefined {
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  const known = genders.get(last);
  if (known) return known;
  for (let length = Math.min(longestHead, last.length - 3); length >= shortestHead; length -= 1) {
    const head = genders.get(last.slice(-length));
    if (head) return head;
  }
  if (notByEnding.has(last) || last.endsWith('schen')) return undefined;
  return endings.find(([ending]) => last.length >= ending.length + 3 && last.endsWith(ending))?.[1];
}
