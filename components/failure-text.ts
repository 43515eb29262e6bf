import type { Failure } from './outcome.ts';
import type { Texts } from '../lib/texts/texts.ts';

/** What happened, for the reader: the sentence of the failure's code, or the general one. The technical detail never shows here. */
export function failureText(t: Texts['t'], failure: Failure): string {
  return t(`error.${failure.code.replaceAll(/\W/g, '_')}`) || t('error.unknown');
}
