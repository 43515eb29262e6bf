/** Reads the background that really lies behind a text, from the page's computed styles. Changes nothing. */
import { type Colour, type Ground, groundFor, luminance, over, parseColour } from './contrast.ts';
import { isShadowRoot } from './node-kinds.ts';

/** What lies behind an element's words: a colour, or a picture, of which nothing can be known. */
type Backdrop = Colour | 'picture';

/** Plain paragraphs behind others: the first and the last of a row are often set apart. */
const inRow = 'p+:not(:last-child,[class],[id],[style])';

/** Gives a question with a memory: the ground of a text node's words. Make a new one when the page may have been restyled. */
export function createGrounds(): (node: Node) => Ground {
  const known = new Map<Element, Backdrop>();
  /** What lies behind the plain paragraphs in a box: one is asked for all that stand in a row. */
  const rows = new Map<Node, Backdrop>();
  return (node) => {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    if (!element) return 'own';
    let backdrop = known.get(element);
    if (!backdrop) {
      const row = element.localName === 'p' && element.matches(inRow) && element.parentNode;
      backdrop = (row && rows.get(row)) || backdropOf(element, known);
      known.set(element, backdrop);
      if (row) rows.set(row, backdrop);
    }
    return backdrop === 'picture' ? fromText(element) : groundFor(backdrop);
  };
}

/** Asks for the styles of an element and of those around it that are not known yet. */
function backdropOf(element: Element, known: Map<Element, Backdrop>): Backdrop {
  const layers: [Element, Colour][] = [];
  let found: Backdrop | undefined;
  let box: Element | null = element;
  for (; box && !(found = known.get(box)); box = parentBox(box)) {
    const style = getComputedStyle(box);
    const colour = readColour(style.backgroundColor);
    // What an image shows cannot be read; but its page chose a text colour that stands out from it.
    found = !colour || style.backgroundImage.includes('url(') ? 'picture' : colour[3] === 1 ? colour : undefined;
    if (found) {
      known.set(box, found);
      break;
    }
    layers.push([box, colour!]);
  }
  // What browsers paint where a page paints nothing.
  found ??= isDarkCanvas(element.ownerDocument) ? [18, 18, 18, 1] : [255, 255, 255, 1];
  for (const [layer, colour] of layers.toReversed()) {
    if (found !== 'picture' && colour[3] > 0) found = over(colour, found);
    known.set(layer, found);
  }
  return found;
}

function fromText(element: Element): Ground {
  const colour = readColour(getComputedStyle(element).color);
  return colour ? (luminance(colour) > 0.4 ? 'dark' : 'light') : 'own';
}

/** The element whose box lies behind: the parent, through shadow roots too. */
function parentBox(element: Element): Element | null {
  const { parentNode } = element;
  return element.assignedSlot ?? element.parentElement ?? (isShadowRoot(parentNode) ? parentNode.host : null);
}

/** What most boxes have: no background. */
const clear: Colour = [0, 0, 0, 0];

let pixel: OffscreenCanvasRenderingContext2D | null | undefined;

/** Any CSS colour: those of other spaces (`oklch()`, `lab()`, …) are painted on one pixel off the page and read back. */
function readColour(text: string): Colour | undefined {
  if (text === 'rgba(0, 0, 0, 0)') return clear;
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
