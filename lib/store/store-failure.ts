/**
 * What went wrong in the database, in words a surface can show. The browsers' errors arrive through Dexie in disguise: a full disk mostly as the
 * abort of a transaction with the quota error inside, a refused store as a failed opening.
 */
import type { Failure } from '../messages/calls.ts';
import { describeError, type FailureCode } from '../messages/failures.ts';

/** Free space (bytes) under which an unexplained abort counts as a full disk. */
const hardlyAnySpace = 1_000_000;

export interface Space {
  usage?: number;
  quota?: number;
}

/** Takes what was thrown and, if known, how full the store is; gives the failure with its code. */
export function storeFailure(thrown: unknown, space: Space = {}): Failure {
  return { code: codeOf(thrown, space), detail: describeError(thrown) };
}

function codeOf(thrown: unknown, space: Space): FailureCode {
  const names = namesWithin(thrown);
  const has = (...wanted: string[]) => wanted.some((name) => names.includes(name));
  if (has('QuotaExceededError')) return 'store_full';
  if (has('VersionError')) return 'store_newer';
  if (has('MissingAPIError', 'SecurityError', 'InvalidStateError', 'NotAllowedError')) return 'store_refused';
  if (has('AbortError') && isFull(space)) return 'store_full';
  if (has('UnknownError', 'NotReadableError', 'DataError', 'NotFoundError', 'SchemaError', 'UpgradeError')) return 'store_corrupt';
  return 'store_failed';
}

/** The names of the error and of all it wraps, outermost first. */
export function namesWithin(thrown: unknown): string[] {
  const names: string[] = [];
  let current: unknown = thrown;
  while (typeof current === 'object' && current !== null && names.length < 8) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    current = 'inner' in current ? current.inner : undefined;
  }
  return names;
}

function isFull({ usage, quota }: Space): boolean {
  return usage !== undefined && quota !== undefined && quota - usage < hardlyAnySpace;
}
