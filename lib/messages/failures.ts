/**
 * Every way a call can fail, and how a failure is made. Each code has its sentence under `error.<code>` in `locales/`
 * (a test holds that); `detail` is for bug reports and never the only thing a person sees.
 */
import type { Answer, Failure } from './calls.ts';

export const failureCodes = [
  // between contexts
  'context_gone', 'no_receiver', 'no_answer', 'bad_request', 'not_permitted', 'internal',
  // pages
  'page_not_reachable', 'page_not_granted', 'page_local_file', 'page_gone', 'page_not_read', 'other_page',
  // flags and their store
  'private_window', 'flag_unknown', 'store_refused', 'store_full', 'store_newer', 'store_corrupt', 'store_lost', 'store_failed',
  // imports
  'import_gone', 'import_bad',
  // a folder that is kept in step
  'folder_gone', 'folder_refused', 'folder_failed',
  // permissions
  'bad_site', 'not_granted', 'clipboard_refused',
  // dataset
  'card_unknown', 'pack_bad', 'pack_empty', 'pack_unknown',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** Takes a value; gives it as a success. */
export function success<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Takes a code and what, where and how to mend it in English; gives a failure as an answer. */
export function failure(code: FailureCode, detail: string): { ok: false; error: Failure } {
  return { ok: false, error: { code, detail } };
}

/** Whether an unknown value that came back over a border has the shape of an answer. */
export function isAnswer(value: unknown): value is Answer<unknown> {
  const { ok, error } = (value ?? {}) as { ok?: unknown; error?: { code?: unknown } | null };
  return ok === true ? 'value' in (value as object) : ok === false && typeof error?.code === 'string';
}

/** Takes whatever was thrown; gives one line on it. */
export function describeError(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
