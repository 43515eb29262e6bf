/** Which tab the panel speaks of: the active one of its own window, also after the person changes tabs or the page goes on. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

export interface ActiveTab {
  id: number;
  /** Counts the documents that came into it while the panel was open. */
  load: number;
}

/** Gives the active tab of the panel's window; undefined until it is known. */
export function useActiveTab(): ActiveTab | undefined {
  const [tab, setTab] = useState<ActiveTab>();
  useEffect(() => {
    let mine: number | undefined;
    const follow = async () => {
      const [found] = await browser.tabs.query({ active: true, currentWindow: true });
      mine = found?.windowId;
      if (found?.id !== undefined) setTab({ id: found.id, load: 0 });
    };
    const activated = ({ tabId, windowId }: { tabId: number; windowId: number }) => {
      if (windowId === mine) setTab({ id: tabId, load: 0 });
    };
    const updated = (tabId: number, { status }: { status?: string }) => {
      if (status === 'complete') setTab((now) => (now?.id === tabId ? { ...now, load: now.load + 1 } : now));
    };
    void follow();
    browser.tabs.onActivated.addListener(activated);
    browser.tabs.onUpdated.addListener(updated);
    return () => {
      browser.tabs.onActivated.removeListener(activated);
      browser.tabs.onUpdated.removeListener(updated);
    };
  }, []);
  return tab;
}
