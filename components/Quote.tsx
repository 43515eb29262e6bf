/** Verbatim words, German as all that we read, set in the reader's quotation marks unless they bring their own. */
export function Quote({ words }: { words: string }) {
  return <blockquote class={quoteClass(words)} lang="de">{words}</blockquote>;
}

/** The class of a stretch of verbatim words, for elements that cannot be a block quotation. */
export function quoteClass(words: string): string {
  return ownMarks.test(words) ? 'quote quote-bare' : 'quote';
}

/** Begins or ends with a quotation mark: another one beside it would be two. */
const ownMarks = /^[„“”"»«‚‘›‹']|[“”"»«›‹]$/;
