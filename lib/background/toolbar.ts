/** The toolbar button says how it stands with the page in a tab: the title in words, the badge as short as it gets. The browser takes both back at the next navigation. */
import { browser } from 'wxt/browser';
import type { PageStatus } from '../messages/calls.ts';
import type { PageVerdict } from '../model.ts';
import { browserTexts } from '../texts/browser-texts.ts';
import type { TextKey } from '../texts/texts.ts';

/** What a page was held for. */
type Verdict = Pick<PageVerdict, 'language' | 'article' | 'tech'>;

/** More than these the badge has no room for. */
const mostCounted = 999;

/** Takes a tab, its status, how many notes its page has, and what it was held for. A tab that is gone is no fault. */
export async function showStatus(tab: number, status: PageStatus, notes = 0, verdict?: Verdict): Promise<void> {
  const [title, text] = wordsOf(status, notes, verdict);
  await Promise.allSettled([
    browser.action.setTitle({ tabId: tab, title }),
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color: status === 'failed' ? '#8a1c1c' : '#655f55' }),
  ]);
}

/** Title and badge. */
function wordsOf(status: PageStatus, notes: number, verdict: Verdict | undefined): [title: string, badge: string] {
  const { t, number } = browserTexts();
  switch (status) {
    case 'annotated':
      return [t('action.annotated', [number(notes)], notes), notes > mostCounted ? `${mostCounted}+` : String(notes)];
    case 'skipped':
      return [t(verdict ? skippedFor(verdict) : 'action.skipped'), '–'];
    case 'off':
      return [t('action.off'), t('action.off_badge')];
    case 'failed':
      return [t('action.failed'), '!'];
    case 'not-allowed':
      return [t('action.not_allowed'), '?'];
    case 'unread':
      return [t('extension.name'), ''];
  }
}

/** The first thing that is missing: the language, an article, the topic. */
function skippedFor({ language, article, tech }: Verdict): TextKey {
  if (language !== 'und' && !language.startsWith('de')) return 'action.not_german';
  if (!article) return 'action.no_article';
  return tech ? 'action.skipped' : 'action.no_tech';
}
