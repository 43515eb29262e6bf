import { useEffect, useMemo, useRef } from 'preact/hooks';

/** How long (ms) what is typed waits to be written down: with the way to the database still well within half a second. */
const pause = 250;

export interface DraftWriter<T> {
  /** This is how it stands now. */
  note: (draft: T) => void;
  /** Nothing is to be written any more: it was sent, or is not wanted. */
  stop: () => void;
}

/** Writes down what is typed, soon after the first keystroke and not again for each; at once when the page is hidden or the form goes away. */
export function useDraft<T>(save: ((draft: T) => void) | undefined): DraftWriter<T> {
  const latest = useRef(save);
  latest.current = save;
  const writer = useMemo(() => createWriter<T>((draft) => latest.current?.(draft)), []);
  useEffect(() => {
    document.addEventListener('visibilitychange', writer.flush);
    window.addEventListener('pagehide', writer.flush);
    return () => {
      document.removeEventListener('visibilitychange', writer.flush);
      window.removeEventListener('pagehide', writer.flush);
      writer.flush();
    };
  }, []);
  return writer;
}

function createWriter<T>(save: (draft: T) => void): DraftWriter<T> & { flush: () => void } {
  let waiting: { draft: T } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const draft = waiting;
    waiting = undefined;
    if (draft && !stopped) save(draft.draft);
  };
  return {
    flush,
    note(draft) {
      stopped = false;
      waiting = { draft };
      timer ??= setTimeout(flush, pause);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      waiting = undefined;
    },
  };
}
