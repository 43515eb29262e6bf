/** Real German news articles to flag things in, from the part of the development data that may be read. */
import { goldLines, inSlice } from '../../scripts/evaluate/benchmarks.ts';

/** An article of fewer characters has too little text to lose a quote in. */
const shortest = 1_500;

/** The articles' texts. Throws where the development data is not beside the project. */
export function newsArticles(): string[] {
  const texts = goldLines('attribution').filter((_, index) => inSlice('read', index)).map((line) => (JSON.parse(line) as { text: string }).text);
  return texts.filter(({ length }) => length > shortest);
}
