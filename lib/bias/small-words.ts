/** The small words that the rules look at around a hit, ready for look-up; see the table for what each list is for. */
import table from './words/small-words.yml';

type List = 'answering' | 'asking' | 'before_asking' | 'degrees' | 'future' | 'hearsay' | 'linking' | 'modals' | 'negations' | 'not_denying' | 'verdict';

const lists = table as Readonly<Record<List, readonly string[]>>;

export const smallWords = Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, new Set(words)])) as unknown as Readonly<Record<List, ReadonlySet<string>>>;
