/**
 * A notebook of very many flags: article and popup are as quick as with ten. Two browsers of the same build, one with ten flags and one with all, take
 * turns, so that whatever else the machine does hits both alike; what counts is the median of the ratios of each round.
 */
import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { newsPage, seedBody, seedText } from '../../../scripts/pages/seed-page.ts';
import { exampleFlag, exampleId } from '../../store/example-flag.ts';
import { waitForMarks } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { quietMoment } from '../harness/world.ts';
import { address, ask } from '../hostile/hostile-world.ts';
import type { LoadWorld } from './load-cases.ts';

const few = 10;
/** Rounds that do not count: the browser's compiler is at work in them. */
const warmRounds = 2;

/** Times (ms) of the same things with few flags and with many. */
interface Compared {
  few: readonly number[];
  many: readonly number[];
}

function flagAt(at: number): ReturnType<typeof exampleFlag> {
  return exampleFlag({ id: exampleId(at + 1), page: { ...exampleFlag().page, address: `https://zeitung.example/a/${at}` }, quote: { exact: `Die Firma Nordstern${at} aus Ort${at % 977} beschäftigt ${at + 11} Fachleute für Thema${at % 3989}.`, prefix: '', suffix: '' } });
}

/** Takes the server, how to start a browser, how many flags are many and how many rounds count; gives the times of opening an article until it is marked, and of opening the popup on it until its content stands. */
export async function compareFlags(server: PageServer, start: () => Promise<LoadWorld>, count: number, rounds: number): Promise<{ article: Compared; popup: Compared }> {
  const worlds = { few: await start(), many: await start() };
  try {
    for (const world of Object.values(worlds)) await keepFew(world);
    await keepMany(worlds.many, count);
    const times = { article: { few: [] as number[], many: [] as number[] }, popup: { few: [] as number[], many: [] as number[] } };
    for (let round = -warmRounds; round < rounds; round += 1) {
      for (const name of round % 2 ? (['few', 'many'] as const) : (['many', 'few'] as const)) {
        const { article, popup } = await openBoth(server, worlds[name]);
        if (round < 0) continue;
        times.article[name].push(article);
        times.popup[name].push(popup);
      }
    }
    return times;
  } finally {
    await Promise.all(Object.values(worlds).map((world) => world.close()));
  }
}

/** Opens an article and the popup on it; gives how long each took (ms). */
async function openBoth(server: PageServer, world: LoadWorld): Promise<{ article: number; popup: number }> {
  // Another text each time, so that no analysis is remembered.
  server.put(address, newsPage({ title: seedText().split('\n')[0]!, body: `${seedBody()}<p>Stand der Dinge im Lauf Nummer ${Math.random()}.</p>` }));
  let begin = performance.now();
  const page = await world.open(address);
  await waitForMarks(page, 10);
  const article = performance.now() - begin;
  begin = performance.now();
  const opened = await world.openPopup(page);
  await opened.waitForFunction(() => document.body.innerText.trim().length > 60 && !document.querySelector('.skeleton'), { timeout: 15_000, polling: 'mutation' });
  const popup = performance.now() - begin;
  await opened.close();
  await page.close();
  return { article, popup };
}

async function keepFew(world: LoadWorld): Promise<void> {
  const own = await world.openExtensionPage('options.html');
  for (let at = 0; at < few; at += 1) expect(await ask(own, 'keepFlag', { flag: flagAt(at) })).toMatchObject({ ok: true });
  await own.close();
}

async function keepMany(world: LoadWorld, count: number): Promise<void> {
  const own = await world.openExtensionPage('options.html');
  await fill(own, count);
  // A write of our own wakes the background to what was written past it.
  expect(await ask(own, 'keepFlag', { flag: flagAt(count) })).toMatchObject({ ok: true });
  await waitUntilFiled(own);
  await own.close();
}

/** Writes flags with their histories straight into the database, as an import would leave them. */
async function fill(own: Page, count: number): Promise<void> {
  const portion = 5_000;
  for (let from = few; from < count; from += portion) {
    const flags = Array.from({ length: Math.min(portion, count - from) }, (_, at) => flagAt(from + at));
    await own.evaluate(
      (flags) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('randnotiz');
          opening.onsuccess = () => {
            const change = opening.result.transaction(['flags', 'revisions'], 'readwrite');
            for (const flag of flags) {
              change.objectStore('flags').put({ ...flag, unfiled: 1 });
              change.objectStore('revisions').put({ id: `first-${flag.id}`, flag: flag.id, device: 'load', clock: 1, at: flag.created, set: { ...flag } });
            }
            change.oncomplete = () => (opening.result.close(), resolve());
            change.onerror = () => reject(new Error(String(change.error)));
          };
        }),
      flags,
    );
  }
}

/** Waits until the background has filed all flags, and keeps it awake meanwhile, as somebody does who goes on reading. */
async function waitUntilFiled(own: Page): Promise<void> {
  const end = Date.now() + 300_000;
  while ((await unfiled(own)) > 0) {
    if (Date.now() > end) throw new Error('the flags were never filed');
    await ask(own, 'listPacks', {});
    await quietMoment(1_000);
  }
}

function unfiled(own: Page): Promise<number> {
  return own.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('randnotiz');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('flags').objectStore('flags').index('unfiled').count();
          counting.onsuccess = () => (opening.result.close(), resolve(counting.result));
        };
      }),
  );
}
