/** Pictures of every story, in both themes and languages, narrow and wide: to look at, and to compare before and after a change. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStories, type StoryLook } from './open-stories.ts';

/** The looks that a story is pictured in. */
export const looks: readonly StoryLook[] = [
  { language: 'de', theme: 'light', width: 380 },
  { language: 'en', theme: 'dark', width: 320 },
];

/** Takes a folder; writes a picture of each story in each look there, and says which differ from those that lay there before. */
export async function takePictures(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const stories = await openStories();
  const changed: string[] = [];
  try {
    for (const name of stories.names) {
      for (const look of looks) {
        const page = await stories.show(name, look);
        const file = join(folder, `${name}-${look.language}-${look.theme}-${look.width}.png`);
        const picture = await page.screenshot({ fullPage: true });
        if (existsSync(file) && hash(readFileSync(file)) !== hash(picture)) changed.push(file);
        writeFileSync(file, picture);
      }
    }
  } finally {
    await stories.close();
  }
  return changed;
}

function hash(picture: Uint8Array): string {
  return createHash('sha256').update(picture).digest('hex');
}
