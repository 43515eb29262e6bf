/** Runs a valibot schema and says what is wrong in an author's words, with the ids of rows instead of bare numbers in the path. */
import * as v from 'valibot';
import { type PackFaultCode, showValue } from './fault.ts';
import { misplaced } from './fields.ts';
import type { PackFault } from './check-pack.ts';

type Issue = v.BaseIssue<unknown>;

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' && /^[\w-]{1,80}$/.test(value.id) ? value.id : undefined;
}

/** `claims[bajaj-founded-verily].quantity.unit`. */
function pathOf(issue: Issue): string {
  let path = '';
  for (const { key, value } of issue.path ?? []) {
    if (typeof key === 'number') path += `[${idOf(value) ?? key}]`;
    else path += `${path === '' ? '' : '.'}${showValue(key)}`;
  }
  return path;
}

function reasonOf(issue: Issue): string {
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') return 'is an unknown key: spell it right, or take it out';
    if (issue.received === 'undefined') return 'is missing';
    return 'must be a block of keys and values';
  }
  return issue.message;
}

function codeOf(issue: Issue, missing: boolean): PackFaultCode | undefined {
  if (missing) return 'missing';
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'unknown_field';
  return issue.message.startsWith(misplaced) ? 'evidence' : undefined;
}

export type Valid<T> = { ok: true; value: T } | { ok: false; faults: PackFault[] };

/** Checks any value against a schema. Gives the value with defaults filled in, or every fault found. */
export function validate<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Valid<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  const faults = result.issues.map((issue) => {
    const missing = issue.type === 'strict_object' && issue.expected !== 'never' && issue.received === 'undefined';
    const code = codeOf(issue, missing);
    return { path: pathOf(issue), value: missing ? '' : showValue(issue.input), reason: reasonOf(issue), ...(code ? { code } : {}) };
  });
  return { ok: false, faults };
}
