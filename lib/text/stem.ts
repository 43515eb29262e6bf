/**
 * Stems for comparing words. German after CISTEM (Weissweiler and Fraser, "Developing a Stemmer for German Based on a Comparative
 * Analysis of Publicly Available Stemmers", GSCL 2017), with two additions of ours: `ge` and `zu` inside separable verbs are
 * taken out (`eingesammelt`, `einzusammeln` → `einsammeln`), and `-in`, `-innen` after `-er` (`Gründerin` → `Gründer`). English by stripping the few endings that matter for verbs and plurals.
 */
import { remember } from './remember.ts';

const separable = /^(ab|an|auf|aus|bei|ein|fest|her|heraus|hin|hinaus|los|mit|nach|um|vor|weg|weiter|zurück|zusammen|bekannt)(?:ge|zu)(\p{L}{4,40})$/u;

/** The stem of one German word, in lower case without umlauts. Never throws; words of up to three letters stay as they are. */
export const stemGerman = remember(cutGerman);

function cutGerman(word: string): string {
  const lower = word.toLowerCase();
  let stem = lower.replace(separable, '$1$2').replace(/(\p{L}{3}er)in(?:nen)?$/u, '$1').replaceAll('ü', 'u').replaceAll('ö', 'o').replaceAll('ä', 'a').replaceAll('ß', 'ss');
  stem = stem.replace(/^ge(.{4,})/, '$1');
  stem = stem.replaceAll('sch', '$').replaceAll('ei', '%').replaceAll('ie', '&').replace(/(.)\1/g, '$1*');
  while (stem.length > 3) {
    const shorter = stem.length > 5 && /(?:e[mr]|nd)$/.test(stem) ? stem.slice(0, -2) : /[tesn]$/.test(stem) ? stem.slice(0, -1) : stem;
    if (shorter === stem) break;
    stem = shorter;
  }
  return stem.replace(/(.)\*/g, '$1$1').replaceAll('$', 'sch').replaceAll('%', 'ei').replaceAll('&', 'ie');
}

/** The stem of one English word: plural, past and progressive endings off. */
export const stemEnglish = remember(cutEnglish);

function cutEnglish(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length <= 3) return lower;
  const bare = lower.replace(/(?:'s|’s)$/, '');
  if (/(?:ss|us|is)$/.test(bare)) return bare;
  const stem = bare.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s)$/, '');
  if (stem.length < 3) return bare.replace(/s$/, '');
  return stem.replace(/e$/, '').replace(/([bdfglmnprt])\1$/, '$1');
}
