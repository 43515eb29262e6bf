/** The manifests of both store builds, in full: a new permission, host or key is a decision, made here. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostNames } from '../../../lib/sites/hosts.ts';
import { matchPatterns } from '../../../lib/sites/match-patterns.ts';

const manifestOf = (build: string): unknown => {
  const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../.output', build, 'manifest.json'), 'utf8')) as { content_scripts: { matches: string[] }[] };
  // The builder sorts the matches of content scripts its own way.
  for (const script of manifest.content_scripts) script.matches.sort();
  return manifest;
};

const inBoth = {
  manifest_version: 3,
  name: '__MSG_extension_name__',
  description: '__MSG_extension_description__',
  version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  default_locale: 'de',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 96: 'icon/96.png', 128: 'icon/128.png' },
  action: { default_title: 'Randnotiz', default_popup: 'popup.html' },
  permissions: ['activeTab', 'scripting', 'storage', 'contextMenus', 'unlimitedStorage'],
  host_permissions: matchPatterns(hostNames),
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  content_scripts: [{ matches: matchPatterns(hostNames).sort(), js: ['detector.js'] }],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+R' } },
    'flag-selection': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_command_flag_selection__' },
    'next-mark': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next_mark__' },
    'previous-mark': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previous_mark__' },
    'toggle-page': { description: '__MSG_command_toggle_page__' },
    'toggle-density': { description: '__MSG_command_toggle_density__' },
  },
  incognito: 'spanning',
  options_ui: { page: 'options.html', open_in_tab: true },
};

describe('the manifest', () => {
  it('for Chromium', () => {
    expect(manifestOf('chrome-mv3')).toEqual({
      ...inBoth,
      permissions: [...inBoth.permissions, 'sidePanel'],
      minimum_chrome_version: '140',
      background: { service_worker: 'background.js' },
      side_panel: { default_path: 'sidepanel.html' },
    });
  });

  it('for Firefox', () => {
    expect(manifestOf('firefox-mv3')).toEqual({
      ...inBoth,
      browser_specific_settings: { gecko: { id: 'randnotiz@randnotiz.example', strict_min_version: '149.0', data_collection_permissions: { required: ['none'] } } },
      background: { scripts: ['background.js'] },
      sidebar_action: { default_panel: 'sidepanel.html', default_title: 'Randnotiz', open_at_install: false },
    });
  });
});
