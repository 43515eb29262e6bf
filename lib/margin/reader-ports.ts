/** What the two scripts in the page need of the world outside it. The entrypoints wire the real things; tests pass their own. */
import type { Answer, AnswerOf, BackgroundCalls, DataOf } from '../messages/calls.ts';
import type { PageSteps } from './page-reader.ts';
import type { Texts } from '../texts/texts.ts';

type Result<Name extends keyof BackgroundCalls> = AnswerOf<BackgroundCalls, Name> extends Answer<infer Value> ? Answer<Value> : never;

export interface Asking {
  /** Asks the background; never throws. */
  ask: <Name extends keyof BackgroundCalls>(name: Name, data: DataOf<BackgroundCalls, Name>) => Promise<Result<Name>>;
}

/** Of the reader, which reads and paints. */
export interface ReaderPorts extends Asking {
  /** Begins to read a page, without touching it. */
  openPage(document: Document): PageSteps;
  /** Whether our extension was updated, switched off or removed while the page stayed open. */
  isGone(): boolean;
}

/** Of the margin, which shows and tells. */
export interface MarginKit extends Asking {
  texts: Texts;
  /** The stylesheet of everything inside our closed root. */
  css: string;
  /** Whether the page can be opened with its notes for paper: an article in a tab can, our own welcome page cannot. */
  isPrintable?: boolean;
}
