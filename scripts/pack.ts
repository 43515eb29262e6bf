/** `npm run pack`: builds the commands when their sources have changed, then runs this one. */
import { pathToFileURL } from 'node:url';
import { buildCommand } from './build-command.ts';

const { main } = (await import(pathToFileURL(await buildCommand('pack')).href)) as { main: (words: readonly string[]) => Promise<number> };
process.exitCode = await main(process.argv.slice(2));
