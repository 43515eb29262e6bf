/** What follows changes, for the reader of the same page; brought by the background when an article changes. Only wires. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { placeFollower } from '../lib/margin/follower-here.ts';
import { analysePart } from '../lib/margin/parts.ts';
import { portionsOf, restOf } from '../lib/margin/portions.ts';
import { createFollower } from '../lib/page/follow-outline.ts';

export default defineUnlistedScript(() => placeFollower({ createFollower, analysePart, portionsOf, restOf }));
