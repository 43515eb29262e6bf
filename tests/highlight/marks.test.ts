import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Colour, contrast, groundFor, luminance, over, palettes, parseColour } from '../../lib/highlight/contrast.ts';
import { markOf, markStyles, priorityOf } from '../../lib/highlight/mark.ts';
import { allNames } from '../../lib/highlight/registry.ts';
import { attribution, bias, claim, consistency, entity } from '../margin/notes.ts';

const sheet = readFileSync(join(import.meta.dirname, '../../public/marks.css'), 'utf8');
const byte = fc.integer({ min: 0, max: 255 });

/** The line colours that the sheet uses for names with a suffix. */
function lineColours(suffix: string): string[] {
  const rules = [...sheet.matchAll(/::highlight\(rn-[a-z]+(-dark|-own)?\) \{ text-decoration: underline \w+ (#[0-9a-f]{6}|currentColor)/g)];
  return [...new Set(rules.filter((rule) => (rule[1] ?? '') === suffix).map((rule) => rule[2]!))];
}

const hex = ([red, green, blue]: Colour): string => `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

describe('styles', () => {
  it('paints the graver over the commoner', () => {
    const order = (['entity', 'claim', 'bias', 'differing'] as const).map(priorityOf);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...markStyles.map(priorityOf))).toBeGreaterThan(0);
  });

  it('marks who says it on the source phrase, not on what is said', () => {
    const note = attribution({ begin: 0, end: 40, content: [[10, 40]], speaker: [[7, 9]], cue: [[0, 4]] });
    expect(markOf(note)).toMatchObject({ style: 'attribution', spans: [[0, 4], [7, 9]] });
  });

  it('draws speaker and cue that stand side by side as one line', () => {
    expect(markOf(attribution({ speaker: [[0, 9]], cue: [[10, 15]] })).spans).toEqual([[0, 15]]);
  });

  it('marks an assertion without a source on its words, in its own style', () => {
    expect(markOf(attribution({ begin: 3, end: 20, source: 'none' }))).toMatchObject({ style: 'unsourced', spans: [[3, 20]] });
  });

  it('marks every place of an inconsistency as a contradiction', () => {
    expect(markOf(consistency({ begin: 0, end: 90, spans: [[80, 90], [0, 9]] }))).toMatchObject({ style: 'differing', spans: [[0, 9], [80, 90]] });
  });

  it('tells a differing claim from one that agrees', () => {
    expect([claim({ relation: 'contradicts' }), claim({ relation: 'supports' }), entity(), bias()].map((note) => markOf(note).style)).toEqual(['differing', 'claim', 'entity', 'bias']);
  });
});

describe('the stylesheet', () => {
  it('draws every name that can be registered, and no other', () => {
    const drawn = new Set([...sheet.matchAll(/::highlight\(([^)]+)\)/g)].map((found) => found[1]!));
    expect([...drawn].sort()).toEqual(allNames().sort());
  });

  it('uses the very colours by which the ground is chosen', () => {
    expect(palettes.light.map(hex)).toEqual(expect.arrayContaining(lineColours('')));
    expect(palettes.dark.map(hex)).toEqual(expect.arrayContaining(lineColours('-dark')));
    expect(lineColours('-own')).toEqual(['currentColor']);
  });

  it('prints nothing', () => {
    expect(sheet.replace(/\/\*[\s\S]*?\*\//g, '').trim()).toMatch(/^@media screen \{[\s\S]*\}$/);
  });
});

describe('the ground', () => {
  it.each([
    ['#ffffff', [255, 255, 255, 1], 'light'],
    ['tinted paper', [255, 241, 229, 1], 'light'],
    ['dark blue', [13, 27, 42, 1], 'dark'],
    ['black', [0, 0, 0, 1], 'dark'],
    ['middle grey', [119, 119, 119, 1], 'own'],
  ] as const)('on %s', (_name, colour, ground) => {
    expect(groundFor(colour)).toBe(ground);
  });

  it('keeps every line at 3:1 on whatever background it chooses a palette for', () => {
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const ground = groundFor([red, green, blue, 1]);
        if (ground !== 'own') for (const line of palettes[ground]) expect(contrast(line, [red, green, blue, 1])).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('has no background to itself that a palette would keep 3:1 on', () => {
    const worst = (lines: readonly Colour[], background: Colour): number => Math.min(...lines.map((line) => contrast(line, background)));
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const background: Colour = [red, green, blue, 1];
        if (groundFor(background) === 'own') expect(Math.max(worst(palettes.light, background), worst(palettes.dark, background))).toBeLessThan(3.002);
      }),
    );
  });

  it('measures as WCAG does', () => {
    expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBe(21);
    expect(contrast([118, 118, 118, 1], [255, 255, 255, 1])).toBeCloseTo(4.54, 2);
    expect(luminance(over([0, 0, 0, 0.5], [255, 255, 255, 1]))).toBeCloseTo(luminance([127.5, 127.5, 127.5, 1]));
  });

  it.each([
    ['rgb(1, 2, 3)', [1, 2, 3, 1]],
    ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 0.5]],
    ['rgb(1 2 3 / 50%)', [1, 2, 3, 0.5]],
    ['color(srgb 1 0.5 0 / 0.25)', [255, 127.5, 0, 0.25]],
    ['transparent', [0, 0, 0, 0]],
    ['oklch(0.7 0.1 200)', undefined],
    ['', undefined],
  ])('reads %s', (text, colour) => {
    expect(parseColour(text)).toEqual(colour);
  });
});
