/** One concept, two names: `physikalische KI` here and `physische KI` there. A reader cannot know that both mean the same. */
import type { ConsistencyNote, Draft, EntityNote } from '../model.ts';
import { discord } from './discord.ts';

const adjectiveEnding = /(?:e|en|er|es|em)$/;

/** Compares the names of each concept; abbreviations and shorter forms have another number of words and are left alone. */
export function findTermDiscord(text: string, entities: readonly Draft<EntityNote>[]): Draft<ConsistencyNote>[] {
  const first = new Map<string, { words: readonly string[]; note: Draft<EntityNote> }>();
  const noted = new Set<string>();
  return entities.filter((note) => note.type === 'concept').flatMap((note) => {
    const words = wordsOf(text.slice(note.begin, note.end));
    const key = `${note.entity}|${words.length}`;
    const known = first.get(key);
    if (!known) {
      first.set(key, { words, note });
      return [];
    }
    if (words.length < 2 || noted.has(key) || !differInOne(known.words, words)) return [];
    noted.add(key);
    return [discord(text, 'consistency.term', [[known.note.begin, known.note.end], [note.begin, note.end]])];
  });
}

/** Lower case, without the ending of an adjective. */
function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/\s+/).map((word) => word.replace(adjectiveEnding, ''));
}

/** The same last word, and one other word that differs. */
function differInOne(a: readonly string[], b: readonly string[]): boolean {
  return a.at(-1) === b.at(-1) && a.filter((word, index) => word !== b[index]).length === 1;
}
