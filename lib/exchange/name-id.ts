/**
 * Ids made from names: the same foreign annotation gets the same id on every device and at every import, so that it is one flag. FNV-1a in four lanes, in the form of
 * a UUID of version 8 (RFC 9562: vendor-specific). No cryptography: whoever forges a collision harms only the file they made.
 */
const seeds = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b] as const;

/** Takes any text; gives a UUID that depends on nothing else. */
export function nameId(name: string): string {
  const hex = seeds.map((seed) => hash(name, seed).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
