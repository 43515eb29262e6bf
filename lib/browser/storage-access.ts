import { browser } from 'wxt/browser';

/** Closes settings to content scripts, where the browser can (Chromium; Firefox has no such switch, and its content scripts do not ask). */
export async function closeStorageToPages(): Promise<void> {
  try {
    await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch {
    // Nothing rests on it: content scripts of ours use messages only.
  }
}
