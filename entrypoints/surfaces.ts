/** Cards and forms for the reader of the same page; brought by the background at the first need. Only wires. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cardStyles } from '../components/styles/card-styles.ts';
import { createSurfaces } from '../lib/margin/mount-surfaces.tsx';
import { placeSurfaces } from '../lib/margin/surfaces.ts';

export default defineUnlistedScript(() => placeSurfaces(createSurfaces(cardStyles)));
