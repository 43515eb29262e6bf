/** What only Firefox's own window can do: let an extension into private windows, open one, choose an entry of a page's menu. And a look into our closed root. */
import type { Browser } from 'puppeteer-core';

export const firefoxAddon = 'randnotiz@randnotiz.example';

/** WebDriver BiDi as puppeteer speaks it underneath: it has no words of its own for Firefox's windows, nor for closed shadow roots. */
interface BiDi {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

const bidi = (browser: Browser): BiDi => (browser as unknown as { connection: BiDi }).connection;

interface Context {
  context: string;
  url: string;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: Serialized;
  exceptionDetails?: { text: string };
}

interface Serialized {
  sharedId?: string;
  value?: unknown;
}

interface SerializedNode {
  nodeValue?: string;
  attributes?: { class?: string };
  children?: readonly { value?: SerializedNode }[];
  shadowRoot?: { value?: SerializedNode } | null;
}

async function contexts(browser: Browser, scope: 'chrome' | 'content'): Promise<readonly Context[]> {
  const { result } = await bidi(browser).send('browsingContext.getTree', scope === 'chrome' ? { 'moz:scope': 'chrome' } : {});
  return (result as { contexts: readonly Context[] }).contexts;
}

async function evaluate(browser: Browser, context: string, expression: string): Promise<Serialized> {
  const { result } = await bidi(browser).send('script.evaluate', {
    expression, target: { context }, awaitPromise: true, userActivation: true,
    serializationOptions: { maxDomDepth: 30, includeShadowTree: 'all' },
  });
  const { type, result: value, exceptionDetails } = result as Evaluated;
  if (type === 'exception' || !value) throw new Error(exceptionDetails?.text ?? 'nothing came back');
  return value;
}

/** Runs an expression in the browser's own window, with all the browser's rights; gives its value, if that is plain. */
export async function inBrowserWindow(browser: Browser, expression: string): Promise<unknown> {
  const window = (await contexts(browser, 'chrome')).find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!window) throw new Error('Firefox shows no window.');
  return (await evaluate(browser, window.context, expression)).value;
}

/** What a person does on the page of add-ons: "Run in Private Windows: Allow". The extension starts anew by it, as there. */
export async function allowInPrivateWindows(browser: Browser): Promise<void> {
  await inBrowserWindow(browser, `(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await ExtensionPermissions.add('${firefoxAddon}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID('${firefoxAddon}')).reload();
  })()`);
}

/** Opens a private window with a page in it. */
export async function openPrivateWindow(browser: Browser, address: string): Promise<void> {
  await inBrowserWindow(browser, `(async () => {
    const opened = OpenBrowserWindow({ private: true });
    await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
    await opened.delayedStartupPromise;
    opened.gBrowser.loadURI(Services.io.newURI('${address}'), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
  })()`);
}

/** Chooses our entry in the page's menu that is open now, or waits for it to open; gives the entry's words. */
export async function chooseMenuEntry(browser: Browser): Promise<string> {
  return (await inBrowserWindow(browser, `(async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      for (const window of Services.wm.getEnumerator('navigator:browser')) {
        const menu = window.document.getElementById('contentAreaContextMenu');
        const entry = menu.state === 'open' && menu.querySelector('[id^="randnotiz"][id*="flag-selection"]');
        if (!entry || entry.hidden) continue;
        menu.activateItem(entry);
        return entry.label;
      }
      await new Promise((resolve) => window.setTimeout(resolve, 50));
    }
    return '';
  })()`)) as string;
}

/**
 * Bytes that the process of the extensions has allocated, after the browser was asked to give back what it can: Firefox' own reports, the gaps of its allocator
 * included. Unlike `extensionMemory` it leaves out the pages that were given back and that the operating system has not fetched yet, since nobody
 * else wants them (`LazyFree` in `/proc/…/smaps_rollup`); after a load there are as many of these as the load needed at once.
 */
export async function allocatedMemory(browser: Browser): Promise<number> {
  return Number(await inBrowserWindow(browser, `(async () => {
    const reporters = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
    await new Promise((resolve) => reporters.minimizeMemoryUsage(resolve));
    // The other processes are told, but not waited for.
    await new Promise((resolve) => window.setTimeout(resolve, 1500));
    const { pid } = (await ChromeUtils.requestProcInfo()).children.find(({ type }) => type === 'extension');
    let bytes = 0;
    await new Promise((resolve) => reporters.getReports((process, path, kind, units, amount) => {
      // Of what is explained, only what the allocator does not give; that stands together under heap/committed.
      const counts = path.startsWith('heap/committed/') || (path.startsWith('explicit/') && kind === Ci.nsIMemoryReporter.KIND_NONHEAP);
      if (counts && units === Ci.nsIMemoryReporter.UNITS_BYTES && process.endsWith('(pid ' + pid + ')')) bytes += amount;
    }, null, resolve, null, false));
    return bytes;
  })()`));
}

/** Bytes that the process of the extensions holds, by the operating system's count. */
export async function extensionMemory(browser: Browser): Promise<number> {
  return Number(await inBrowserWindow(browser, `ChromeUtils.requestProcInfo().then(({ children }) => children.filter(({ type }) => type === 'extension').reduce((sum, { memory }) => sum + memory, 0))`));
}

/** The text inside our closed root on the page at an address; empty when we have no host there. */
export async function textInFirefoxRoot(browser: Browser, address: string): Promise<string> {
  return textOf(await hostOf(browser, address));
}

/** How many lines are drawn inside our closed root on the page at an address. */
export async function drawnInFirefoxRoot(browser: Browser, address: string): Promise<number> {
  const inside = (await hostOf(browser, address))?.shadowRoot?.value?.children ?? [];
  return inside.find(({ value }) => value?.attributes?.class === 'drawings')?.value?.children?.length ?? 0;
}

async function hostOf(browser: Browser, address: string): Promise<SerializedNode | undefined> {
  const page = (await contexts(browser, 'content')).find(({ url }) => url === address);
  if (!page) throw new Error(`No tab has ${address}.`);
  return (await evaluate(browser, page.context, 'document.documentElement.children[2]')).value as SerializedNode | undefined;
}

function textOf(node: SerializedNode | undefined): string {
  if (!node) return '';
  return [node.nodeValue ?? '', textOf(node.shadowRoot?.value), ...(node.children ?? []).map(({ value }) => textOf(value))].join('');
}
