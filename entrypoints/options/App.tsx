/** The options: reads all there is, passes on what the person wants, and reads again. Only wires. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Options } from '../../components/options/Options.tsx';
import type { OptionsState } from '../../components/options/options-props.ts';
import { openPage } from '../../lib/browser/open-surface.ts';
import { askForSite, originsOf, siteFromInput } from '../../lib/browser/site-permission.ts';
import type { Answer } from '../../lib/messages/calls.ts';
import { failure, success } from '../../lib/messages/failures.ts';
import { askBackground } from '../../lib/messages/messaging.ts';
import { exampleOf } from '../../lib/rule-example.ts';
import { rules } from '../../lib/rules.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { watchSettings } from '../../lib/store/settings.ts';
import { saveBackup } from './save-backup.ts';
import { builtInOrigins, grantedOrigins, readState } from './read-state.ts';
import { wipeAll } from './wipe-all.ts';

export function App({ store }: { store: NotebookStore }) {
  const [state, setState] = useState<OptionsState>();
  const read = useCallback(async () => setState(await readState(store)), [store]);
  useEffect(() => {
    const again = () => void read();
    again();
    browser.permissions.onAdded.addListener(again);
    browser.permissions.onRemoved.addListener(again);
    const ends = [watchSettings(again), store.flags.watch(again)];
    return () => {
      browser.permissions.onAdded.removeListener(again);
      browser.permissions.onRemoved.removeListener(again);
      for (const end of ends) end();
    };
  }, [read]);

  /** Waits for what was done, then reads all again. */
  const then = async (answer: Promise<Answer<unknown>>): Promise<Answer<unknown>> => {
    const done = await answer;
    await read();
    return done;
  };

  return (
    <Options
      state={state}
      rules={rules}
      exampleOf={exampleOf}
      onAllow={(typed) => then(allow(typed))}
      onAllowBuiltIn={() => then(request(browser.permissions.request({ origins: builtInOrigins() })))}
      onWithdraw={(site) => then(withdraw(site))}
      onTurnOn={(site) => then(askBackground('setOff', { site, off: false }))}
      onHidden={(data) => then(askBackground('setHidden', data))}
      onDensity={(density) => then(askBackground('setDensity', { density }))}
      onRuler={(on) => then(askBackground('setRuler', { on }))}
      onQuiet={(on) => then(askBackground('setQuiet', { on }))}
      onUndismiss={(id) => then(askBackground('undismiss', { id }))}
      packs={{
        onPreview: (text) => askBackground('previewPack', { text }),
        onInstall: (text) => then(askBackground('installPack', { text })),
        onSwitch: (id, on) => then(askBackground('switchPack', { id, on })),
        onRemove: (id) => then(askBackground('removePack', { id })),
        onUndo: () => then(askBackground('undoPacks', {})),
      }}
      onShortcuts={() => void openShortcuts()}
      onNotebook={() => void openPage('notebook.html')}
      onBackup={() => then(saveBackup(store))}
      onWipe={() => then(wipeAll(store))}
    />
  );
}

/** The browser's question must follow the click at once, so nothing is awaited before it. */
function allow(typed: string): Promise<Answer<null>> {
  const site = siteFromInput(typed);
  return site === undefined ? Promise.resolve(failure('bad_site', `no site: ${typed}`)) : request(askForSite(site));
}

async function request(asking: Promise<boolean>): Promise<Answer<null>> {
  return (await asking.catch(() => false)) ? success(null) : failure('not_granted', 'the browser did not give the permission');
}

/** Takes back a site, or every pattern that stands for all websites. */
async function withdraw(site: string | null): Promise<Answer<null>> {
  const own = new Set(builtInOrigins());
  const origins = site === null ? (await grantedOrigins()).filter((origin) => !own.has(origin) && /\/\/\*\//.test(origin)) : originsOf(site);
  const present = await Promise.all(origins.map(async (origin) => ((await browser.permissions.contains({ origins: [origin] })) ? [origin] : [])));
  await browser.permissions.remove({ origins: present.flat() });
  return success(null);
}

/** The browsers' own page for keys; an ordinary page may not link there. */
async function openShortcuts(): Promise<void> {
  const commands = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
