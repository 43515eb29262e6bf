/** Two profiles of real Chromium meet in a folder: the File System Access code over a handle of the browser's own, since a picker cannot be driven headless. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flag } from '../../../lib/model.ts';
import type { SyncReport } from '../../../lib/sync/sync-folder.ts';
import { exampleFlag, exampleId } from '../../store/example-flag.ts';
import { type Chromium, launchChromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';
import type { probe } from './probe.ts';

const day = 86_400_000;
let server: PageServer;
const browsers: Chromium[] = [];
const profiles: Page[] = [];

/** The probe as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'esnext', lib: { entry: resolve(import.meta.dirname, 'probe.ts'), formats: ['iife'], name: 'bundle' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}

type Calls = typeof probe;

/** Calls the probe in a profile. */
function call<Name extends keyof Calls>(profile: number, name: Name, ...values: Parameters<Calls[Name]>): Promise<Awaited<ReturnType<Calls[Name]>>> {
  const run = (asked: string, given: unknown[]) => (globalThis as unknown as { probe: Record<string, (...all: unknown[]) => unknown> }).probe[asked]!(...given);
  return profiles[profile]!.evaluate(run, name, values) as Promise<Awaited<ReturnType<Calls[Name]>>>;
}

/** The service: brings every file of one folder into the other, and takes away what its author removed. `half` cuts new files short. */
async function carry(from: number, to: number, half = false): Promise<void> {
  const [there, here] = [await call(from, 'files'), await call(to, 'files')];
  for (const [name, text] of Object.entries(there)) if (here[name] !== text) await call(to, 'put', name, half ? text.slice(0, text.length / 2) : text);
}

beforeAll(async () => {
  const code = await bundle();
  server = await serveUsualPages();
  for (const _ of [0, 1]) {
    const chromium = await launchChromium(server, { userDataDir: mkdtempSync(join(tmpdir(), 'randnotiz-profile-')) });
    browsers.push(chromium);
    const page = await chromium.openExtensionPage('popup.html');
    await page.evaluate(code);
    profiles.push(page);
  }
}, 120_000);

afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server?.close();
});

const flags = (profile: number): Promise<readonly Flag[]> => call(profile, 'all');

describe('two profiles and a folder', () => {
  it('meet: what was written offline on both sides, with clocks a day apart and a file half copied at first', async () => {
    for (let n = 0; n < 5; n += 1) await call(0, 'keep', exampleFlag({ id: exampleId(n), note: `von A ${n}` }));
    expect(await call(0, 'sync', 0)).toMatchObject({ given: 5, unusable: [] } satisfies Partial<SyncReport>);
    await carry(0, 1, true);
    expect(await call(1, 'sync', day)).toMatchObject({ taken: 0, unusable: [{ state: 'waiting' }] });
    await carry(0, 1);
    expect(await call(1, 'sync', day)).toMatchObject({ taken: 5, unusable: [] });

    await call(0, 'change', exampleId(1), { stance: 'doubtful' }, Date.now());
    await call(0, 'remove', exampleId(2), Date.now());
    await call(1, 'change', exampleId(1), { note: 'von B, die Uhr geht vor' }, Date.now() + day);
    await call(1, 'keep', exampleFlag({ id: exampleId(9), note: 'von B' }));
    await call(0, 'sync', 0);
    await call(1, 'sync', day);
    await carry(0, 1);
    await carry(1, 0);
    await call(0, 'sync', 0);
    await call(1, 'sync', day);

    const [one, other] = [await flags(0), await flags(1)];
    expect(one).toEqual(other);
    expect(one).toHaveLength(6);
    expect(one.find(({ id }) => id === exampleId(1))).toMatchObject({ stance: 'doubtful', note: 'von B, die Uhr geht vor' });
    expect(one.find(({ id }) => id === exampleId(2))?.deleted).toBeGreaterThan(0);
  });

  it('is kept with its handle, so that the next start goes on with it', async () => {
    await call(0, 'keep', exampleFlag({ id: exampleId(11) }));
    expect(await call(0, 'kept', 0)).toMatchObject({ first: { given: 1 }, name: 'shared', again: { given: 0, taken: 0 }, gone: true });
  });

  it('keep the folder small and lose nothing by it', async () => {
    for (let n = 0; n < 8; n += 1) {
      await call(0, 'change', exampleId(0), { note: `Fassung ${n}` }, Date.now());
      await call(0, 'sync', 0);
    }
    const names = Object.keys(await call(0, 'files'));
    expect(names.length).toBeLessThanOrEqual(7);
    await carry(0, 1);
    await call(1, 'sync', day);
    expect(await flags(1)).toEqual(await flags(0));
  });
});
