import { describe, expect, it } from 'vitest';
import { pointsElsewhere } from '../../lib/page/block-wording.ts';
import { words } from '../../lib/page/noise.ts';

/** As a template may set it: with a capital, in capitals, with spaces that do not break, with marks between the words. */
function settings(words: string): string[] {
  return [words, words[0]!.toUpperCase() + words.slice(1), words.toUpperCase(), words.replaceAll(' ', '\u00A0')];
}

describe('every row of the tables is found by its quick look', () => {
  it.each(words.notices)('notice: %s', (notice) => {
    for (const set of settings(notice).slice(0, 3)) expect(pointsElsewhere(`Hier steht ${set} und mehr.`), set).toBe(true);
  });

  it.each(words.invitations)('invitation: %s', (invitation) => {
    for (const set of settings(invitation).slice(0, 3)) expect(pointsElsewhere(`Unser Podcast: ${set} und mehr.`), set).toBe(true);
  });

  it.each(words.openings)('opening: %s', (opening) => {
    for (const set of [...settings(opening), opening.replace(' ', ', „')]) expect(pointsElsewhere(`„${set} – und mehr.`), set).toBe(true);
  });

  it.each(words.labels)('label: %s', (label) => {
    for (const set of settings(label)) for (const end of ['', ': Name', ' | Name']) expect(pointsElsewhere(set.replace('\u00A0', ' ') + end), set + end).toBe(true);
  });
});

describe('prose that begins like an opening', () => {
  it.each(['Dieser Schritt war lange geplant.', 'Sie hoffen auf mehr.', 'Die Software der Firmen läuft.', 'Mehrere Formen gibt es.', 'Über den Plan sprach niemand.'])('stays: %s', (text) => {
    expect(pointsElsewhere(text)).toBe(false);
  });
});
