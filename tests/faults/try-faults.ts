/** Tries every fault in both browsers, side by side, and says what came of it. */
import type { Engine } from '../../scripts/browsers/find-browsers.ts';
import { serveUsualPages } from '../e2e/harness/world.ts';
import { missingData } from '../../scripts/evaluate/benchmarks.ts';
import { inventedArticle, seedArticle } from '../anchor/articles.ts';
import { measure, table as anchoringTable } from '../anchor/measure.ts';
import { newsArticles } from '../anchor/news-articles.ts';
import { type Chance, createChance } from '../anchor/random.ts';
import { refusedStore } from './broken-store.ts';
import { corruptStore } from './corrupt-store.ts';
import { fullDisk } from './full-disk.ts';
import { killImport } from './kill-import.ts';
import { killMigration } from './kill-migration.ts';
import { killWrites } from './kill-writes.ts';
import { newOutcome, type Outcome, terminalTable } from './outcome.ts';
import { keepOutcome, writeAnchoring } from './report.ts';
import { stopBackground } from './stop-background.ts';
import { importLarge } from './large-import.ts';
import { makeRig, type Rig } from './subject.ts';
import { remove, update } from './take-away.ts';

type Fault = readonly [name: string, times: number, attempt: (rig: Rig, times: number, chance: Chance) => Promise<Outcome>];

/** Each fault, and how often a whole run tries it in each browser. */
const faults: readonly Fault[] = [
  ['kill writes', 100, killWrites],
  ['kill import', 20, killImport],
  ['kill migration', 20, killMigration],
  ['stop background', 50, stopBackground],
  ['update', 5, update],
  ['remove', 5, remove],
  ['refused', 2, refusedStore],
  ['corrupt', 10, corruptStore],
  ['full disk', 3, fullDisk],
  ['large import', 1, importLarge],
];

/** A row that ran out of time is kept from this many tries on; the table says how many they were. */
const fewest = 10;

/** Changes of pages on each kind of page. */
const cases = 2_000;

export interface Wishes {
  engines: readonly Engine[];
  buildOf: (engine: Engine) => string;
  seed: number;
  times?: number;
  /** How long each row may take; what was tried by then is its outcome. */
  minutes?: number;
  only?: string;
  /** Adds what is tried to the rows that are there, whatever it comes to. */
  goesOn?: boolean;
}

/** Takes what to try; prints the table, keeps each row that was tried as often as a whole run does or as its minutes allowed, and gives 0 if nothing was lost or doubled. */
export async function tryFaults({ engines, buildOf, seed, times, minutes, only, goesOn = false }: Wishes): Promise<number> {
  const outcomes: Outcome[] = [];
  if (only === undefined || only === 'anchor') {
    const news = missingData() ? [] : newsArticles();
    if (news.length === 0) console.log(`No news articles to change: ${missingData()}\n`);
    const anchoring = [
      ['the seed article', measure(cases, () => seedArticle).rows],
      ...(news.length > 0 ? [[`${news.length} German news articles`, measure(cases, (chance) => chance.one(news)).rows] as const] : []),
      ['full of look-alikes', measure(cases, (chance) => inventedArticle(chance.below(400))).rows],
    ] as const;
    for (const [pages, rows] of anchoring) console.log(`${pages}\n${anchoringTable(rows)}\n`);
    writeAnchoring(anchoring);
    if (only === 'anchor') return 0;
  }
  const server = await serveUsualPages();
  try {
    const chosen = faults.filter(([name]) => only === undefined || only.split(',').some((words) => name.includes(words.trim())));
    await Promise.all(
      engines.map(async (engine) => {
        for (const [name, usual, attempt] of chosen) {
          const begun = performance.now();
          const rig = makeRig(engine, buildOf(engine), server, () => minutes !== undefined && performance.now() - begun > minutes * 60_000);
          console.log(`${engine}: ${name}, ${times ?? usual} times …`);
          const outcome = await attempt(rig, times ?? usual, createChance(seed)).catch((thrown: unknown) => brokenOff(name, engine, thrown));
          rig.remove();
          const seconds = (performance.now() - begun) / 1000;
          outcomes.push(outcome);
          console.log(`${engine}: ${name}, ${outcome.survived} of ${outcome.tried} survived, ${seconds.toFixed(0)} s${outcome.tried === 0 ? `; ${outcome.remark}` : ''}`);
          if (goesOn || outcome.tried >= usual || (minutes !== undefined && outcome.tried >= fewest)) keepOutcome(outcome, seconds, goesOn);
        }
      }),
    );
  } finally {
    await server.close();
  }
  console.log(`\n${terminalTable(outcomes)}`);
  return outcomes.every(({ tried, survived }) => tried > 0 && survived === tried) ? 0 : 1;
}

/** A trial that broke off ends no other: it counts as nothing tried, is not kept, and fails the run. */
function brokenOff(name: string, engine: Engine, thrown: unknown): Outcome {
  return { ...newOutcome(name, engine), remark: `broke off: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
}
