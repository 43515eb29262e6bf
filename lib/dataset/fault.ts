/** What is wrong with a dataset file, in the words its author needs: where, what stands there, why that will not do. */

export interface Fault {
  /** File as the author knows it: `seeds/prometheus/claims.yml`. */
  file: string;
  /** Where in the file: `claims[bajaj-founded-verily].quantity.unit`; empty for the file as a whole. */
  path: string;
  /** What stands there, shortened. */
  value: string;
  /** Why it is refused, and where possible how to mend it. */
  reason: string;
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
