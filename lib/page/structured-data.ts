/** JSON-LD of a page, as publishers really write it: nested, repeated, half broken. Never throws, never recurses. */

export type JsonObject = Readonly<Record<string, unknown>>;

const mostObjects = 5_000;
const longestScript = 2_000_000;

/** All objects of all JSON-LD scripts, outer before inner; scripts that cannot be mended are left out. */
export function readStructuredData(document: Document): JsonObject[] {
  const objects: JsonObject[] = [];
  const open: unknown[] = [...document.querySelectorAll('script[type="application/ld+json" i]')].map((script) => parseLeniently(script.textContent ?? ''));
  for (let at = 0; at < open.length && objects.length < mostObjects; at += 1) {
    const value = open[at];
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (isObject(value)) {
      objects.push(value);
      for (const key in value) if (typeof value[key] === 'object') open.push(value[key]);
    }
  }
  return objects;
}

/** The `@type`s of an object, without their address. */
export function typesOf(object: JsonObject): string[] {
  return stringsOf(object['@type']).map((type) => type.slice(type.lastIndexOf('/') + 1));
}

/** A value that may be a string, a list of strings, or objects with a name. */
export function stringsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((item) => {
    const text = isObject(item) ? item['name'] : item;
    return typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [];
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const wrapping = /^\s*(?:<!--|(?:\/\*|\/\/)?\s?<!\[CDATA\[\s?(?:\*\/)?)|(?:-->|(?:\/\*|\/\/)?\s?\]\]>\s?(?:\*\/)?)\s*$/g;

/** Mends what is commonly wrong: comments or CDATA around, raw line breaks inside strings, trailing commas, a semicolon at the end. */
function parseLeniently(source: string): unknown {
  if (source.length > longestScript) return undefined;
  const bare = source.replace(wrapping, '');
  return parsed(bare) ?? parsed(bare.replace(/\p{Cc}/gu, ' ').replace(/,(?=\s{0,20}[}\]])/g, '').replace(/;\s{0,20}$/, ''));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
