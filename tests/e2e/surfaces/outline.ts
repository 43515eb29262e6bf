/** A page as assistive technology hears it: one line for each thing, indented as it is nested. The same on every machine, whatever its fonts. */
import type { Page, SerializedAXNode } from 'puppeteer-core';

const states = ['checked', 'disabled', 'expanded', 'pressed', 'selected', 'busy'] as const;

/** Roles and names, with the states that are on. */
export async function outlineOf(page: Page): Promise<string> {
  const tree = await page.accessibility.snapshot();
  return tree ? `${lines(tree, 0).join('\n')}\n` : '';
}

function lines(node: SerializedAXNode, depth: number): string[] {
  const on = states.flatMap((state) => (node[state] === undefined ? [] : [`${state}=${String(node[state])}`]));
  const value = node.value === undefined ? [] : [`= ${String(node.value)}`];
  return [[`${'  '.repeat(depth)}${node.role}`, JSON.stringify(node.name ?? ''), ...value, ...on].join(' '), ...(node.children ?? []).flatMap((child) => lines(child, depth + 1))];
}
