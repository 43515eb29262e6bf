import type { Stance } from '../model.ts';

/** The words of the readable exports, in the reader's language: see `lib/texts/flag-words.ts`. */
export interface FlagWords {
  /** BCP 47. */
  language: string;
  /** "Meine Notizen". */
  title: string;
  stance: (stance: Stance) => string;
  /** Of the columns and lines. */
  label: (name: 'quote' | 'stance' | 'note' | 'tags' | 'evidence' | 'confirmed_by' | 'article' | 'address' | 'site' | 'flagged' | 'changed' | 'subject' | 'quantity' | 'time' | 'source') => string;
  /** A time in milliseconds, in words. */
  date: (time: number) => string;
  /** Opening and closing quotation mark. */
  marks: readonly [string, string];
}
