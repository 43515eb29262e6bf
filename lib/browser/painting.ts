/** What the browsers do differently with marks that are painted. */

/** Whether highlights are painted in shadow roots: Firefox does not. */
export const paintsInShadow = !import.meta.env.FIREFOX;

/** So many elements are styled within a frame or two (24 ms). */
const bearable = 20_000;

/**
 * Whether a style sheet of ours would keep a document's thread for long: Firefox styles every element anew when one comes (a page of 8 MB with 60,000 elements: 70 ms),
 * Chromium only what the sheet concerns.
 */
export function isStyleDear(document: Document): boolean {
  return !paintsInShadow && document.getElementsByTagName('*').length > bearable;
}
