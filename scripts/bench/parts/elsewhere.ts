/**
 * A page that is none of our business, in real Chromium from the store build: an English page and a cooking page on listed hosts, and the seed article
 * on an unlisted one. Cooking is tried on a general paper and on one that is listed as all technology. All is counted, nothing timed; the seed article on a listed host goes through the same counters, to show that they count.
 */
import { gzipSync } from 'node:zlib';
import type { CDPSession } from 'puppeteer-core';
import { escapeHtml, newsPage, seedPage } from '../../pages/seed-page.ts';
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { general, isBackground, listed, messagesHeard, rest, stopWorker, unlisted, withStoreBuild, type StoreWorld } from '../store-world.ts';

/** How long a page has to do something that it should not do, in milliseconds. */
const patience = 1500;

const english = `Jeff Bezos has founded an AI company called Project Prometheus, and it has raised 6.2 billion dollars from investors and from its founder. The company will build
models that learn from the physical world, and it has hired researchers from several laboratories.`;
const cooking = `Den Teig am Vorabend ansetzen und über Nacht ruhen lassen. Am Morgen die Äpfel schälen, vierteln und in dünne Spalten schneiden. Die Butter schmelzen und mit dem
Zucker verrühren, bis eine glatte Masse entsteht. Alles auf ein Blech streichen, mit Zimt bestreuen und im Ofen backen, bis der Rand goldbraun ist.`;
const bodyOf = (text: string): string => `<p>${escapeHtml(text)}</p>\n`.repeat(6);

interface Counts {
  /** Bytes of our scripts that ran, gzipped. */
  script: number;
  messages: number;
  /** Nodes, style sheets and highlights beyond those of the page's own HTML. */
  nodes: number;
  /** Entries in the page's own stores, and bytes by which the extension's have grown. */
  storage: number;
  /** On any node of the document, its window and its navigation, in our world and in the page's; the page has none of its own. */
  listeners: number;
  /** What they listen to. */
  heard: string;
  /** How often the stopped service worker was started. */
  wakes: number;
}

/** All listeners of a page that has none of its own. Without a world of ours there are none of ours. */
async function listenersOf(session: CDPSession, id: string): Promise<string[]> {
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => context.origin === `chrome-extension://${id}` && worlds.push(context.uniqueId));
  await session.send('Runtime.enable');
  const heard: string[] = [];
  for (const uniqueContextId of worlds) {
    for (const expression of ['document', 'window', 'navigation']) {
      const { result } = await session.send('Runtime.evaluate', { expression, uniqueContextId });
      heard.push(...(await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId!, depth: -1, pierce: true })).listeners.map(({ type }) => type));
    }
    const { result } = await session.send('Runtime.evaluate', { expression: 'chrome.runtime.onMessage.hasListeners()', uniqueContextId, returnByValue: true });
    if (result.value === true) heard.push('message to the extension');
  }
  return heard;
}

function bytesKept({ beside }: StoreWorld): Promise<number> {
  return beside.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', { getBytesInUse(keys: null): Promise<number> }> } }).chrome;
    return (await storage.local.getBytesInUse(null)) + (await storage.session.getBytesInUse(null));
  });
}

async function countsOn(world: StoreWorld, address: string, html: string): Promise<Counts> {
  const { chromium: { browser, id }, server, beside } = world;
  server.put(address, html);
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const scripts: string[] = [];
  session.on('Debugger.scriptParsed', ({ url, scriptId }) => url.startsWith(`chrome-extension://${id}/`) && scripts.push(scriptId));
  await session.send('Debugger.enable');
  await stopWorker(world.chromium, session);
  await messagesHeard(beside);
  const kept = await bytesKept(world);
  let wakes = 0;
  const wake = (target: { url(): string }): void => void (wakes += Number(isBackground(id, target.url())));
  browser.on('targetcreated', wake);
  await page.goto(address, { waitUntil: 'load' });
  await rest(patience);
  browser.off('targetcreated', wake);
  const inPage = await page.evaluate(async (source) => {
    const nodesOf = (root: Document): number => {
      const walker = root.createTreeWalker(root);
      let count = 0;
      while (walker.nextNode()) count += 1;
      return count;
    };
    const own = new DOMParser().parseFromString(source, 'text/html');
    return {
      nodes: nodesOf(document) - nodesOf(own) + document.styleSheets.length - own.querySelectorAll('style').length + document.adoptedStyleSheets.length + CSS.highlights.size,
      storage: localStorage.length + sessionStorage.length + document.cookie.length + (await indexedDB.databases()).length + (await caches.keys()).length,
    };
  }, html);
  const sources = await Promise.all(scripts.map(async (scriptId) => (await session.send('Debugger.getScriptSource', { scriptId })).scriptSource));
  const heard = await listenersOf(session, id);
  const counts = {
    script: gzipSync(sources.join(''), { level: 9 }).length * Math.min(1, sources.length),
    messages: (await messagesHeard(beside)).length,
    nodes: inPage.nodes,
    storage: inPage.storage + Math.max(0, (await bytesKept(world)) - kept),
    listeners: heard.length,
    heard: [...new Set(heard)].join(' and '),
    wakes,
  };
  await page.close();
  return counts;
}

async function run({ say }: Bench): Promise<Row[]> {
  return withStoreBuild(async (world) => {
    say('elsewhere: pages that are none of our business');
    // The helper's pages say of themselves that they are about the net.
    const cookingPage = newsPage({ title: 'Apfelkuchen vom Blech', body: bodyOf(cooking) }).replace('"articleSection":"Netzwelt"', '"articleSection":"Essen"').replace(/<header>.*<\/header>/s, '');
    const pages = {
      English: await countsOn(world, `${listed}/news/bezos-copies-musk-10123458.html`, newsPage({ title: 'Bezos copies Musk', body: bodyOf(english), lang: 'en' })),
      cooking: await countsOn(world, `${general}/apfelkuchen-vom-blech-a-10123457.html`, cookingPage),
      'cooking in a technology paper': await countsOn(world, `${listed}/news/apfelkuchen-vom-blech-10123457.html`, cookingPage),
      'unlisted host': await countsOn(world, `${unlisted}/2026/ein-artikel.html`, seedPage()),
    };
    const article = await countsOn(world, `${listed}/news/ein-artikel-10123456.html`, seedPage());
    type Count = Exclude<keyof Counts, 'heard'>;
    const most = (what: Count): number => Math.max(...Object.values(pages).map((counts) => counts[what]));
    const each = (what: Count): string => [...Object.entries(pages), ['on the seed article', article] as const].map(([name, counts]) => `${name} ${counts[what]}`).join(', ');
    const counted = (what: Count, name: string, goal: number, more = ''): Row => row('elsewhere', `a page that is none of our business: ${name}`, most(what), { goal, wants: 'down', unit: 'at most', note: each(what) + more });
    return [
      row('elsewhere', 'a page that is none of our business: script run', Math.round(most('script') / 10.24) / 100, { goal: 4, wants: 'down', unit: 'KB gzipped', note: `${each('script')} bytes` }),
      counted('messages', 'messages', 0),
      counted('nodes', 'nodes, style sheets and highlights', 0),
      counted('storage', 'entries and bytes stored', 0),
      counted('listeners', 'listeners', 1, `; for ${pages.English.heard}`),
      counted('wakes', 'starts of the stopped service worker', 0),
    ];
  });
}

export const elsewhere: Part = { name: 'elsewhere', needs: 'browser', run };
