/**
 * The figures on the project's own texts hold: none may fall below its last landed value (`figures.json`). A figure that rose is landed with
 * `npm run landed`, which never lowers one; a figure that must fall for a good reason, with `npm run landed -- --lower`, and a word in the commit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureOwnTexts, ownTexts, spansOf } from './measure.ts';

const file = join(import.meta.dirname, 'figures.json');
const { figures, faults } = measureOwnTexts();
const landed = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>;
const order = process.env['RANDNOTIZ_LANDED'];

if (order === 'raise' || order === 'lower') {
  const kept = order === 'lower' ? figures : Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.max(value, landed[name] ?? 0)]));
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  const rows = Object.entries(figures).map(([name, value]) => `${name.padEnd(32)} ${String(landed[name] ?? '–').padEnd(6)} → ${kept[name]}${kept[name] === value ? '' : `  (now ${value})`}`);
  console.log([...rows, '', ...faults].join('\n'));
}

describe('own texts', () => {
  it('are twenty or more, of every type of speech, and every mark is found once', () => {
    expect(ownTexts.length).toBeGreaterThanOrEqual(20);
    const types = new Set(ownTexts.flatMap(({ speech }) => speech.map(([type]) => type)));
    expect([...types].sort()).toEqual(['direct', 'free-indirect', 'indirect', 'mixed', 'reported']);
    for (const own of ownTexts) for (const [, ...words] of own.speech) for (const piece of words) expect(() => spansOf(own, piece)).not.toThrow();
  });

  it('have a landed value for every figure', () => {
    expect(Object.keys(landed).sort()).toEqual(Object.keys(figures).sort());
  });

  it.each(Object.entries(landed))('%s is not below %d', (name, value) => {
    expect(figures[name], faults.join('\n')).toBeGreaterThanOrEqual(value);
  });
});
