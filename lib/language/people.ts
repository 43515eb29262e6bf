/** A role and a first name that do not go together: "Der Nutzer Anna …". A genitive ("der Sprecher Angela Merkels") is left alone. */
import { isUpperAt } from '../text/characters.ts';
import { questionOf, visitPlaces } from '../text/places.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import type { Slip } from './slip.ts';
import names from './words/first-names.yml';
import table from './words/roles.yml';

const { feminine, masculine } = names as Readonly<Record<'feminine' | 'masculine', readonly string[]>>;
const women = new Set(feminine);
const men = new Set(masculine);
const roles = new Set((table as { roles: readonly string[] }).roles);
const forMen = new Set(['der', 'ein', 'dem', 'den', 'einem', 'einen']);
const forWomen = new Set(['die', 'eine', 'der', 'einer']);
const isDeterminer = questionOf(({ lower }) => forMen.has(lower) || forWomen.has(lower));
const longestRole = 15;

/** Finds roles whose gender the first name right behind them contradicts. */
export function findMisnamedPeople(reading: Reading): Slip[] {
  const slips: Slip[] = [];
  visitPlaces(reading, isDeterminer, (at, sentence) => {
    const found = at + 2 < sentence.last ? misnamed(reading, sentence, at) : undefined;
    if (found) slips.push(found);
  });
  return slips;
}

function misnamed(reading: Reading, sentence: Sentence, at: number): Slip | undefined {
  const { tokens, text } = reading;
  const determiner = tokens[at]!.lower;
  const role = tokens[at + 1]!;
  const name = tokens[at + 2]!;
  if (!isUpperAt(text, role.begin) || !isUpperAt(text, name.begin) || isGenitive(reading, sentence, at + 2)) return undefined;
  const isMan = forMen.has(determiner) && endsWithRole(role.lower) && women.has(name.lower);
  const isWoman = forWomen.has(determiner) && role.lower.endsWith('in') && endsWithRole(role.lower.slice(0, -2).replace('ä', 'a')) && men.has(name.lower);
  if (!isMan && !isWoman) return undefined;
  const end = endOfName(reading, sentence, at + 2);
  const begin = tokens[at]!.begin;
  return { rule: 'language.person-gender', begin, end, words: [text.slice(role.begin, role.end), text.slice(name.begin, end)] };
}

function endsWithRole(lower: string): boolean {
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  for (let length = Math.min(longestRole, last.length); length >= 4; length -= 1) if (roles.has(last.slice(-length))) return true;
  return roles.has(`${last}e`);
}

/** A surname in -s or with an apostrophe may be a genitive: then the role belongs to somebody else. */
function isGenitive(reading: Reading, sentence: Sentence, name: number): boolean {
  const { tokens, text } = reading;
  let last = name;
  while (last + 1 < sentence.last && tokens[last + 1]!.kind === 'word' && isUpperAt(text, tokens[last + 1]!.begin)) last += 1;
  const after = tokens[last + 1]?.lower;
  return tokens[last]!.lower.endsWith('s') || after === '’' || after === "'";
}

function endOfName(reading: Reading, sentence: Sentence, name: number): number {
  const next = reading.tokens[name + 1];
  return next && name + 1 < sentence.last && next.kind === 'word' && isUpperAt(reading.text, next.begin) ? next.end : reading.tokens[name]!.end;
}
