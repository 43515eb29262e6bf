/** What is wrong with a file, where, and what was expected there: values, from which `lib/texts/flag-words.ts` makes sentences in the reader's language. */

export const faultCodes = ['empty', 'too_large', 'encoding', 'not_json', 'cut_off', 'too_deep', 'too_long', 'too_many', 'unknown_format', 'newer', 'bad_entry'] as const;
export type FaultCode = (typeof faultCodes)[number];

export interface FileFault {
  code: FaultCode;
  /** A line (`Zeile 7` is the surface's word; here `line 7`) or a JSON path with its line (`$.items[3].target, line 12`); empty where the whole file is meant. */
  place: string;
  /** What should have stood there, in the format's own terms. */
  expected: string;
  /** What stood there, shortened. */
  found?: string;
}

/** Ends the reading of a file; caught at the edge and handed on as a value. */
export class FileFaultError extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(`${fault.place}: expected ${fault.expected}${fault.found ? `, found ${fault.found}` : ''}`);
    this.name = 'FileFaultError';
    this.fault = fault;
  }
}

/** Takes any value; gives it short, for a message. */
export function shorten(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
