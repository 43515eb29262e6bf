/**
 * Finds quantities in German and English text and brings them to one form: `6,2 Milliarden US-Dollar`, `6,2 Mrd. Dollar`,
 * `$6.2 billion` and `6.200 Mio. USD` are all 6,200,000,000 USD. A number is digits or words, then perhaps a scale, then a unit
 * within the next three words; a currency sign may stand before. Four bare digits from 1900 to 2099 are a year.
 */
import type { Quantity } from '../model.ts';
import { endOfRun } from '../text/characters.ts';
import { remember } from '../text/remember.ts';
import { numberWord, word, wordTables } from './number-words.ts';

export interface FoundQuantity extends Quantity {
  /** From the number (or the sign before it) to the unit, in code units of the text. */
  begin: number;
  end: number;
  /** Whether the number is round: one digit that counts, so that a precise one may hide behind it. */
  round: boolean;
}

interface Lexeme { begin: number; end: number; text: string; number: boolean }

const lexemePattern = /\d[\d.,'’]{0,30}\d|\d|US\$|[$€£%]|\p{L}[\p{L}\p{M}]{0,60}(?:-\p{L}[\p{L}\p{M}]{0,60}){0,4}|[,;:.!?()–—„“”"]/gu;

/** All quantities between two offsets, in order, none overlapping. Linear; never throws. */
export function findQuantities(text: string, begin = 0, end = text.length): FoundQuantity[] {
  if (!mayHold(text, begin, end)) return [];
  const lexemes = cutLexemes(text.slice(begin, end), begin);
  const found: FoundQuantity[] = [];
  let at = 0;
  while (at < lexemes.length) {
    const reached = lexemes[at]!.number || lexemes[at + 1]?.number || isNumberWord(lexemes[at]!.text) ? readQuantity(lexemes, at) : undefined;
    if (reached) found.push(reached.quantity);
    at = reached ? reached.next : at + 1;
  }
  return found;
}

/** Whether a number begins anywhere: most sentences hold none, and need no cutting. A word with hyphens counts by any of its parts. */
function mayHold(text: string, begin: number, end: number): boolean {
  let at = begin;
  while (at < end) {
    const stop = Math.min(endOfRun(text, at), end);
    if (stop > at && mayBegin(text.slice(at, stop))) return true;
    at = Math.max(stop, at + 1);
  }
  return false;
}

const mayBegin = remember((piece) => /\d/.test(piece) || numberWord(piece) !== undefined);

/** Cuts into numbers, words and signs; a number glued to its scale (`6.2bn`) becomes two. */
function cutLexemes(part: string, offset: number): Lexeme[] {
  return [...part.matchAll(lexemePattern)].map((match) => ({
    begin: offset + match.index, end: offset + match.index + match[0].length, text: match[0], number: /^\d/.test(match[0]),
  }));
}

/** Whether a word is a number by itself. */
const isNumberWord = remember((text) => numberWord(text) !== undefined);

function readQuantity(lexemes: readonly Lexeme[], at: number): { quantity: FoundQuantity; next: number } | undefined {
  const signBefore = wordTables.unit.get(word(lexemes[at]!.text));
  const isSign = signBefore !== undefined && /^(?:us\$|[$€£]|usd|eur|gbp)$/i.test(lexemes[at]!.text) && lexemes[at + 1]?.number === true;
  const first = isSign ? at + 1 : at;
  const base = readNumber(lexemes, first);
  if (!base) return undefined;
  let next = base.next;
  let value = base.value;
  let scaled = false;
  let end = lexemes[next - 1]!.end;
  while (next < lexemes.length) {
    const factor = scaleOf(lexemes[next]!.text);
    if (factor === undefined) break;
    value *= factor;
    scaled = true;
    end = lexemes[next]!.end;
    next += 1;
    if (lexemes[next]?.text === '.' && lexemes[next]!.begin === end && /^(?:mio|mrd|tsd|mill)$/i.test(lexemes[next - 1]!.text)) next += 1;
  }
  const unit = isSign ? { unit: signBefore, next, end } : readUnit(lexemes, next);
  if (unit && !isSign) end = unit.end;
  const year = !unit && !scaled && base.digits && value >= 1900 && value < 2100 && Number.isInteger(value) && lexemes[first]!.text.length === 4;
  if (!unit && !year && base.weak && !scaled) return undefined;
  const vague = hedgeBefore(lexemes, at);
  return {
    quantity: {
      begin: lexemes[at]!.begin, end, value: rounded(value), unit: unit?.unit ?? (year ? 'year' : 'count'), round: digitsThatCount(base.value) === 1,
      ...(vague ? { vague } : {}),
    },
    next: unit?.next ?? next,
  };
}

/** A number in digits or words. `weak`: a word that is often no number (`ein`), which counts only before a scale or unit. */
function readNumber(lexemes: readonly Lexeme[], at: number): { value: number; next: number; digits: boolean; weak: boolean } | undefined {
  const lexeme = lexemes[at];
  if (!lexeme) return undefined;
  if (lexeme.number) return { value: digitsValue(lexeme.text, scaleOf(lexemes[at + 1]?.text ?? '') !== undefined), next: at + 1, digits: true, weak: false };
  const value = numberWord(lexeme.text);
  if (value === undefined) return undefined;
  const follower = numberWord(lexemes[at + 1]?.text ?? '');
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

function scaleOf(text: string): number | undefined {
  if (text === 'Billion' || text === 'Billionen') return 1e12;
  if (text === 'billion') return 1e9;
  return wordTables.scale.get(word(text));
}

/** The unit within three words after the number, in the same stretch without punctuation; or the last part of a compound. */
function readUnit(lexemes: readonly Lexeme[], from: number): { unit: string; next: number; end: number } | undefined {
  for (let at = from; at < Math.min(from + 4, lexemes.length); at += 1) {
    const lexeme = lexemes[at]!;
    if (lexeme.number || /^[,;:.!?()–—]$/.test(lexeme.text)) return undefined;
    const unit = wordTables.unit.get(word(lexeme.text)) ?? (at > from || lexeme.text.includes('-') ? wordTables.unit.get(word(lexeme.text.split('-').at(-1)!)) : undefined);
    if (unit && (at === from || unit === 'people')) return { unit, next: at + 1, end: lexeme.end };
  }
  return undefined;
}

function hedgeBefore(lexemes: readonly Lexeme[], at: number): Quantity['vague'] {
  const before = word(lexemes[at - 1]?.text ?? '');
  const further = word(lexemes[at - 2]?.text ?? '');
  if (before === 'als' || before === 'than') return further === 'mehr' || further === 'more' ? 'over' : further === 'weniger' || further === 'less' || further === 'fewer' ? 'at-most' : undefined;
  if (before === 'die' && further === 'um') return 'about';
  if (before === 'zu' && further === 'bis') return 'at-most';
  if (before === 'least' && further === 'at') return 'at-least';
  if (before === 'mehr' || before === 'more' || before === 'bis') return undefined;
  return wordTables.hedge.get(before);
}

/** Digits of a number that are not closing or leading zeros: 2 for 6.2, 1 for 300. */
function digitsThatCount(value: number): number {
  return String(value).replace('.', '').replace(/^0+/, '').replace(/0{1,400}$/, '').length || 1;
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
