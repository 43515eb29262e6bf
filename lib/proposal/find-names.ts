/**
 * Finds what a text names, without knowing any of it. In German every noun has a capital, so a capital alone says nothing. What does:
 *
 *   several capitalised words in a row ("Blue Origin"), spelling ("OpenAI", "NASA"), a kind word before ("die Firma Beispiel"), a place
 *   that everybody knows, quotation marks, a short form in brackets – and for a single word, that it never has an article and does not
 *   end like a noun: a countable German noun in the singular cannot stand bare.
 *
 * Meant to find too much rather than too little: a person edits what comes out.
 */
import { findQuantities } from '../claims/quantities.ts';
import firstNames from '../match/first-names.yml';
import type { EntityType, Span } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { verbForm } from '../text/verb-forms.ts';
import { isSmallWord, type NameToken, nameTokens, runsOf } from './name-tokens.ts';
import { hasNounEnding, isKnownNoun, isPlace, looksLikeName, typeOfHead, typeOfNoun } from './noun-classes.ts';

export interface FoundName {
  name: string;
  span: Span;
  type?: EntityType;
  /** The kind words before it, as written: "Biotechnologie-Firma". */
  kind?: string;
}

const given = new Set((firstNames as { names: string[] }).names);
/** Bare so often, a word that ends like a noun is a name all the same. */
const oftenBare = 2;

/** Whether the word is a first name known to everybody. */
export function isGivenName(word: string): boolean {
  return given.has(word);
}

/** All places of the text that name something, in order, overlaps included. Linear in the text. */
export function findNames(reading: Reading): FoundName[] {
  const words = nameTokens(reading);
  const starts = new Set(findQuantities(reading.text).filter(({ unit }) => unit !== 'count' && unit !== 'year').map(({ begin }) => begin));
  const runs = runsOf(reading, words, (begin) => starts.has(begin));
  const usage = usageOf(runs);
  const found: FoundName[] = [];
  for (const run of runs) {
    for (const part of splitRun(run, usage)) {
      const name = nameOf(part.words, part.kind, usage);
      if (name) found.push(asPlace(reading, part.words, withApposition(reading.text, name)));
    }
  }
  for (const word of words) {
    const head = headOf(word.text);
    if (head.length >= 3 && head !== word.text && (looksLikeName(head) || isNamedElsewhere(head, found))) found.push({ name: head, span: [word.begin, word.begin + head.length] });
  }
  return found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/** `OpenBSD-Projekt` → `OpenBSD`; a type or version behind the hyphen belongs to the name: `USB-C-Kabel` → `USB-C`. */
function headOf(word: string): string {
  return /^\p{Lu}[\p{L}\d]{1,40}-(?:\p{Lu}{1,2}|\p{Lu}?\d{1,4})(?=-|$)/u.exec(word)?.[0] ?? word.split('-')[0]!;
}

function isNamedElsewhere(head: string, found: readonly FoundName[]): boolean {
  return found.some(({ name }) => name === head);
}

interface Usage {
  /** Inside a sentence, without article or adjective. */
  bare: number;
  led: number;
}

/** How each word is used, by its spelling. An article before several words belongs to the last of them. */
function usageOf(runs: readonly (readonly NameToken[])[]): ReadonlyMap<string, Usage> {
  const usage = new Map<string, Usage>();
  for (const { text, first, led } of runs.flatMap((run) => run.map((word, at) => ({ ...word, led: word.led && at === run.length - 1 })))) {
    const known = usage.get(text) ?? { bare: 0, led: 0 };
    if (led) known.led += 1;
    else if (!first) known.bare += 1;
    usage.set(text, known);
  }
  return usage;
}

/** Cuts a run after a genitive (`Elon Musks | SpaceX`), then takes kind words and common nouns off its ends. */
function splitRun(run: readonly NameToken[], usage: ReadonlyMap<string, Usage>): { words: NameToken[]; kind: string[] }[] {
  const parts: NameToken[][] = [[]];
  for (const word of run) {
    const base = word.text.endsWith('s') ? word.text.slice(0, -1) : '';
    const isGenitive = base.length >= 3 && usage.has(base) && typeOfHead(word.text) === undefined;
    parts.at(-1)!.push(isGenitive ? { ...word, text: base, end: word.end - 1 } : word);
    if (isGenitive) parts.push([]);
  }
  return parts.filter((part) => part.length > 0).map((part) => trim(part, usage));
}

function trim(part: readonly NameToken[], usage: ReadonlyMap<string, Usage>): { words: NameToken[]; kind: string[] } {
  const words = [...part];
  const kind: string[] = [];
  while (words.length > 0 && words[0]!.first && (isSmallWord(words[0]!.text.toLowerCase()) || isVerbFirst(words[0]!, usage))) words.shift();
  while (words.length > 1 && !isGivenName(words[0]!.text) && !(words.length === 2 && typeOfHead(words[1]!.text)) && (isKnownNoun(words[0]!.text) || isLedNoun(words[0]!) || isBeforeName(words))) kind.push(words.shift()!.text);
  const whole = words.length;
  // Surnames are often nouns: one word behind a first name is one, and of two behind a person's role the second.
  const least = isGivenName(words[0]?.text ?? '') || typeOfNoun(kind.at(-1) ?? '') === 'person' ? 2 : 1;
  while (words.length > least && isTailNoun(words.at(-1)!.text)) words.pop();
  // `Künstliche Intelligenz`: what is left of it is an adjective.
  if (words.length === 1 && whole > 1 && /(?:e|er|en|es|em)$/.test(words[0]!.text) && !looksLikeName(words[0]!.text) && !isGivenName(words[0]!.text)) words.pop();
  return { words: words.some(({ text }) => /\p{L}/u.test(text)) ? words : [], kind };
}

/** `Hat Beispiel …`: the first word of a question, or an adverb nobody else in the text is called by. */
function isVerbFirst(word: NameToken, usage: ReadonlyMap<string, Usage>): boolean {
  if (isGivenName(word.text) || looksLikeName(word.text)) return false;
  return verbForm(word.text.toLowerCase()) !== undefined || ((usage.get(word.text)?.bare ?? 0) === 0 && /(?:e|en|er|es|em|ig|lich|isch|weise)$/.test(word.text));
}

/** "den Gründer Beispiel": a noun with its article before a name. */
function isLedNoun(word: NameToken): boolean {
  return word.led && hasNounEnding(word.text) && !looksLikeName(word.text);
}

/** `Biologin Anna Beispiel`: whatever stands before a whole name says what she is. `Hamburger Geldgeber Beispiel`: what a place makes an adjective of, before a noun that is no name. */
function isBeforeName([first, second, third]: readonly NameToken[]): boolean {
  if (!third || looksLikeName(first!.text)) return false;
  return isGivenName(second!.text) ? !typeOfHead(first!.text) : /\p{Ll}er$/u.test(first!.text) && isKnownNoun(second!.text);
}

function isTailNoun(word: string): boolean {
  return !looksLikeName(word) && typeOfHead(word) === undefined && (isKnownNoun(word) || hasNounEnding(word)) && !isGivenName(word);
}

function nameOf(words: readonly NameToken[], kind: readonly string[], usage: ReadonlyMap<string, Usage>): FoundName | undefined {
  const [first] = words;
  if (!first) return undefined;
  const name = words.map(({ text }) => text).join(' ');
  if (name.length < 2 || name.length > 100) return undefined;
  const type = typeOfName(words, kind);
  const known: FoundName = { name, span: [first.begin, words.at(-1)!.end], ...(type ? { type } : {}), ...(kind.length > 0 ? { kind: kind.join(' ') } : {}) };
  if (words.length > 1) return words.every(({ text }) => isKnownNoun(text)) ? undefined : known;
  if (isPlace(name) || (kind.length > 0 && typeOfNoun(kind.at(-1)!) !== undefined && !isKnownNoun(name))) return known;
  if (name.includes('-')) return headOf(name) === name && looksLikeName(name.split('-')[0]!) ? known : undefined;
  if (isKnownNoun(name) || isSmallWord(name.toLowerCase())) return undefined;
  if (looksLikeName(name)) return known;
  const { bare, led } = usage.get(name) ?? { bare: 0, led: 0 };
  // `Beispiel setzt …`: a sentence that begins with a bare noun and its verb.
  if (first.first) return first.beforeVerb && !hasNounEnding(name) && verbForm(name.toLowerCase()) === undefined ? known : undefined;
  return led === 0 && bare >= (hasNounEnding(name) ? oftenBare : 1) ? known : undefined;
}

/** `Beispiel, Gründerin von …`, `Beispiel, ein Physiker`: the kind of thing may stand behind the name. */
function withApposition(text: string, name: FoundName): FoundName {
  if (name.type) return name;
  const after = /^, (?:(?:ein|eine|einem|einer|eines|der|die|das|dem) (?:\p{Ll}{2,30} ){0,2})?(\p{Lu}[\p{L}-]{2,60})/u.exec(text.slice(name.span[1], name.span[1] + 160))?.[1];
  const type = after === undefined ? undefined : typeOfNoun(after);
  return type ? { ...name, type, kind: name.kind ?? after! } : name;
}

/** `in Beispielstadt`, `aus Beispielstadt`: what is bare behind these is a place, unless it is spelled like a product. */
function asPlace({ tokens }: Reading, words: readonly NameToken[], name: FoundName): FoundName {
  const [word] = words;
  if (name.type || words.length > 1 || !word || looksLikeName(name.name)) return name;
  const before = tokens[word.at - 1];
  return before?.kind === 'word' && /^(?:in|aus)$/.test(before.lower) ? { ...name, type: 'place' } : name;
}

function typeOfName(words: readonly NameToken[], kind: readonly string[]): EntityType | undefined {
  const name = words.map(({ text }) => text).join(' ');
  if (isPlace(name)) return 'place';
  if (words.length > 1 && isGivenName(words[0]!.text)) return 'person';
  const last = words.findLast(({ text }) => !/^\d/.test(text));
  return (words.length > 1 && last ? (typeOfHead(last.text) ?? typeOfHead(words[0]!.text)) : undefined) ?? kind.toReversed().map(typeOfNoun).find((type) => type !== undefined);
}
