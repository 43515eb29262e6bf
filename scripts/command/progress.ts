import type { WriteStream } from 'node:tty';

export interface Progress {
  /** One more document, of so many characters. */
  count(characters: number): void;
  end(): void;
}

/** How often the line on the terminal is renewed, in milliseconds. */
const every = 200;

/** A line on the terminal that says how far a long run is and how fast; silent where there is no terminal. */
export function progress(stream: WriteStream): Progress {
  if (!stream.isTTY) return { count: () => {}, end: () => {} };
  const began = performance.now();
  let documents = 0;
  let characters = 0;
  let shown = began;
  const show = (): void => {
    const seconds = (performance.now() - began) / 1000;
    stream.write(`\r\u001B[K${documents} articles · ${(documents / seconds).toFixed(1)} a second · ${(characters / 1e6 / seconds).toFixed(2)} MB a second`);
  };
  return {
    count: (size) => {
      documents += 1;
      characters += size;
      if (performance.now() - shown < every) return;
      shown = performance.now();
      show();
    },
    end: () => {
      show();
      stream.write('\n');
    },
  };
}
