/** What is wrong with a dataset file, in the words its author needs: where, what stands there, why that will not do. */

/**
 * What kind of fault it is: its sentence in the reader's language stands under `pack_fault.<code>` in `locales/`. The last six concern the file as
 * a whole. A fault without a code is one of shape: a field that is not as the format wants it.
 */
export const packFaultCodes = [
  'shape', 'unknown_field', 'missing', 'duplicate', 'unknown_reference', 'cycle', 'evidence',
  'newer', 'checksum', 'empty', 'cut_off', 'not_json', 'too_large',
] as const;
export type PackFaultCode = (typeof packFaultCodes)[number];

export interface Fault {
  /** File as the author knows it: `seeds/prometheus/claims.yml`. */
  file: string;
  /** Where in the file: `claims[bajaj-founded-verily].quantity.unit`; empty for the file as a whole. */
  path: string;
  /** What stands there, shortened. */
  value: string;
  /** Why it is refused, and where possible how to mend it. */
  reason: string;
  code?: PackFaultCode;
}

const shownLength = 100;

/** A value on one short line, for `Fault.value`. Looks no deeper than its first level, so that no value is too large to show. */
export function showValue(value: unknown): string {
  const line = summary(value).slice(0, shownLength + 1).replaceAll(/\s/g, ' ');
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
}

function summary(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length} items]`;
  if (typeof value === 'object' && value !== null) return `{${Object.keys(value).slice(0, 8).join(', ')}}`;
  return String(value);
}

/** A fault as one line: file, path, value, reason. */
export function describeFault(fault: Fault): string {
  const place = fault.path === '' ? fault.file : `${fault.file}: ${fault.path}`;
  return fault.value === '' ? `${place}: ${fault.reason}` : `${place}: »${fault.value}« ${fault.reason}`;
}
