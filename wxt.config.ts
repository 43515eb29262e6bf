import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { dataPlugins } from './scripts/vite/plugins.ts';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact(), ...dataPlugins()] }),
  manifest: {
    default_locale: 'de',
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    permissions: ['activeTab', 'scripting', 'storage', 'contextMenus'],
  },
});
