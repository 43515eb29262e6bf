/** The ways from one of our surfaces to another. */
import { browser } from 'wxt/browser';

/** What Firefox has in place of a side panel. */
interface Sidebar {
  open(): Promise<void>;
}

/** Whether this browser has a side panel or a sidebar (a phone has none). */
export function hasPanel(): boolean {
  return browser.sidePanel !== undefined || sidebar() !== undefined;
}

/** Opens the side panel in a window; must be called right in a click. A browser that refuses leaves all as it is. */
export async function openPanel(windowId: number): Promise<void> {
  await (browser.sidePanel?.open({ windowId }) ?? sidebar()?.open())?.catch(() => undefined);
}

/** Opens one of our pages in a tab, or goes to the tab that has it. */
export async function openPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(`/${path}` as '/');
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}

function sidebar(): Sidebar | undefined {
  return (browser as { sidebarAction?: Sidebar }).sidebarAction;
}
