/**
 * Text stays text: takes the one line out of Preact that gives a string to `innerHTML` (`dangerouslySetInnerHTML`, which we never use), so that
 * nothing in the package can make markup of a string, and the stores' linters see that it cannot. A Preact that is written
 * differently fails the build.
 */
import type { Plugin } from 'vite';

const preact = /\/preact\/dist\/preact\.(?:module\.js|mjs)$/;
const assignment = /\.innerHTML\s?=(?!=)/g;

/** Takes Preact's code; gives it with markup set as text. Throws where the line is not found exactly once. */
export function withoutMarkup(code: string): string {
  const found = code.match(assignment)?.length ?? 0;
  if (found !== 1) throw new Error(`preact: expected one assignment to innerHTML, found ${found}; look at scripts/vite/text-only.ts`);
  return code.replace(assignment, '.textContent=');
}

/** The Vite plugin; other modules pass untouched. */
export function textOnly(): Plugin {
  return {
    name: 'randnotiz:text-only',
    transform(code, id) {
      return preact.test(id.split('?')[0]!.replaceAll('\\', '/')) ? { code: withoutMarkup(code), map: null } : null;
    },
  };
}
