/** Sending with an end to it: an answer comes back whatever happens on the way. Small, since the script in the page carries it too. */
import { browser } from 'wxt/browser';
import type { Answer } from './calls.ts';
import { describeError, failure, type FailureCode, isAnswer } from './failures.ts';

/** How long an answer may take (ms): a cold background and the longest article fit well inside. */
const patience = 30_000;
/** A background stopped between question and answer is asked again so often, after pauses (ms) that double up to the longest: every call is idempotent. */
const repeats = 8;
const firstPause = 50;
const longestPause = 400;

/** Takes a way to send; waits for its answer, but not for ever. Codes: `context_gone`, `no_receiver`, `no_answer`, and the call's own. */
export async function deliver(send: () => Promise<unknown>): Promise<Answer<unknown>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Answer<unknown>>((resolve) => {
    timer = setTimeout(() => resolve(failure('no_answer', `no answer within ${patience} ms`)), patience);
  });
  try {
    const reply = await Promise.race([send(), late]);
    return isAnswer(reply) ? reply : failure('no_answer', 'no answer');
  } catch (thrown) {
    return failure(codeOf(thrown), describeError(thrown));
  } finally {
    clearTimeout(timer);
  }
}

/** The same, and again when no answer came or nobody was there: the background may have died over the question, and Firefox has no receiver while it goes. */
export async function deliverAgain(send: () => Promise<unknown>): Promise<Answer<unknown>> {
  const begun = performance.now();
  let answer = await deliver(send);
  for (let tries = 0; tries < repeats && performance.now() - begun < patience; tries += 1) {
    if (answer.ok || (answer.error.code !== 'no_answer' && answer.error.code !== 'no_receiver')) break;
    await new Promise((resolve) => setTimeout(resolve, Math.min(firstPause << tries, longestPause)));
    answer = await deliver(send);
  }
  return answer;
}

/** What the browsers' words for a failed message mean; they have no codes. */
function codeOf(thrown: unknown): FailureCode {
  const words = describeError(thrown);
  if (isContextGone() || /context invalidated/i.test(words)) return 'context_gone';
  if (/receiving end does not exist|no tab with id|invalid tab id/i.test(words)) return 'no_receiver';
  return 'no_answer';
}

/** Whether this script outlived its extension (updated, switched off or removed while the page stayed open). */
export function isContextGone(): boolean {
  try {
    return browser?.runtime?.id === undefined;
  } catch {
    return true;
  }
}
