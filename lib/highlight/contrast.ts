/**
 * Which set of mark colours a background asks for. Pure; colours as WCAG 2.2 measures them.
 *
 * A page's own theme says little: a light page has dark boxes, a "dark mode" may be tinted blue. So each mark is coloured for the
 * background that really lies behind its words: `light` and `dark` are the two palettes, and on a middle grey, where neither keeps
 * 3:1, `own` draws the same shapes in the colour of the page's own text, which the page must keep legible itself.
 */

/** Red, green, blue 0..255 and opacity 0..1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const grounds = ['light', 'dark', 'own'] as const;

export type Ground = (typeof grounds)[number];

/** The line colours of `public/marks.css`; a test holds that both files say the same. */
export const palettes: Readonly<Record<'light' | 'dark', readonly Colour[]>> = {
  light: [[47, 111, 179, 1], [46, 125, 91, 1], [107, 79, 160, 1], [179, 38, 30, 1], [138, 97, 0, 1], [106, 101, 90, 1]],
  dark: [[125, 180, 238, 1], [111, 207, 162, 1], [183, 157, 240, 1], [255, 138, 128, 1], [242, 201, 76, 1], [167, 162, 150, 1]],
};

/**
 * Luminances from which and up to which a background takes a palette: there WCAG's 3:1 for a graphical mark holds for each of its lines.
 * A test computes both from the palettes.
 */
const lightFrom = 0.5802;
const darkUpTo = 0.0875;

/** Takes an opaque background; gives the palette whose every line keeps 3:1 on it, `own` when neither does. */
export function groundFor(background: Colour): Ground {
  const behind = luminance(background);
  return behind >= lightFrom ? 'light' : behind <= darkUpTo ? 'dark' : 'own';
}

/** WCAG contrast of two opaque colours, 1..21. */
export function contrast(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** WCAG relative luminance, 0..1. */
export function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Lays a colour over an opaque one. */
export function over(top: Colour, below: Colour): Colour {
  const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + below[index] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** Reads a computed colour: `rgb(…)`, `rgba(…)` and `color(srgb …)`, all that `getComputedStyle` gives for sRGB. Others give undefined. */
export function parseColour(text: string): Colour | undefined {
  const numbers = (text.match(/-?\d*\.?\d+(?:e-?\d+)?%?/g) ?? []).map((word) => (word.endsWith('%') ? Number(word.slice(0, -1)) / 100 : Number(word)));
  if (text === 'transparent') return [0, 0, 0, 0];
  const scale = text.startsWith('rgb') ? 1 : text.startsWith('color(srgb ') ? 255 : undefined;
  const [red, green, blue, alpha = 1] = numbers;
  if (scale === undefined || red === undefined || green === undefined || blue === undefined) return undefined;
  return [red * scale, green * scale, blue * scale, alpha];
}
