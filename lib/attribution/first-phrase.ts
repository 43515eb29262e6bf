/** Noun phrases found from a place in a clause: the first one behind it that can be a subject, and the one that ends there. */
import { prepositions, timeWords } from '../text/function-words.ts';
import { bracketed, quoted } from '../text/hidden-tokens.ts';
import { isCapital, nounPhraseAt } from '../text/noun-phrase.ts';
import type { NounPhrase } from '../text/noun-phrase.ts';
import type { Scene } from './scene.ts';

/** The longest noun phrase that ends exactly before token `end`. */
export function phraseEndingAt(scene: Scene, first: number, end: number): NounPhrase | undefined {
  for (let at = Math.max(first, end - 16); at < end; at += 1) {
    if (at > first && !isPhraseStart(scene, at)) continue;
    const phrase = nounPhraseAt(scene.view, at, end);
    if (phrase && phrase.last === end) return phrase;
  }
  return undefined;
}

function isPhraseStart(scene: Scene, at: number): boolean {
  const { lower } = scene.reading.tokens[at - 1]!;
  return !isCapital(scene.view, at - 1) || lower === ',' || prepositions.has(lower);
}

/** The first noun phrase from `from` on, past adverbs, reflexives and prepositional phrases. */
export function firstPhrase(scene: Scene, from: number, limit: number): NounPhrase | undefined {
  const { tokens } = scene.reading;
  let at = from;
  let dative: NounPhrase | undefined;
  while (at < limit) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'punctuation' && scene.view.hidden[at] !== quoted) {
      if (scene.view.hidden[at] !== bracketed) return dative;
      at += 1;
      continue;
    }
    if (scene.view.hidden[at] === bracketed) {
      at += 1;
      continue;
    }
    if ((lower === 'unter' || lower === 'vor') && (tokens[at + 1]?.lower === 'anderem' || tokens[at + 1]?.lower === 'allem')) {
      at += 2;
      continue;
    }
    if (prepositions.has(lower) && !isCapital(scene.view, at)) {
      at = nounPhraseAt(scene.view, at + 1, limit)?.last ?? at + 1;
      continue;
    }
    const phrase = nounPhraseAt(scene.view, at, limit);
    if (phrase && (lower === 'dem' || lower === 'den' || lower === 'einem' || lower === 'ihm' || lower === 'ihnen')) {
      dative ??= phrase;
      at = phrase.last;
      continue;
    }
    if (phrase && lower !== 'es' && !(timeWords.has(lower) && phrase.last === at + 1)) return phrase;
    at += 1;
  }
  return dative;
}
