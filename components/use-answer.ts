import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Outcome } from './outcome.ts';

export type Loaded<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: Failure; retry: () => void };

/**
 * Asks once per `key` and follows the answer. An answer that comes after the key has changed, or after the surface is gone, is dropped.
 * `ask` may throw or reject: that is a failure like any other.
 */
export function useAnswer<T>(key: string, ask: () => Promise<Outcome<T>>): Loaded<T> {
  const [answer, setAnswer] = useState<{ key: string; answer: Outcome<T> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    let wanted = true;
    const settle = (result: Outcome<T>) => wanted && setAnswer({ key, answer: result });
    void answerOf(latest.current).then(settle);
    return () => {
      wanted = false;
    };
  }, [key, attempt]);

  if (answer?.key !== key) return { state: 'loading' };
  if (answer.answer.ok) return { state: 'ready', value: answer.answer.value };
  return {
    state: 'failed',
    error: answer.answer.error,
    retry: () => {
      setAnswer(null);
      setAttempt(attempt + 1);
    },
  };
}

/** The answer, whatever happens: a throw or a rejection becomes a failure. */
async function answerOf<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await ask();
  } catch (error) {
    return { ok: false, error: { code: 'unknown', detail: String(error) } };
  }
}
