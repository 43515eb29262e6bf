/** Terms that a text sets apart: in quotation marks, with a short form in brackets, awards by their second half. */
import type { EntityType, Span } from '../model.ts';
import { isUpperAt } from '../text/characters.ts';
import type { Reading } from '../text/reading.ts';
import { verbForm } from '../text/verb-forms.ts';
import { isSmallWord } from './name-tokens.ts';
import { typeOfHead, typeOfNoun } from './noun-classes.ts';

export interface FoundTerm {
  name: string;
  span: Span;
  type?: EntityType;
  /** Other ways to name it: its short form. */
  aliases: readonly string[];
  /** How its words bend. */
  inflection: 'name' | 'noun-s' | 'noun-en' | 'adjective-noun';
}

/** Longest term, in words. */
const mostWords = 5;

/** All terms that the text sets apart. Linear in the text. */
export function findTerms(reading: Reading): FoundTerm[] {
  return [...quoted(reading), ...glossed(reading), ...awards(reading)].sort((a, b) => a.span[0] - b.span[0]);
}

/** „Italian Tech Week 2025“, „physische KI“: a name or a noun phrase in quotation marks, no sentence and no half of one. */
function* quoted({ text, quotations }: Reading): Generator<FoundTerm> {
  for (const { inner, closed } of quotations) {
    const [begin, end] = inner;
    const name = text.slice(begin, end);
    if (!closed || name.length < 3 || name.length > 80 || /[,.;:!?]\s|[!?,;]$|\n/.test(name)) continue;
    const words = name.split(' ');
    if (words.length < 2 || words.length > mostWords) continue;
    const upper = words.filter((word) => isUpperAt(word, 0) || /^\d/.test(word)).length;
    if (upper === words.length) yield named(name, inner, typeOfHead(words.findLast((word) => !/^\d/.test(word)) ?? ''));
    else if (isNounPhrase(words)) yield { name: baseForm(words), span: inner, type: 'concept', aliases: [], inflection: isUpperAt(words[0]!, 0) ? 'noun-en' : 'adjective-noun' };
  }
}

function named(name: string, span: Span, type: EntityType | undefined): FoundTerm {
  return { name, span, aliases: [], inflection: 'name', ...(type ? { type } : {}) };
}

/** `physischer Speicher` → `physische Speicher`: the form that the matcher bends adjectives from. */
function baseForm(words: readonly string[]): string {
  const [first = '', ...rest] = words;
  return isUpperAt(first, 0) ? words.join(' ') : [first.replace(/(?<=\p{Ll}{3})e[rsnm]$/u, 'e'), ...rest].join(' ');
}

/** An adjective and its noun, or a noun with a preposition behind it. */
function isNounPhrase(words: readonly string[]): boolean {
  if (words.some((word) => !isUpperAt(word, 0) && !isSmallWord(word) && verbForm(word) !== undefined)) return false;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (!isUpperAt(last, 0)) return false;
  if (words.length === 2 && !isUpperAt(first, 0)) return /^\p{Ll}{4,30}(?:e|er|es|en|em)$/u.test(first) && !isSmallWord(first);
  return isUpperAt(first, 0) && /^(?:für|der|des|von|in|im|zur|zum)$/.test(words[1]!);
}

/** `Großsprachenmodelle (LLM)`, `Künstliche Intelligenz (KI)`: a term with its short form. */
function* glossed({ text }: Reading): Generator<FoundTerm> {
  for (const match of text.matchAll(/((?:\p{L}{4,30}(?:e|er|es|en|em) )?\p{Lu}\p{L}{3,60}) \((\p{Lu}{2,6})\)/gu)) {
    const [, phrase = '', short = ''] = match;
    const words = phrase.split(' ');
    const adjective = words.length > 1 ? words[0]! : '';
    const isLoose = adjective !== '' && (isSmallWord(adjective.toLowerCase()) || verbForm(adjective.toLowerCase()) !== undefined || /end(?:e|en|er)$/.test(adjective));
    const name = isLoose || adjective === '' ? words.at(-1)! : `${adjective.charAt(0).toLowerCase()}${adjective.slice(1)} ${words.at(-1)!}`;
    const begin = match.index + phrase.length - name.length;
    yield { name, span: [begin, begin + name.length], type: 'concept', aliases: [short], inflection: name.includes(' ') ? 'adjective-noun' : 'noun-en' };
  }
}

/** `Nobelpreis für Chemie`: a compound with an award in it, and what it is for. */
function* awards({ text, tokens }: Reading): Generator<FoundTerm> {
  for (const token of tokens) {
    const word = text.slice(token.begin, token.end);
    if (token.kind !== 'word' || word.length < 8 || !isUpperAt(text, token.begin) || typeOfNoun(word) !== 'award' || !/[^-](?:preis|medaille)$/i.test(word)) continue;
    const purpose = /^ für \p{Lu}[\p{L}-]{2,40}/u.exec(text.slice(token.end, token.end + 60))?.[0] ?? '';
    yield { name: word + purpose, span: [token.begin, token.end + purpose.length], type: 'award', aliases: [], inflection: purpose ? 'noun-en' : 'noun-s' };
  }
}
