/** Number words and the tables of units, scales and hedges, ready for look-up. */
import type { Quantity } from '../model.ts';
import table from './quantity-words.yml';

interface QuantityTable {
  units: { unit: string; words: string[] }[];
  scales: { factor: number; words: string[] }[];
  cardinals: { value: number; words: string[] }[];
  fractions: { value: number; words: string[] }[];
  hedges: { vague: NonNullable<Quantity['vague']>; words: string[] }[];
}

const { units, scales, cardinals, fractions, hedges } = table as QuantityTable;

/** Maps from a word in lower case to what it means. */
export const wordTables = {
  unit: new Map(units.flatMap((row) => row.words.map((entry) => [entry, row.unit] as const))),
  scale: new Map(scales.flatMap((row) => row.words.map((entry) => [entry, row.factor] as const))),
  number: new Map([...cardinals, ...fractions].flatMap((row) => row.words.map((entry) => [entry, row.value] as const))),
  hedge: new Map(hedges.flatMap((row) => row.words.map((entry) => [entry, row.vague] as const))),
};

/** A word as the tables spell it. */
export function word(text: string): string {
  return text.toLowerCase();
}

/** The value of a number word, compounds included: `zweihundert`, `dreihundertfünfzig`, `fünfundzwanzig`. */
export function numberWord(text: string): number | undefined {
  const lower = word(text);
  const known = wordTables.number.get(lower);
  if (known !== undefined) return known;
  if (lower.length > 60 || !/(?:hundert|tausend|und)/.test(lower)) return undefined;
  return compound(lower, 0);
}

function compound(lower: string, depth: number): number | undefined {
  if (lower === '') return 0;
  if (depth > 4) return undefined;
  for (const [sign, factor] of [['tausend', 1000], ['hundert', 100]] as const) {
    const at = lower.indexOf(sign);
    if (at < 0) continue;
    const left = at === 0 ? 1 : compound(lower.slice(0, at), depth + 1);
    const right = compound(lower.slice(at + sign.length).replace(/^und/, ''), depth + 1);
    return left === undefined || right === undefined ? undefined : left * factor + right;
  }
  const known = wordTables.number.get(lower);
  if (known !== undefined) return known;
  const parts = /^(\p{L}{3,6}?)und(\p{L}{5,8})$/u.exec(lower);
  const ones = parts && wordTables.number.get(parts[1]!);
  const tens = parts && wordTables.number.get(parts[2]!);
  return ones && tens && ones < 10 && tens >= 20 ? ones + tens : undefined;
}
