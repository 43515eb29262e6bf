/** How much of a file is read at most. Sizes in UTF-16 code units, which for a file of plain letters are its bytes. */
export interface Limits {
  /** Of the whole file. */
  size: number;
  /** Of one entry, and of all that stands beside the entries. */
  entry: number;
  /** How deep an entry may be nested. */
  depth: number;
  /** How many entries. */
  count: number;
}

export const fileLimits: Limits = { size: 200 * 1024 * 1024, entry: 1024 * 1024, depth: 32, count: 1_000_000 };
