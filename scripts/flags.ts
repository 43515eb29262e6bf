/** `npm run flags`: builds the command when its sources have changed, then runs it. */
import { pathToFileURL } from 'node:url';
import { buildCommand } from './build-command.ts';

const { main } = (await import(pathToFileURL(await buildCommand('flags')).href)) as { main: (words: readonly string[]) => Promise<number> };
process.exitCode = await main(process.argv.slice(2));
