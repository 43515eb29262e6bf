/** From a name to an id: kebab-case ASCII, as the format wants it. */

const longest = 60;

/** Takes any words; gives an id of whole words, as long as one fits: `Nobelpreis für Chemie` → `nobelpreis-fuer-chemie`; `namenlos` where no letter or digit is left. */
export function slug(words: string, most = longest): string {
  const plain = words.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '');
  const parts = plain.split(/[^a-z0-9]+/).filter((part) => part !== '');
  const whole = parts.join('-');
  if (whole.length <= most) return whole || 'namenlos';
  const cut = whole.slice(0, most + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 0)) || whole.slice(0, most);
}

/** Gives ids that are free: the slug, or the slug with the first number that is. Remembers what it gave. */
export function idMaker(taken: Iterable<string> = []): (words: string) => string {
  const used = new Set(taken);
  return (words) => {
    const base = slug(words);
    let id = base;
    for (let number = 2; used.has(id); number += 1) id = `${base}-${number}`;
    used.add(id);
    return id;
  };
}
