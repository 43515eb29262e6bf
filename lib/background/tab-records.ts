/**
 * What the background knows of the pages open now, in session memory: it outlives the background's sleep, not the browser, and is never
 * written down. Bounded, so that closed tabs need not be watched (that would wake us at every tab the person closes).
 */
import { browser } from 'wxt/browser';
import type { Failure, PageStatus } from '../messages/calls.ts';

export interface TabRecord {
  tab: number;
  /** Our token of the document. */
  token: string;
  url: string;
  /** The page's canonical address, and its site: what its flags are kept under. */
  address: string;
  site: string;
  status: PageStatus;
  incognito: boolean;
  /** The reader is in this document. */
  injected?: boolean;
  /** The person asked for this page, whatever it is about. */
  forced?: boolean;
  failure?: Failure;
}

const key = 'tabs';
const maxRecords = 200;

/** Changes wait for each other, since they rewrite the whole list. */
let last: Promise<unknown> = Promise.resolve();

/** All pages known, the latest last. Never throws. */
export async function readRecords(): Promise<readonly TabRecord[]> {
  try {
    const found = (await browser.storage.session.get(key))[key];
    return Array.isArray(found) ? (found as TabRecord[]) : [];
  } catch {
    return [];
  }
}

/** What is known of the page in a tab; of the document with this token only, if one is given. */
export async function readRecord(tab: number, token?: string): Promise<TabRecord | undefined> {
  const record = (await readRecords()).find((one) => one.tab === tab);
  return token === undefined || record?.token === token ? record : undefined;
}

/** Takes what is new about a document; gives the record, joined with what was known of the same document. A document that follows in the tab replaces it. */
export function writeRecord(news: Partial<TabRecord> & Pick<TabRecord, 'tab' | 'token'>): Promise<TabRecord> {
  const next = last.then(() => write(news));
  last = next.catch(() => undefined);
  return next;
}

async function write(news: Partial<TabRecord> & Pick<TabRecord, 'tab' | 'token'>): Promise<TabRecord> {
  const records = await readRecords();
  const known = records.find(({ tab }) => tab === news.tab);
  const same = known?.token === news.token ? known : undefined;
  const record: TabRecord = { url: '', address: '', site: '', status: 'unread', incognito: false, ...same, ...news };
  if (news.status && news.status !== 'failed') delete record.failure;
  const kept = [...records.filter(({ tab }) => tab !== news.tab), record].slice(-maxRecords);
  await browser.storage.session.set({ [key]: kept }).catch(() => undefined);
  return record;
}
