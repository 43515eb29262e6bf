import { readFileSync } from 'node:fs';
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { matchPatterns } from './lib/sites/match-patterns.ts';
import { lateFranc } from './scripts/vite/late-franc.ts';
import { dataPlugins } from './scripts/vite/plugins.ts';
import { readTable } from './scripts/vite/tables.ts';
import { textOnly } from './scripts/vite/text-only.ts';
import { thirdParty } from './scripts/vite/third-party.ts';

const licences = thirdParty();

/** Read here by hand, since this file runs before any plugin can turn a table into a module. */
const hosts = Object.keys(readTable(`${import.meta.dirname}/lib/sites/hosts.yml`) as object);

/** `npm start` builds the store build with exactly this one host match more, in an output folder of its own. */
const demoMatch = process.env['RANDNOTIZ_DEMO_MATCH'];

/**
 * The oldest versions it runs in, which is also what scripts and styles are written for (no stand-ins for what all of these know).
 * Chrome 140: `CSS.highlights.highlightsFromPoint`, by which a click finds its mark. Firefox 149: paints all properties of `::highlight()`.
 */
const oldest = { chrome: '140', firefox: '149' };

/**
 * Nothing is loaded from anywhere but the package, and no request of any kind leaves an extension page or the background.
 * (Styles set through the CSSOM are not touched by `style-src`.)
 */
const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'none'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  // Without the polyfill for old browsers, which would fetch: nothing in the package asks the network.
  vite: () => ({ plugins: [preact(), textOnly(), licences.plugin(), lateFranc(), ...dataPlugins()], build: { modulePreload: { polyfill: false }, rolldownOptions: { treeshake: { manualPureFunctions: ['logger.error'] } }, target: [`chrome${oldest.chrome}`, `firefox${oldest.firefox}`] } }),
  outDirTemplate: demoMatch ? 'demo-{{browser}}-mv{{manifestVersion}}' : '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  hooks: {
    'build:publicAssets': (wxt, files) => {
      if (wxt.config.browser !== 'firefox') return;
      const at = files.findIndex(({ relativeDest }) => relativeDest === 'marks.css');
      files[at] = { relativeDest: 'marks.css', contents: readFileSync(`${import.meta.dirname}/public/marks.css`, 'utf8').replaceAll(':root::highlight', '::highlight') };
    },
    'build:done': (wxt) => licences.write(wxt.config.outDir),
    'build:manifestGenerated': (_wxt, manifest) => {
      if (!demoMatch) return;
      manifest.host_permissions?.push(demoMatch);
      for (const script of manifest.content_scripts ?? []) script.matches?.push(demoMatch);
    },
  },
  manifest: ({ browser }) => ({
    default_locale: 'de',
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    action: { default_title: '__MSG_extension_name__' },
    /**
     * activeTab: any page by one click. scripting: the reader comes only where it is wanted. storage: settings, session memory. contextMenus: "Behauptung merken".
     * unlimitedStorage (asks nothing of the person): a service worker may not ask `navigator.storage.persist()`, and without either the browser may evict flags.
     */
    permissions: ['activeTab', 'scripting', 'storage', 'contextMenus', 'unlimitedStorage'],
    host_permissions: matchPatterns(hosts),
    content_scripts: [{ matches: matchPatterns(hosts), js: ['detector.js'] }],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+R' } },
      'flag-selection': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_command_flag_selection__' },
      'next-mark': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next_mark__' },
      'previous-mark': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previous_mark__' },
      // Chromium allows four suggested keys. These two have theirs in the page (`lib/margin/chords.ts`) and can be given others here.
      'toggle-page': { description: '__MSG_command_toggle_page__' },
      'toggle-density': { description: '__MSG_command_toggle_density__' },
    },
    incognito: 'spanning',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'randnotiz@randnotiz.example', strict_min_version: `${oldest.firefox}.0`, data_collection_permissions: { required: ['none'] } },
          },
        }
      : {
          minimum_chrome_version: oldest.chrome,
        }),
  }),
});
