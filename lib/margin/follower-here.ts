/**
 * What follows a page that changes, and goes through one that is very long: a script of its own, brought by the background when an
 * article needs it. Most never do. Reader and follower meet in the extension's own world of the page, as the margin does (`margin-here.ts`).
 */
import { documentToken } from '../messages/document-token.ts';
import type { OutlineTools } from '../page/outline.ts';
import type { FollowOutline } from '../page/outline-keeper.ts';
import type { analysePart } from './parts.ts';
import type { portionsOf, restOf } from './portions.ts';
import type { Asking } from './reader-ports.ts';

export interface Follower {
  createFollower(tools: OutlineTools): FollowOutline;
  analysePart: typeof analysePart;
  portionsOf: typeof portionsOf;
  restOf: typeof restOf;
}

/** Longer articles (code units) are analysed in portions. */
export const longestAtOnce = 250_000;

/** How long (ms) a page that changed in parts must rest before it is analysed whole, and up to which length (code units) it is. */
export const rest = 5000;
export const longestRenewed = 1_000_000;

interface World {
  randnotizFollower?: Follower | undefined;
}

/** Puts it where the reader finds it; undefined takes away what an earlier version of us left. */
export function placeFollower(follower: Follower | undefined, world: object = globalThis): void {
  (world as World).randnotizFollower = follower;
}

/** Gives the follower, brought if it is not here yet; undefined when it cannot be brought: then pages are read whole. */
export async function followerHere({ ask }: Asking): Promise<Follower | undefined> {
  const world = globalThis as World;
  if (!world.randnotizFollower) await ask('bringFollower', { token: documentToken() });
  return world.randnotizFollower;
}
