/**
 * One name for each document, shared by detector, reader and probe: they live in the extension's own world of the page, which page scripts cannot
 * see. It tells a document from the one that follows in the same tab, also where the browser gives documents no ids.
 */
const world: { randnotizToken?: string } = globalThis as never;

/** The token of this document, made at the first call. Not by `randomUUID`, which pages without https do not have. */
export function documentToken(): string {
  return (world.randnotizToken ??= Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-'));
}
