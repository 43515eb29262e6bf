/** The colours of our surfaces: legible on both grounds, in both themes, and the bar with them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const styles = (name: string): string => readFileSync(resolve(import.meta.dirname, `../../components/styles/${name}`), 'utf8');

const tokens = new Map([...styles('tokens.css').matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map((found) => [found[1]!, [found[2]!, found[3]!] as const]));

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const long = hex.replace(/^#(\w)(\w)(\w)$/, '#$1$1$2$2$3$3');
  const digits = [long.slice(1, 3), long.slice(3, 5), long.slice(5, 7)];
  const [red, green, blue] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const themes = [['light', 0], ['dark', 1]] as const;

describe.each(themes)('in the %s theme', (_, theme) => {
  const colour = (name: string) => tokens.get(name)![theme];

  it.each(['ink', 'soft', 'accent', 'claim', 'attribution', 'differs', 'flag'])('%s is legible as text on paper and on sunk ground', (name) => {
    expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(name), colour('sunk'))).toBeGreaterThanOrEqual(4.5);
  });

  it('the primary button’s words are legible on it', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  it('the edges of fields stand out (3:1)', () => {
    expect(contrast(colour('edge'), colour('paper'))).toBeGreaterThanOrEqual(3);
  });

  it('the bar’s shares stand out from paper (3:1), but for what has no source', () => {
    for (const name of ['named', 'institution', 'media', 'collective', 'anonymous']) {
      const share = new RegExp(`\\.share-${name} \\{ background: (#\\w+)`).exec(styles('popup.css'))?.[1];
      expect(contrast(share!, colour('paper')), name).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('styles', () => {
  it('load nothing: no address, no import, so that no content security policy and no network is asked', () => {
    for (const name of ['tokens.css', 'card.css', 'popup.css']) expect(styles(name)).not.toMatch(/url\(|@import|@font-face/);
  });

  it('hang on the surface’s own element, so that nothing of the page is touched', () => {
    const selectors = styles('card.css').replaceAll(/\/\*[^]*?\*\//g, '').match(/^[^@{}\s][^{}]*(?=\{)/gm) ?? [];
    expect(selectors.flatMap((line) => line.split(',')).map((one) => one.trim()).filter((one) => !one.startsWith('.rn'))).toEqual([]);
  });

  it('move nothing for those who asked for stillness', () => {
    expect(styles('tokens.css')).toContain('prefers-reduced-motion: reduce');
  });
});
