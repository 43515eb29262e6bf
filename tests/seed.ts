/** Property tests take the same cases each time, so that a run says something of the change and not of chance; `RANDNOTIZ_SEED` gives others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['RANDNOTIZ_SEED'] ?? 1) });
