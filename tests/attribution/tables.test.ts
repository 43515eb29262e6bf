import { describe, expect, it } from 'vitest';
import cues from '../../lib/attribution/cues.yml';
import { attributionRules } from '../../lib/attribution/attribute.ts';
import sources from '../../lib/attribution/sources.yml';
import abbreviations from '../../lib/text/abbreviations.yml';
import functionWords from '../../lib/text/function-words.yml';
import verbs from '../../lib/text/verbs.yml';

/** German order: umlauts with their vowels. */
function key(word: string): string {
  return word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss');
}

function tidy(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a < b ? -1 : 1));
}

const lists: [string, readonly string[]][] = [
  ...Object.entries(sources as Record<string, string[]>),
  ...Object.entries(functionWords as Record<string, string[]>),
  ...Object.entries(abbreviations as Record<string, string[]>),
  ['weak', (verbs as { weak: string[] }).weak],
  ['not_verbs', (verbs as { not_verbs: string[] }).not_verbs],
  ...(['verbs', 'with', 'reported'] as const).map((name): [string, string[]] => [name, Object.keys((cues as Record<string, object>)[name]!)]),
  ...(['nouns', 'calling_verbs', 'demand_nouns', 'judging_verbs', 'naming_verbs', 'not_speakers', 'replying_verbs', 'title_nouns', 'word_nouns'] as const).map((name): [string, string[]] => [name, (cues as Record<string, string[]>)[name]!]),
];

describe('word tables', () => {
  it.each(lists)('%s is sorted, unique, in small letters and without stray spaces', (_name, words) => {
    expect(words).toEqual(tidy(words));
    for (const word of words) expect(word).toBe(word.trim().toLowerCase());
  });

  it('uses only known complements', () => {
    for (const [verb, takes] of Object.entries((cues as { verbs: Record<string, string> }).verbs)) expect(takes, verb).toMatch(/^[dkqzpi]+$/);
  });

  it('lists each rule once, sorted', () => {
    const ids = attributionRules.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const rule of attributionRules) expect(rule.doc.endsWith('.')).toBe(true);
  });
});
