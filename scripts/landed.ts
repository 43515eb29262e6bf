/** `npm run landed`: measures the project's own texts and raises the landed values in `tests/landed/figures.json`; `-- --lower` writes the figures as they are, lower ones too. */
import { spawnSync } from 'node:child_process';

const order = process.argv.includes('--lower') ? 'lower' : 'raise';
const done = spawnSync('npx', ['vitest', 'run', '--project', 'unit', 'tests/landed'], { stdio: 'inherit', env: { ...process.env, RANDNOTIZ_LANDED: order }, shell: process.platform === 'win32' });
// The first run compares with the values before; what counts is that the file was written.
process.exitCode = done.error === undefined ? 0 : 1;
