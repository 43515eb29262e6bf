/**
 * Typed calls between the extension's contexts: ask by name, the answer's type follows. A call never throws and never hangs:
 * a dead context, a missing receiver, a refused sender or data that does not fit come back as a `Failure`.
 */
import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Answer, AnswerOf, BackgroundCalls, DataOf, ReaderCalls } from './calls.ts';
import { type Caller, identify, rights } from './caller.ts';
import { deliver, deliverAgain } from './deliver.ts';
import { envelope, unwrap } from './envelope.ts';
import { describeError, failure } from './failures.ts';
import { backgroundSchemas } from './schemas.ts';

type Result<Calls, Name extends keyof Calls> = AnswerOf<Calls, Name> extends Answer<infer Value> ? Answer<Value> : never;
export type Handlers<Calls> = {
  readonly [Name in keyof Calls]: (data: DataOf<Calls, Name>, caller: Caller) => Result<Calls, Name> | Promise<Result<Calls, Name>>;
};

const toBackground = defineExtensionMessaging<BackgroundCalls>();

/**
 * Asks the background, from an extension page.
 * Takes a call's name and data; gives its answer. Codes: `context_gone`, `no_receiver`, `no_answer`, `not_permitted`, `bad_request`, `internal`, and the call's own.
 */
export async function askBackground<Name extends keyof BackgroundCalls>(name: Name, data: DataOf<BackgroundCalls, Name>): Promise<Result<BackgroundCalls, Name>> {
  return (await deliverAgain(() => toBackground.sendMessage(name, data as never))) as Result<BackgroundCalls, Name>;
}

/**
 * Asks the reader in a tab's top frame, from the background or an extension page.
 * Not through the library, which leaves `runtime.lastError` unread when a tab has no reader, and the browser then logs a fault.
 */
export async function askReader<Name extends keyof ReaderCalls>(tab: number, name: Name, data: DataOf<ReaderCalls, Name>): Promise<Result<ReaderCalls, Name>> {
  const answer = await deliver(async () => unwrap(await browser.tabs.sendMessage(tab, envelope(name, data), { frameId: 0 })));
  return answer as Result<ReaderCalls, Name>;
}

/** Answers all calls to the background. Call once, synchronously, when the background starts. Gives the function that stops it. */
export function answerInBackground(handlers: Handlers<BackgroundCalls>): () => void {
  for (const name of keysOf(backgroundSchemas)) {
    toBackground.onMessage(name, async ({ data, sender }) => {
      const caller = identify(sender);
      const right = rights[name];
      const isPermitted = caller && (right === 'both' || right === caller.kind);
      const answer = isPermitted ? await receive(backgroundSchemas[name], data, (checked) => handlers[name](checked as never, caller)) : failure('not_permitted', `${name} refused: asked from ${describeSender(caller)}`);
      // A page gets text: see `askFromPage`.
      return (caller?.kind === 'extension' ? answer : JSON.stringify(answer)) as never;
    });
  }
  return toBackground.removeAllListeners;
}

/** Checks the data, then lets the handler answer; a handler that throws is our fault and said so, never the caller's crash. */
async function receive(schema: v.GenericSchema, data: unknown, handle: (checked: unknown) => unknown): Promise<unknown> {
  const checked = v.safeParse(schema, data);
  if (!checked.success) {
    const issue = checked.issues[0];
    return failure('bad_request', `${v.getDotPath(issue) ?? 'data'}: ${issue.message}`.slice(0, 300));
  }
  try {
    return await handle(checked.output);
  } catch (thrown) {
    return failure('internal', describeError(thrown));
  }
}

function describeSender(caller: Caller | undefined): string {
  return caller ? `a ${caller.kind === 'page' ? 'page' : 'page of the extension'}` : 'an unknown sender';
}

function keysOf<Shape extends object>(shape: Shape): (keyof Shape & string)[] {
  return Object.keys(shape) as (keyof Shape & string)[];
}
