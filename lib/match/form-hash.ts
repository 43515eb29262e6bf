/**
 * The hash of a path of pieces, made piece by piece while the text is walked. That of a piece is worked out once a word, and so
 * is that of the piece without each ending it could carry. Equal hashes prove nothing: what is found by one is compared.
 */
import { factOf } from '../text/words.ts';
import { possibleEndings } from './endings.ts';
import { foldedOf } from './pieces.ts';

/** What a piece of a text may stand for: itself, or itself without an ending. */
export interface PieceHashes {
  hash: number;
  bent: readonly { ending: string; hash: number }[];
}

const unbent: PieceHashes['bent'] = [];

/** The hash of a text (FNV-1a, 32 bits), or of its beginning. */
export function hashText(text: string, length = text.length, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The hash of a path that goes on with a joint and a piece; `path` is 0 at its beginning. 32 bits with a sign: engines keep those without an object of their own. */
export function joinHash(path: number, joint: string, piece: number): number {
  let hash = Math.imul(hashText(joint, joint.length, path) ^ piece, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The hashes of a piece with nothing and with each possible ending off. */
export const hashesOf = factOf((word): PieceHashes => {
  const folded = foldedOf(word);
  const endings = possibleEndings(folded).filter((ending) => folded.length > ending.length && folded.endsWith(ending));
  return { hash: hashText(folded), bent: endings.length === 0 ? unbent : endings.map((ending) => ({ ending, hash: hashText(folded, folded.length - ending.length) })) };
});
