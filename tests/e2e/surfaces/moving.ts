/** What moves on a page of ours, one line each: transitions, animations and smooth scrolling, of elements and of what stands before and after them. */
import type { Page } from 'puppeteer-core';

/** An expression for a document or a shadow root: what moves in it. */
export const movingIn = (root: string): string => `[...${root}.querySelectorAll('*')].flatMap((one) => [null, '::before', '::after'].flatMap((part) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, part);
  const still = /^0s(?:, 0s)*$/.test(transitionDuration) && animationName === 'none' && scrollBehavior === 'auto';
  return still ? [] : [one.localName + '.' + one.className + (part ?? '') + ' ' + transitionDuration + ' ' + animationName];
}))`;

/** Everything that moves on a page; empty when it stands still. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(movingIn('document')) as Promise<string[]>;
}
