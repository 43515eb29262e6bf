import { expect, test } from 'vitest';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { matchEntities } from '../../lib/match/match-entities.ts';
import { readText } from '../../lib/text/read-text.ts';
import { loadReading, seedArticle } from '../reading/load.ts';

test('the names of the seed article are found as a careful reader marks them: F1 at least 0.98', () => {
  const text = seedArticle();
  const { mentions } = loadReading(text);
  const read = mentions.filter((mention) => !mention.may);
  const named = new Set(mentions.map((mention) => mention.entity));
  const may = mentions.filter((mention) => mention.may);
  const found = matchEntities(readText(text), createDataset(bundledPacks)).filter((note) => named.has(note.entity) && !may.some((mention) => mention.begin < note.end && note.begin < mention.end));
  const isRead = (note: (typeof found)[number]): boolean =>
    read.some((mention) => mention.begin === note.begin && mention.entity === note.entity && (mention.end === note.end || mention.otherEnd === note.end));
  const wrong = found.filter((note) => !isRead(note)).map((note) => `${note.entity} at ${note.begin}: ${text.slice(note.begin, note.end)}`);
  const right = found.length - wrong.length;
  const f1 = (2 * right) / (found.length + read.length);
  expect({ good: f1 >= 0.98, wrong: f1 >= 0.98 ? [] : wrong }).toEqual({ good: true, wrong: [] });
});
