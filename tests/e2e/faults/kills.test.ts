/** A short, seeded part of `npm run test:faults`: real kills in Chromium. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createChance } from '../../anchor/random.ts';
import { killImport } from '../../faults/kill-import.ts';
import { killWrites } from '../../faults/kill-writes.ts';
import { stopBackground } from '../../faults/stop-background.ts';
import { makeRig, type Rig } from '../../faults/subject.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';

let server: PageServer;
let rig: Rig;

beforeAll(async () => {
  server = await serveUsualPages();
  rig = makeRig('chromium', resolve(import.meta.dirname, '../../../.output/chrome-mv3'), server);
});
afterAll(async () => {
  await server?.close();
  rig?.remove();
});

const allHolds = (times: number) => ({ tried: times, survived: times, lost: 0, doubled: 0 });

it('every acknowledged write is there, whole and once, after the browser was killed', { timeout: 180_000 }, async () => {
  expect(await killWrites(rig, 3, createChance(1))).toMatchObject(allHolds(3));
});

it('an import that was killed is whole or leaves nothing', { timeout: 180_000 }, async () => {
  expect(await killImport(rig, 2, createChance(2))).toMatchObject(allHolds(2));
});

it('a background that dies under writes loses and doubles nothing', { timeout: 180_000 }, async () => {
  expect(await stopBackground(rig, 5, createChance(3))).toMatchObject(allHolds(5));
});
