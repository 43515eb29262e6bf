/**
 * `npm run stories`: serves every component in every state on loopback. `--build` writes them to `.output/stories/` instead; `--pictures` takes a
 * picture of each into `.output/story-pictures/` and names those that differ from the last ones, so that a change is looked at before and after.
 */
import { resolve } from 'node:path';
import { build, createServer } from 'vite';
import { storiesConfig } from './stories/stories-config.ts';
import { takePictures } from './stories/take-pictures.ts';

const output = resolve(import.meta.dirname, '../.output');

if (process.argv.includes('--build')) {
  await build(storiesConfig());
  console.log('Stories: .output/stories/index.html (serve the folder; browsers load no modules from file:).');
} else if (process.argv.includes('--pictures')) {
  const changed = await takePictures(resolve(output, 'story-pictures'));
  console.log(changed.length > 0 ? `Different from the last pictures:\n${changed.join('\n')}` : 'Pictures: .output/story-pictures/; none differs from the last ones.');
} else {
  const server = await createServer(storiesConfig());
  await server.listen();
  server.printUrls();
}
