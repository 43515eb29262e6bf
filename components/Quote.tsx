/** Verbatim words, set in our quotation marks unless they bring their own. */
export function Quote({ words }: { words: string }) {
  return <blockquote class={quoteClass(words)}>{words}</blockquote>;
}

/** The class of a stretch of verbatim words, for elements that cannot be a block quotation. */
export function quoteClass(words: string): string {
  return ownMarks.test(words) ? 'quote quote-bare' : 'quote';
}

/** Begins and ends with a quotation mark. */
const ownMarks = /^[„“”"»«‚‘›‹'][^]*[„“”"»«‚‘’›‹']$/;
