/** Longest file of a pack that is read, in UTF-16 code units. */
export const longestFile = 32 * 1024 * 1024;
