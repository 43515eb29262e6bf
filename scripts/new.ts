/** `npm run new -- article|rule|page-case NAME`: a first version that builds and passes, and the next step in a sentence. */
import { resolve } from 'node:path';
import { newArticle } from './new/article.ts';
import { newPageCase } from './new/page-case.ts';
import { newRule } from './new/rule.ts';

const kinds: Readonly<Record<string, (root: string, name: string) => string>> = { article: newArticle, rule: newRule, 'page-case': newPageCase };

const [kind = '', name = ''] = process.argv.slice(2);
const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
if (!make || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
  console.error(`Usage: npm run new -- ${Object.keys(kinds).join('|')} NAME\nNAME: small letters, digits and hyphens, as in "lieferroboter" or "empty-praise".`);
  process.exitCode = 2;
} else {
  try {
    console.log(make(resolve(import.meta.dirname, '..'), name));
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : String(fault));
    process.exitCode = 1;
  }
}
