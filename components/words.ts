/** A name that begins in small letters ("die Nutzer", "er"), as it stands at the head of a row or card. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('de') + words.slice(1);
}
