import fc from 'fast-check';
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import * as parse from '../../lib/dataset/parse-pack.ts';
import type { Pack } from '../../lib/model.ts';

/** The article that the project began with, however many there are by now. */
const first = bundledPacks.find(({ id }) => id === 'prometheus')!;

const parsePack = (value: unknown, beside: readonly Pack[] = []) => parse.parsePack(value, { predicateIds, bundledPacks: beside });
const parsePackText = (json: string) => parsePack(JSON.parse(json) as unknown);

/** A copy of the shipped pack, free to be spoilt. */
function copy() {
  return JSON.parse(JSON.stringify(first)) as Record<string, unknown> & { entities: Record<string, unknown>[]; claims: Record<string, unknown>[] };
}

function faults(value: unknown, beside?: readonly Pack[]): string[] {
  const parsed = parsePack(value, beside);
  return parsed.ok ? [] : parsed.faults.map((fault) => `${fault.path}: »${fault.value}« ${fault.reason}`);
}

describe('a pack from outside', () => {
  it('comes through unchanged when it is sound', () => {
    expect(parsePackText(JSON.stringify(first))).toEqual({ ok: true, value: first });
  });

  it('may refer to entities of the packs beside it', () => {
    const small = { ...copy(), id: 'klein', entities: [], findings: [], claims: [copy().claims[0]] };
    expect(faults(small)).toHaveLength(2);
    expect(faults(small, bundledPacks)).toEqual([]);
  });

  it('is refused when it is of another version', () => {
    expect(faults({ ...copy(), schema: 'randnotiz.pack/2' })).toEqual(['schema: »randnotiz.pack/2« must be "randnotiz.pack/1"; another version needs another release of Randnotiz']);
  });

  it('is refused when offsets and quote disagree', () => {
    const spoilt = copy();
    spoilt.claims[0]!['evidence'] = [{ source: 'prometheus-artikel', begin: 0, end: 5, quote: 'Bez' }];
    expect(faults(spoilt)).toEqual([expect.stringContaining('evidence[0]: »{source, begin, end, quote}« has offsets that do not fit the length of its quote')]);
  });

  it('is refused when evidence names a source that is not there', () => {
    const spoilt = copy();
    spoilt.claims[0]!['evidence'] = [{ source: 'anderswo', begin: 0, end: 3, quote: 'Bez' }];
    expect(faults(spoilt)).toEqual([expect.stringContaining('evidence[0].source: »anderswo« is not a source of this pack')]);
  });

  it.each([['javascript:alert(1)'], ['data:text/html,x'], ['https://user@evil.example/'], ['//x.example'], ['https://localhost/x'], ['https://x.example/a b']])('cannot link to %s', (link) => {
    const spoilt = copy();
    spoilt.entities[0]!['link'] = link;
    expect(faults(spoilt)).toEqual([expect.stringContaining('must be an http or https address')]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('cannot carry the key %s', (key) => {
    const json = JSON.stringify(first).replace('{"schema"', `{"${key}":{"polluted":true},"schema"`);
    expect(parsePackText(json)).toEqual({ ok: false, faults: [{ path: '', value: key, reason: 'is a key that a pack cannot have' }] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('cannot exhaust the stack by its depth', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(parsePackText(deep)).toEqual({ ok: false, faults: [{ path: '', value: '', reason: 'is nested deeper than 10 levels' }] });
  });

  it('is refused quickly when it has too many values', () => {
    expect(parsePack({ entities: Array(2_000_001).fill(0) })).toEqual({ ok: false, faults: [{ path: '', value: '', reason: 'has more than 2000000 values' }] });
  });

  it.each([[null], [[]], ['text'], [5], [undefined], [{}]])('is refused when it is %j', (value) => {
    expect(faults(value).length).toBeGreaterThan(0);
  });

  it('is never a thrown error', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 12 }), (value) => { expect(parsePack(value).ok).toBe(false); }), { numRuns: 300 });
  });

  it('survives one spoilt value anywhere without a throw', () => {
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        const inner = [...path, Array.isArray(value) ? Number(key) : key];
        paths.push(inner);
        walk(Reflect.get(value, key), inner);
      }
    };
    const small = { ...copy(), entities: copy().entities.slice(0, 2), claims: copy().claims.slice(0, 2), findings: [] };
    walk(small, []);
    const spoilt = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant([]), fc.constant({}), fc.constant({ id: {} }));
    fc.assert(fc.property(fc.constantFrom(...paths), spoilt, (path, value) => {
      const root = JSON.parse(JSON.stringify(small)) as object;
      const holder = path.slice(0, -1).reduce<object>((inner, key) => Reflect.get(inner, key) as object, root);
      Reflect.set(holder, path.at(-1)!, value);
      expect(typeof parsePack(root, bundledPacks).ok).toBe('boolean');
    }), { numRuns: 300 });
  });
});
