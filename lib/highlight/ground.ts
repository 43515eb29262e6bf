/** Reads the background that really lies behind a text, from the page's computed styles. Changes nothing. */
import { type Colour, type Ground, groundFor, luminance, over, parseColour } from './contrast.ts';

import { isElement, isShadowRoot } from './node-kinds.ts';

/** What browsers paint where a page paints nothing, by the colour scheme in use. */
const canvas: Readonly<Record<'light' | 'dark', Colour>> = { light: [255, 255, 255, 1], dark: [18, 18, 18, 1] };

/** Gives a question with a memory: the ground of a text node's words. Make a new one when the page may have been restyled. */
export function createGrounds(): (node: Node) => Ground {
  const known = new WeakMap<Element, Ground>();
  return (node) => {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    if (!element) return 'own';
    const before = known.get(element);
    if (before) return before;
    const ground = groundOf(element);
    known.set(element, ground);
    return ground;
  };
}

function groundOf(element: Element): Ground {
  const layers: Colour[] = [];
  for (let box: Element | null = element; box; box = parentBox(box)) {
    const style = getComputedStyle(box);
    // What an image shows cannot be read; but its page chose a text colour that stands out from it.
    if (style.backgroundImage.includes('url(')) return fromText(element);
    const colour = readColour(style.backgroundColor);
    if (!colour) return fromText(element);
    if (colour[3] === 0) continue;
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  const scheme = isDarkCanvas(element.ownerDocument) ? 'dark' : 'light';
  return groundFor(layers.reduceRight((below, layer) => over(layer, below), canvas[scheme]));
}

function fromText(element: Element): Ground {
  const colour = readColour(getComputedStyle(element).color);
  return colour ? (luminance(colour) > 0.4 ? 'dark' : 'light') : 'own';
}

/** The element whose box lies behind: the parent, through shadow roots too. */
function parentBox(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (isShadowRoot(parent)) return parent.host;
  return isElement(parent) ? parent : null;
}

let pixel: OffscreenCanvasRenderingContext2D | null | undefined;

/** Any CSS colour: those of other spaces (`oklch()`, `lab()`, …) are painted on one pixel off the page and read back. */
function readColour(text: string): Colour | undefined {
  const parsed = parseColour(text);
  if (parsed) return parsed;
  pixel ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pixel) return undefined;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = text;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** Whether the browser's own canvas is dark: the page declares a dark scheme, and the reader prefers it or has no choice. */
function isDarkCanvas(document: Document): boolean {
  const declared = getComputedStyle(document.documentElement).colorScheme;
  const scheme = declared === 'normal' ? (document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? '') : declared;
  if (!scheme.includes('dark')) return false;
  return !scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}
