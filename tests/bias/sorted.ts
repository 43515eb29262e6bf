/** The order of our word tables: as in a German dictionary, umlauts with their vowels, whatever the machine's locale. */
export function sorted(words: readonly string[]): string[] {
  const key = (word: string): string => word.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss');
  return [...words].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a < b ? -1 : 1));
}
