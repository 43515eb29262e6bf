/**
 * Questions that the author does not ask to learn something. A headline that asks yes or no, or asks without a verb, suggests its
 * answer; a heading that asks what, how or where, or for a test's verdict, announces one and is left alone, unless a particle gives it away
 * ("Warum … also"). In running text a question needs such a particle, or a form that only rhetoric uses.
 */
import type { BiasNote, Draft } from '../model.ts';
import { findPhrases } from '../text/phrases.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import { biasDraft } from './draft.ts';
import { smallWords } from './small-words.ts';
import type { Voice } from './voice.ts';
import { questionWords } from './word-tables.ts';

/** A line of its own up to this many words is read as a headline. */
const longestHeadline = 16;

/** Finds questions in the author's voice that suggest their answer. */
export function findQuestions(reading: Reading, voice: Voice): Draft<BiasNote>[] {
  const questions = reading.sentences.filter((sentence) => isQuestion(reading, sentence) && voice.isAuthors(sentence.begin, sentence.end));
  if (questions.length === 0) return [];
  const begins = new Map(questions.map((sentence) => [sentence, questionBegin(reading, sentence)]));
  const particles = new Map<Sentence, string>();
  for (const hit of findPhrases(reading, questionWords)) {
    if (!particles.has(hit.sentence) && hit.first >= (begins.get(hit.sentence) ?? Infinity)) particles.set(hit.sentence, reading.text.slice(hit.begin, hit.end));
  }
  return questions.flatMap((sentence) => {
    const { begin, end } = sentence;
    const particle = particles.get(sentence);
    if (particle !== undefined) return [biasDraft('bias.suggestive-question', begin, end, 'question-particle', [particle])];
    if (isHeadline(reading, sentence) && !asksForFact(reading, sentence)) return [biasDraft('bias.headline-question', begin, end, 'headline-question', [reading.text.slice(begin, end)])];
    return [];
  });
}

/** The token where the question itself begins: behind the last colon or dash; `Also` and `Denn` at its head only link. */
function questionBegin(reading: Reading, sentence: Sentence): number {
  let first = sentence.first;
  for (let at = sentence.first; at < sentence.last; at += 1) if (/^[:–—]$/.test(reading.tokens[at]!.lower)) first = at + 1;
  return smallWords.linking.has(reading.tokens[first]?.lower ?? '') ? first + 1 : first;
}

function isQuestion(reading: Reading, sentence: Sentence): boolean {
  return reading.text[sentence.end - 1] === '?' && sentence.last - sentence.first >= 4;
}

/** A headline by its block, or a short block that is nothing but this question. */
function isHeadline(reading: Reading, sentence: Sentence): boolean {
  const block = reading.blocks[sentence.block]!;
  if (block.kind === 'title' || block.kind === 'heading') return true;
  return block.kind === 'paragraph' && block.begin === sentence.begin && block.end === sentence.end && sentence.last - sentence.first <= longestHeadline;
}

function asksForFact(reading: Reading, sentence: Sentence): boolean {
  const words = reading.tokens.slice(questionBegin(reading, sentence), sentence.last).filter((token) => token.kind === 'word').slice(0, 2).map((token) => token.lower);
  const [first = '', second = ''] = words;
  return smallWords.asking.has(first) || smallWords.verdict.has(first) || (smallWords.before_asking.has(first) && smallWords.asking.has(second));
}
