/** As much of mark.js (which ships no types) as the benchmark calls. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(words: readonly string[], options: { accuracy: 'exactly'; separateWordSearch: boolean; diacritics: boolean }): void;
  }
}
