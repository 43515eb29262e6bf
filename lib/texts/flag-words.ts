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

/** A fault of a file in sentences: what is wrong, what was expected, what to do, where; and what the format demands there, in its own terms, which are English. */
export function explainFault({ code, place, expected, found }: FileFault, { t }: Pick<Texts, 't'>): { fault: string; detail: string } {
  const where = place.replace(/\bline (\d+)/, (_, line: string) => t('file_fault.line', [line]));
  const sentences = [t(`file_fault.${code}`), where && t('file_fault.place', [where]), found && t('file_fault.found', [found]), t('file_fault.nothing')];
  return { fault: sentences.filter(Boolean).join(' '), detail: expected };
}
