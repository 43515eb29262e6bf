/**
 * The language of a text. German prose betrays itself by its function words, which costs one look at each token; franc, which
 * compares trigrams, decides only what is in doubt. Navigation never votes: it is not in the text.
 */
import { francAll } from 'franc';
import { firstFrom } from '../text/halve.ts';
import { placesOf, type Question, questionIn } from '../text/places.ts';
import { countWords, type Reading } from '../text/reading.ts';
import table from './language-words.yml';

export interface Language {
  /** BCP 47, `und` when nothing can be said. */
  tag: string;
  /** 0..1 */
  confidence: number;
}

const words = table as { de: readonly string[]; en: readonly string[] };
const isGerman = questionIn(new Set(words.de));
const isEnglish = questionIn(new Set(words.en));

/** Tokens looked at: enough to be sure, few enough for 8 MB. */
const sampledTokens = 4_000;
const fewestWords = 4;
/** In German prose about every third word is in the list; other languages share next to none of them. */
const surely = 0.2;
const hardly = 0.06;
const enough = 20;

/** franc's codes of the languages a German reader may meet, in BCP 47. */
const tags: Readonly<Record<string, string>> = {
  deu: 'de', eng: 'en', fra: 'fr', ita: 'it', spa: 'es', nld: 'nl', por: 'pt', pol: 'pl', ces: 'cs', hun: 'hu', tur: 'tr', rus: 'ru', ukr: 'uk',
  swe: 'sv', dan: 'da', nob: 'nb', fin: 'fi', ron: 'ro', hrv: 'hr', slv: 'sl', ell: 'el', arb: 'ar', heb: 'he', pes: 'fa', cmn: 'zh', jpn: 'ja', kor: 'ko',
};
const mostSample = 6_000;

/** Takes a reading; gives its language with a confidence. Linear, on a sample of long texts. */
export function languageOf(reading: Reading): Language {
  const sampled = countWords(reading, sampledTokens);
  if (sampled === 0) return { tag: 'und', confidence: 0 };
  const share = (isIn: Question): number => firstFrom(placesOf(reading, isIn), sampledTokens) / sampled;
  const de = share(isGerman);
  const en = share(isEnglish);
  if (sampled >= enough && de >= surely && en <= hardly) return { tag: 'de', confidence: confidenceOf(de) };
  if (sampled >= enough && en >= surely && de <= hardly) return { tag: 'en', confidence: confidenceOf(en) };
  if (sampled >= enough) return byTrigrams(reading.text, { de, en });
  // So few words are no statistics: only what both ways of looking agree on counts.
  const guess = byTrigrams(reading.text, { de, en });
  const agreed = guess.tag === 'de' ? de > en : guess.tag === 'en' ? en > de : de === 0 && en === 0 && sampled >= enough / 2;
  return sampled >= fewestWords && agreed ? { tag: guess.tag, confidence: round(guess.confidence * (0.5 + sampled / enough / 2)) } : { tag: 'und', confidence: 0 };
}

function confidenceOf(share: number): number {
  return round(Math.min(1, 0.9 + (share - surely) / 2));
}

/** franc's answer, with the function words as a second opinion. */
function byTrigrams(text: string, votes: { de: number; en: number }): Language {
  const [first, second] = francAll(text.slice(0, mostSample), { only: Object.keys(tags), minLength: 12 });
  const tag = tags[first?.[0] ?? ''];
  if (!first || !tag) return votes.de > votes.en && votes.de >= surely ? { tag: 'de', confidence: 0.5 } : { tag: 'und', confidence: 0 };
  const lead = first[1] - (second?.[1] ?? 0);
  const agrees = tag === 'de' ? votes.de - votes.en : tag === 'en' ? votes.en - votes.de : -Math.max(votes.de, votes.en);
  return { tag, confidence: round(Math.max(0.1, Math.min(0.95, 0.5 + lead * 2 + agrees))) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
