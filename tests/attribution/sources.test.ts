import { describe, expect, it } from 'vitest';
import { classOfSource } from '../../lib/attribution/source-class.ts';
import { notesOf } from './found.ts';

describe('classes of sources', () => {
  it.each([
    ['Ministerin Eva Roth', 'named'],
    ['Roth', 'named'],
    ['der Minister', 'named'],
    ['mehrere Insider', 'anonymous'],
    ['Angaben von Insiderquellen', 'anonymous'],
    ['informierten Kreisen', 'anonymous'],
    ['mit der Sache vertraute Personen', 'anonymous'],
    ['ein Mitarbeiter', 'anonymous'],
    ['Beobachter', 'collective'],
    ['die Internet-Nutzer', 'collective'],
    ['Der Internet-Nutzer Eva Roth', 'named'],
    ['Kritiker', 'collective'],
    ['das Ministerium', 'institution'],
    ['Angaben der Polizei', 'institution'],
    ['eine Sprecherin des Ministeriums', 'institution'],
    ['die Zeitung „Nordpost“', 'media'],
    ['Medienberichten', 'media'],
    ['Hinweise', 'anonymous'],
    ['Der Vorwurf', 'anonymous'],
    ['', 'none'],
  ])('%s: %s', (words, expected) => expect(classOfSource(words)).toBe(expected));
});

describe('whom a pronoun means', () => {
  it('goes back to the last person who fits', () => {
    const [, second] = notesOf('Gründer Jan Kern sagte, er bleibe. Er betonte, dass er viel vorhabe.');
    expect(second).toMatchObject({ speakerName: 'Jan Kern', source: 'named' });
  });

  it('leaves a plural alone', () => {
    const [, second] = notesOf('Gründer Jan Kern sagte, er bleibe. Sie hoffen, bald zu gewinnen.');
    expect(second!.speakerName).toBeUndefined();
  });

  it('links the source behind a source', () => {
    const notes = notesOf('Der Verkauf steht bevor, berichtet die „Nordpost“ unter Berufung auf zwei Insider.');
    expect(notes[0]!.chain).toEqual([1]);
    expect(notes.map((note) => note.source)).toEqual(['media', 'anonymous']);
  });
});
