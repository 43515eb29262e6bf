/** What can be measured of our silence: what was asked of the net, and what forbids it. */
import { browser } from 'wxt/browser';
import type { Silence } from '../../components/options/options-props.ts';

/** Gives the permissions held, the requests that left this page, and the policy by which the browser refuses them. Never throws. */
export async function measureSilence(): Promise<Silence> {
  const manifest = browser.runtime.getManifest();
  const { permissions = [] } = await browser.permissions.getAll().catch(() => ({ permissions: manifest.permissions }));
  const own = browser.runtime.getURL('/');
  const requests = performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(own) && !/^(?:data|blob):/.test(name)).length;
  const policy = manifest.content_security_policy as { extension_pages?: string } | undefined;
  const line = policy?.extension_pages?.split(';').map((part) => part.trim()).find((part) => part.startsWith('connect-src'));
  return { permissions: permissions.toSorted(), requests, policy: line ?? '' };
}
