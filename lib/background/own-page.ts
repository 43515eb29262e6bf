/** Which page a content script stands in. The browser's word on the address counts; what the page says of itself only as far as it may. */
import type { PageCaller } from '../messages/caller.ts';
import type { PageSignals } from '../model.ts';
import { pageAddress } from '../page/address.ts';
import { readRecord } from './tab-records.ts';

export interface OwnPage {
  url: string;
  address: string;
  site: string;
}

/** Takes a caller and what its page says of itself; gives the page's address and site. A canonical address on another site is not believed. */
export function pageOf({ url }: Pick<PageCaller, 'url'>, signals: PageSignals = {}): OwnPage {
  return { url, ...pageAddress({ ...signals, url }) };
}

/** The same for a caller that does not send its signals: as recorded when it was analysed, if it is still that page. */
export async function ownPage(caller: PageCaller): Promise<OwnPage> {
  const record = await readRecord(caller.tab);
  return record && record.url === caller.url && record.address ? { url: record.url, address: record.address, site: record.site } : pageOf(caller);
}
