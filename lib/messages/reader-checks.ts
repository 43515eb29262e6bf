/**
 * Whether what came with a call to the reader has the shape that the call map names. Written by hand: only our own background and pages
 * are heard, so this guards against a version of ours that speaks differently, and a schema library would weigh more than the reader.
 */
import type { DataOf, ReaderCalls } from './calls.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isYesOrNo: Check = (value) => typeof value === 'boolean';
const isOffset: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const oneOf = (...values: readonly unknown[]): Check => (value) => values.includes(value);
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const listOf = (check: Check, most: number): Check => (value) => Array.isArray(value) && value.length <= most && value.every(check);
const shape = (fields: Readonly<Record<string, Check>>): Check => (value) =>
  typeof value === 'object' && value !== null && Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const isSpan: Check = (value) => listOf(isOffset, 2)(value) && (value as unknown[]).length === 2;
const isFlag = shape({ id: isText, quote: shape({ exact: isText }), note: isText, stance: isText, page: shape({ address: isText, title: isText }) });
const isDismissal = shape({ id: isText, scope: oneOf('note', 'site', 'everywhere'), rule: isText, quote: isText, where: maybe(isText) });

const checks: Readonly<Record<keyof ReaderCalls, Check>> = {
  state: shape({}),
  view: shape({}),
  show: shape({ note: maybe(isText), begin: maybe(isOffset), end: maybe(isOffset), open: maybe(isYesOrNo) }),
  step: shape({ direction: oneOf(1, -1) }),
  flagSelection: shape({}),
  settings: shape({
    density: oneOf('core', 'normal', 'everything'), hidden: listOf(isText, 200), off: isYesOrNo, ephemeral: isYesOrNo,
    ruler: maybe(isYesOrNo), quiet: maybe(isYesOrNo), dismissed: maybe(listOf(isDismissal, 10_000)),
  }),
  flagsChanged: shape({ flags: listOf(shape({ flag: isFlag, state: isText, span: maybe(isSpan) }), 10_000) }),
  toggle: shape({ what: oneOf('page', 'density') }),
};

/** Whether a name is a call to the reader. */
export function isReaderCall(name: unknown): name is keyof ReaderCalls {
  return typeof name === 'string' && Object.hasOwn(checks, name);
}

/** Whether data fits its call. */
export function fitsReaderCall<Name extends keyof ReaderCalls>(name: Name, data: unknown): data is DataOf<ReaderCalls, Name> {
  return checks[name](data);
}
