import type { FlagWords } from '../formats/flag-words.ts';
import type { FileFault } from '../exchange/fault.ts';
import type { Texts } from './texts.ts';

/** The words of the readable exports of flags, in the reader's language. */
export function flagWords(texts: Pick<Texts, 't' | 'locale' | 'date'>): FlagWords {
  return {
    language: texts.locale,
    title: texts.t('export.title'),
    stance: (stance) => texts.t(`stance.${stance}`),
    label: (name) => texts.t(`export.label.${name}`),
    date: (time) => texts.date(time),
    marks: texts.locale.startsWith('de') ? ['„', '“'] : ['“', '”'],
  };
}

/** A fault of a file as one sentence: what is wrong, where, what was expected, what to do. */
export function explainFault({ code, place, expected, found }: FileFault, texts: Pick<Texts, 't'>): string {
  const where = place === '' ? '' : ` (${place.replace(/\bline (\d+)/, (_, line: string) => texts.t('file_fault.line', [line]))})`;
  return `${texts.t(`file_fault.${code}`)}${where} ${texts.t('file_fault.expected', [expected])}${found ? ` ${texts.t('file_fault.found', [found])}` : ''}`;
}
