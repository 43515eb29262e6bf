/** "You flagged this at … in …": whether the words at hand were flagged before. */
import type { Flag } from '../model.ts';
import { isInBin } from './bin.ts';
import { searchForm, wordsOf } from './search-words.ts';

/** Share of words (0..1) that two wordings must have in common to be the same claim, and words below which only the very same wording counts. */
const alike = 0.85;
const tooFew = 5;

export interface Duplicate {
  flag: Flag;
  /** `exact`: the same words; `alike`: nearly; on the same page or in another article. */
  how: 'exact' | 'alike';
  samePage: boolean;
}

/** Takes words and the page they stand on, and the flags that are kept; gives those that flag the same, exact ones and those of the page first. */
export function findDuplicates(words: string, address: string, flags: readonly Flag[]): Duplicate[] {
  const wanted = formsOf(words);
  if (wanted.length === 0) return [];
  const key = wanted.join(' ');
  const bag = new Set(wanted);
  const found = flags.flatMap((flag): Duplicate[] => {
    if (isInBin(flag)) return [];
    const how = likeness(key, bag, flag.quote.exact);
    return how ? [{ flag, how, samePage: flag.page.address === address }] : [];
  });
  const rank = ({ how, samePage }: Duplicate) => (how === 'exact' ? 0 : 2) + (samePage ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other) || other.flag.created - one.flag.created);
}

function likeness(key: string, bag: ReadonlySet<string>, quote: string): Duplicate['how'] | undefined {
  const forms = formsOf(quote);
  if (forms.join(' ') === key) return 'exact';
  const others = new Set(forms);
  // A figure that differs makes another claim.
  if (bag.size < tooFew || others.size < tooFew || figures(bag) !== figures(others)) return undefined;
  const shared = [...bag].filter((form) => others.has(form)).length;
  return shared / (bag.size + others.size - shared) >= alike ? 'alike' : undefined;
}

function formsOf(text: string): string[] {
  return wordsOf(text).map(searchForm);
}

function figures(forms: ReadonlySet<string>): string {
  return [...forms].filter((form) => /\d/.test(form)).sort().join(' ');
}
