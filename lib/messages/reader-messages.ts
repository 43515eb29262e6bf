/**
 * The reader's side of the call map: the same wire and the same guards as `messaging.ts`, without the library and the schemas, which
 * would make up a third of what every article page has to load.
 */
import { browser } from 'wxt/browser';
import { pause } from '../highlight/slices.ts';
import type { Answer, AnswerOf, BackgroundCalls, DataOf, ReaderCalls } from './calls.ts';
import { isOwnExtension, type Sender } from './sender.ts';
import { deliverAgain } from './deliver.ts';
import { envelope, unwrap } from './envelope.ts';
import { describeError, failure } from './failures.ts';
import { fitsReaderCall, isReaderCall } from './reader-checks.ts';

type Result<Calls, Name extends keyof Calls> = AnswerOf<Calls, Name> extends Answer<infer Value> ? Answer<Value> : never;
export type ReaderHandlers = {
  readonly [Name in keyof ReaderCalls]: (data: DataOf<ReaderCalls, Name>) => Result<ReaderCalls, Name> | Promise<Result<ReaderCalls, Name>>;
};

/** Reading an answer of more characters takes as long as a frame can spare: what comes of it is done in a task of its own. */
const long = 100_000;

/**
 * Asks the background from the page's script. Never throws, never hangs. Codes: `context_gone`, `no_receiver`, `no_answer`, and the call's own.
 * The answer comes as text: Firefox hands objects to a page's script by copying them twice (1,000 notes: 10 ms).
 */
export function askFromPage<Name extends keyof BackgroundCalls>(name: Name, data: DataOf<BackgroundCalls, Name>): Promise<Result<BackgroundCalls, Name>> {
  return deliverAgain(async () => {
    const text = unwrap(await browser.runtime.sendMessage(envelope(name, data))) as string;
    const answer: unknown = JSON.parse(text);
    if (text.length > long) await pause();
    return answer;
  }) as Promise<Result<BackgroundCalls, Name>>;
}

/** Answers all calls to the reader; only the extension's own background and pages are heard. Gives the function that stops it. */
export function answerInReader(handlers: ReaderHandlers): () => void {
  const listener = (message: unknown, sender: Sender, reply: (value: { res: Answer<unknown> }) => void): true | undefined => {
    const { type, data } = (message ?? {}) as { type?: unknown; data?: unknown };
    if (!isReaderCall(type)) return undefined;
    void handle(handlers, type, data, sender).then((res) => reply({ res }));
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

async function handle(handlers: ReaderHandlers, name: keyof ReaderCalls, data: unknown, sender: Sender): Promise<Answer<unknown>> {
  if (!isOwnExtension(sender)) return failure('not_permitted', `${name}: not from the extension`);
  if (!fitsReaderCall(name, data)) return failure('bad_request', `${name}: data of another shape`);
  try {
    return await handlers[name](data);
  } catch (thrown) {
    return failure('internal', describeError(thrown));
  }
}
