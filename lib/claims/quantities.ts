/**
 * Finds quantities in German and English text and brings them to one form: `6,2 Milliarden US-Dollar`, `6,2 Mrd. Dollar`,
 * `$6.2 billion` and `6.200 Mio. USD` are all 6,200,000,000 USD. A number is digits or words, then perhaps a scale, then a unit
 * within the next three words; a currency sign may stand before. Four bare digits from 1900 to 2099 are a year.
 */
import type { Quantity } from '../model.ts';
import { factOf, type Word } from '../text/words.ts';
import { cutLexemes, isNumber, type Lexeme } from './lexemes.ts';
import { numberWord, word, wordTables } from './number-words.ts';

export interface FoundQuantity extends Quantity {
  /** From the number (or the sign before it) to the unit, in code units of the text. */
  begin: number;
  end: number;
  /** Whether the number is round: one digit that counts, so that a precise one may hide behind it. */
  round: boolean;
}

/** All quantities between two offsets, in order, none overlapping. Linear; never throws. */
export function findQuantities(text: string, begin = 0, end = text.length): FoundQuantity[] {
  return quantitiesOf(cutLexemes(text, begin, end));
}

/** The same of lexemes in a row. */
export function quantitiesOf(lexemes: readonly Lexeme[]): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  let at = 0;
  while (at < lexemes.length) {
    const reached = isNumberAt(lexemes, at) || isNumberAt(lexemes, at + 1) || numberOf(lexemes[at]!.word) !== undefined ? readQuantity(lexemes, at) : undefined;
    if (reached) found.push(reached.quantity);
    at = reached ? reached.next : at + 1;
  }
  return found;
}

function isNumberAt(lexemes: readonly Lexeme[], at: number): boolean {
  return at < lexemes.length && isNumber(lexemes[at]!.word);
}

/** What a word of a text says as a number, as a unit (itself, or the last part of a compound) and as a hedge. */
const numberOf = factOf(({ written }) => numberWord(written));
const unitOf = factOf(({ lower }) => wordTables.unit.get(lower));
const lastUnitOf = factOf(({ written }) => wordTables.unit.get(word(written.split('-').at(-1)!)));

function readQuantity(lexemes: readonly Lexeme[], at: number): { quantity: FoundQuantity; next: number } | undefined {
  const signBefore = unitOf(lexemes[at]!.word);
  const isSign = signBefore !== undefined && /^(?:us\$|[$€£]|usd|eur|gbp)$/i.test(lexemes[at]!.word.written) && isNumberAt(lexemes, at + 1);
  const first = isSign ? at + 1 : at;
  const base = readNumber(lexemes, first);
  if (!base) return undefined;
  let next = base.next;
  let value = base.value;
  let scaled = false;
  let end = lexemes[next - 1]!.end;
  while (next < lexemes.length) {
    const factor = scaleOf(lexemes[next]!.word);
    if (factor === undefined) break;
    value *= factor;
    scaled = true;
    end = lexemes[next]!.end;
    next += 1;
    if (lexemes[next]?.word.written === '.' && lexemes[next]!.begin === end && /^(?:mio|mrd|tsd|mill)$/i.test(lexemes[next - 1]!.word.written)) next += 1;
  }
  const unit = isSign ? { unit: signBefore, next, end } : readUnit(lexemes, next);
  if (unit && !isSign) end = unit.end;
  const year = !unit && !scaled && base.digits && value >= 1900 && value < 2100 && Number.isInteger(value) && lexemes[first]!.word.written.length === 4;
  if (!unit && !year && base.weak && !scaled) return undefined;
  const vague = hedgeBefore(lexemes, at);
  return {
    quantity: {
      begin: lexemes[at]!.begin, end, value: rounded(value), unit: unit?.unit ?? (year ? 'year' : 'count'), round: isRound(base.value),
      ...(vague ? { vague } : {}),
    },
    next: unit?.next ?? next,
  };
}

/** A number in digits or words. `weak`: a word that is often no number (`ein`), which counts only before a scale or unit. */
function readNumber(lexemes: readonly Lexeme[], at: number): { value: number; next: number; digits: boolean; weak: boolean } | undefined {
  const lexeme = lexemes[at];
  if (!lexeme) return undefined;
  if (isNumber(lexeme.word)) return { value: digitsValue(lexeme.word.written, isScale(lexemes[at + 1])), next: at + 1, digits: true, weak: false };
  const value = numberOf(lexeme.word);
  if (value === undefined) return undefined;
  const follower = lexemes[at + 1] && numberOf(lexemes[at + 1]!.word);
  if (follower !== undefined && (follower === 100 || follower === 12 || value === 1 && follower === 0.5)) {
    return { value: follower === 0.5 ? 0.5 : value * follower, next: at + 2, digits: false, weak: false };
  }
  return { value, next: at + 1, digits: false, weak: value < 13 };
}

/** `6.200` and `6,200` are thousands, `6,2` and `6.2` decimals; three digits after a point are thousands unless a scale follows. */
export function digitsValue(digits: string, scaleFollows: boolean): number {
  const plain = digits.replaceAll(/['’]/g, '');
  const groups = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3}){0,6}(?:[.,]\d{1,6})?$/.exec(plain);
  if (groups && !(scaleFollows && plain.startsWith('0'))) {
    const separator = groups[1]!;
    const parts = plain.split(separator);
    const last = parts.at(-1)!;
    const decimals = /[.,]/.exec(last)?.index;
    if (decimals === undefined) return Number(parts.join(''));
    return Number(`${parts.slice(0, -1).join('')}${last.slice(0, decimals)}.${last.slice(decimals + 1)}`);
  }
  const value = Number(plain.replace(',', '.').replaceAll(/,/g, ''));
  return Number.isFinite(value) ? value : Number.parseFloat(plain);
}

/** German and English `billion` differ by the capital alone. */
const scaleOf = factOf(({ written, lower }: Word): number | undefined => {
  if (written === 'Billion' || written === 'Billionen') return 1e12;
  return written === 'billion' ? 1e9 : wordTables.scale.get(lower);
});

function isScale(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && scaleOf(lexeme.word) !== undefined;
}

/** The unit within three words after the number, in the same stretch without punctuation; or the last part of a compound. */
function readUnit(lexemes: readonly Lexeme[], from: number): { unit: string; next: number; end: number } | undefined {
  for (let at = from; at < Math.min(from + 4, lexemes.length); at += 1) {
    const { word: spelling, end } = lexemes[at]!;
    if (isNumber(spelling) || /^[,;:.!?()–—]$/.test(spelling.written)) return undefined;
    const unit = unitOf(spelling) ?? (at > from || spelling.written.includes('-') ? lastUnitOf(spelling) : undefined);
    if (unit && (at === from || unit === 'people')) return { unit, next: at + 1, end };
  }
  return undefined;
}

function hedgeBefore(lexemes: readonly Lexeme[], at: number): Quantity['vague'] {
  const before = lexemes[at - 1]?.word.lower ?? '';
  const further = lexemes[at - 2]?.word.lower ?? '';
  if (before === 'als' || before === 'than') return further === 'mehr' || further === 'more' ? 'over' : further === 'weniger' || further === 'less' || further === 'fewer' ? 'at-most' : undefined;
  if (before === 'die' && further === 'um') return 'about';
  if (before === 'zu' && further === 'bis') return 'at-most';
  if (before === 'least' && further === 'at') return 'at-least';
  if (before === 'mehr' || before === 'more' || before === 'bis') return undefined;
  return wordTables.hedge.get(before);
}

/** Whether at most one digit of a number is no closing or leading zero: 300 and 0.5, not 6.2. */
function isRound(value: number): boolean {
  return String(value).replace('.', '').replace(/^0+/, '').replace(/0{1,400}$/, '').length <= 1;
}

/** Twelve digits, so that scales leave no traces of the machine's arithmetic. */
function rounded(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}
