import type { Plugin } from 'vite';
import { packs } from './packs.ts';
import { tables } from './tables.ts';

/** The plugins that turn our data files into modules: the same for extension, command and tests. */
export function dataPlugins(): Plugin[] {
  return [tables(), packs()];
}
