/** What went wrong, where, and how to mend it: the one line that goes to stderr. */
export class Fault extends Error {
  readonly code: string;
  /** 1: some input was bad; 2: wrong usage. */
  readonly status: 1 | 2;

  constructor(code: string, message: string, status: 1 | 2 = 1) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Any thrown value as one line. */
export function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').map((line) => line.trim()).filter((line) => line !== '').join(' ');
}
