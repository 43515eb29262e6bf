/** The toolbar button says in words how it stands with the page in a tab; only a failure also shows a sign. The browser takes both back at the next navigation. */
import { browser } from 'wxt/browser';
import type { PageStatus } from '../messages/calls.ts';
import { browserTexts } from '../texts/browser-texts.ts';

/** Takes a tab, its status and how many notes its page has. A tab that is gone is no fault. */
export async function showStatus(tab: number, status: PageStatus, notes = 0): Promise<void> {
  const failed = status === 'failed';
  await Promise.allSettled([
    browser.action.setTitle({ tabId: tab, title: titleOf(status, notes) }),
    browser.action.setBadgeText({ tabId: tab, text: failed ? '!' : '' }),
    ...(failed ? [browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#8a1c1c' })] : []),
  ]);
}

function titleOf(status: PageStatus, notes: number): string {
  const { t, number } = browserTexts();
  switch (status) {
    case 'annotated':
      return t('action.annotated', [number(notes)]);
    case 'skipped':
      return t('action.skipped');
    case 'off':
      return t('action.off');
    case 'failed':
      return t('action.failed');
    case 'unread':
    case 'not-allowed':
      return t('extension.name');
  }
}
