import { spawn } from 'node:child_process';
import type { FoundBrowser } from '../browsers/find-browsers.ts';

/** Opens the page in a window, by `web-ext run`: a temporary profile with the extension loaded. Ends when the browser is closed. */
export async function openHeaded({ engine, path }: FoundBrowser, build: string, address: string): Promise<void> {
  const binary = engine === 'chromium' ? ['--target', 'chromium', '--chromium-binary', path] : ['--target', 'firefox-desktop', '--firefox', path];
  // Chromium refuses to run as root with its sandbox; only there is it left out.
  const asRoot = engine === 'chromium' && process.getuid?.() === 0 ? ['--arg=--no-sandbox'] : [];
  console.log(`Opening ${address} in ${path}. Close the browser, or press Ctrl+C here, to end.`);
  const child = spawn('npx', ['web-ext', 'run', '--source-dir', build, '--start-url', address, '--no-reload', '--no-input', ...binary, ...asRoot], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const stop = (): void => void child.kill('SIGTERM');
  process.once('SIGINT', stop);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  process.removeListener('SIGINT', stop);
  if (status !== 0 && status !== null) throw new Error(`web-ext run ended with status ${status}.`);
}
