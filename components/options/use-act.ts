import { useState } from 'preact/hooks';
import { failureText } from '../failure-text.ts';
import type { Outcome } from '../outcome.ts';
import { useTexts } from '../texts.tsx';

/** Runs what a button asks for, and keeps what is to be said of it: a failure in words, or what was done. */
export function useAct(): { said: string; busy: boolean; run: (act: () => Promise<Outcome<unknown>>, done?: string) => void } {
  const { t } = useTexts();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  return {
    said,
    busy,
    run(act, done = '') {
      setBusy(true);
      setSaid('');
      const settle = async (): Promise<void> => {
        const answer = await act().catch((error: unknown) => ({ ok: false as const, error: { code: 'unknown', detail: String(error) } }));
        setSaid(answer.ok ? done : failureText(t, answer.error));
        setBusy(false);
      };
      void settle();
    },
  };
}
