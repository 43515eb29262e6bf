/**
 * Lets franc make its dictionaries at its first question: made as it loads, they were a third of each start of the background, and most articles are told by
 * their function words and need none. A franc that is written differently fails the build.
 */
import type { Plugin } from 'vite';

const franc = /\/franc\/index\.js$/;

/** What is put in place of what. */
const changes = [
  ['for (script in data) {', 'function makeDictionaries() {\nfor (script in data) {'],
  ['/**\n * Get the most probable language for the given value.', '}\n\n/**\n * Get the most probable language for the given value.'],
  ['value = value.slice(0, MAX_LENGTH)', 'value = value.slice(0, MAX_LENGTH)\n  if (!numericData.Latin) makeDictionaries()'],
] as const;

/** Takes franc's code; gives it with its dictionaries made late. Throws where a place is not found exactly once. */
export function withLateDictionaries(code: string): string {
  return changes.reduce((changed, [from, to]) => {
    const found = changed.split(from).length - 1;
    if (found !== 1) throw new Error(`franc: expected one "${from}", found ${found}; look at scripts/vite/late-franc.ts`);
    return changed.replace(from, () => to);
  }, code);
}

/** The Vite plugin; other modules pass untouched. */
export function lateFranc(): Plugin {
  return {
    name: 'randnotiz:late-franc',
    transform(code, id) {
      return franc.test(id.split('?')[0]!.replaceAll('\\', '/')) ? { code: withLateDictionaries(code), map: null } : null;
    },
  };
}
