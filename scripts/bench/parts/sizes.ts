/** What the store build weighs, gzipped, bundle by bundle. Bytes do not depend on the machine, so tests hold these too. */
import { existsSync } from 'node:fs';
import type { Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { budgets, chromeBuild, packagesByWeight, weighBuild } from '../weigh.ts';

async function run(): Promise<Row[]> {
  if (!existsSync(chromeBuild)) throw new Error('bench: no build to weigh; run npm run build:chrome first.');
  const weights = weighBuild(chromeBuild);
  const rows = budgets.map(({ id, what, kilobytes }) => row('sizes', what, Math.round(weights[id] / 10.24) / 100, { goal: kilobytes, wants: 'down', unit: 'KB gzipped' }));
  const heaviest = (await packagesByWeight()).slice(0, 8).map(({ name, bytes }) => `${name} ${Math.round(bytes / 1024)} KB`);
  rows.at(-1)!.note = `packages in the background by weight before compression: ${heaviest.join(', ')}`;
  return rows;
}

export const sizes: Part = { name: 'sizes', needs: 'node', run };
