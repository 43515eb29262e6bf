/** What all commands share: reading their words, the help text, standard output that may be closed early, one line for a fault, the exit status. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Fault, oneLine } from './fault.ts';

/**
 * Runs one command and gives its exit status: what `run` gives, 0 for help, a `Fault`'s own status, 1 for anything else that is thrown.
 * `read` turns the words into an order, or into `undefined` where help is asked for.
 */
export async function runCommand<Order>(name: string, usage: string, read: () => Order | undefined, run: (order: Order) => Promise<number>): Promise<number> {
  // A reader that has seen enough (`| head -1`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    const order = read();
    if (order !== undefined) return await run(order);
    process.stdout.write(usage);
    return 0;
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Fault ? error.message : oneLine(error)}\n`);
    return error instanceof Fault ? error.status : 1;
  }
}

/** Parses a command's words as `parseArgs` does, positionals allowed; throws a `Fault` of status 2 in one sentence. */
export function parseWords<const Options extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw new Fault('usage', `${(error as Error).message.split('. ')[0]}. See --help.`, 2);
  }
}

/** Writes to standard output; resolves when it is written, so that a slow reader holds the command back. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}
