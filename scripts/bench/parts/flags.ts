/** A reader's own claims, very many of them: found on a page, and searched in the notebook. */
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { interleave, plain, ratio } from '../rounds.ts';
import { articleTimes, makeFlags } from '../texts.ts';

async function run({ core, quick, rounds, say }: Bench): Promise<Row[]> {
  const count = quick ? 10_000 : 100_000;
  say(`flags: ${count}`);
  const many = makeFlags(count);
  const few = many.slice(0, 60);
  const dataset = core.createDataset(core.bundledPacks);
  const reading = core.readText(articleTimes(1));
  const entities = core.matchEntities(reading, dataset);
  const one = (flags: typeof many) => (): unknown => core.matchFlags(reading, entities, flags, dataset);
  const times = await interleave({ few: one(few), many: one(many) }, { rounds: rounds * 2, warm: 3 });
  const rows = [
    row('flags', `the ${count.toLocaleString('en')} flags looked for in the seed article, warm`, plain(times.many), { goal: 2, wants: 'down', unit: 'ms' }),
    row('flags', `the same, from 60 to ${count.toLocaleString('en')} flags`, ratio(times.many, times.few), { goal: 1.5, wants: 'down', unit: '×', note: 'popup and article in the browser, with as many against ten: npm run test:load' }),
  ];

  say('flags: notebook search');
  const index = core.createSearchIndex();
  index.put(many);
  const queries = ['s', 'sa', 'sat', 'satelliten', 'roboter nord', 'gibtesnicht', '4711 modelle', 'grun', 'süß'];
  const searches = await interleave(Object.fromEntries(queries.map((query) => [query, () => index.find(query)])), { rounds, warm: 2 });
  const slowest = queries.map((query) => plain(searches[query]!)).toSorted((a, b) => b.value - a.value)[0]!;
  rows.push(row('flags', `notebook search over ${count.toLocaleString('en')} flags, the slowest of ${queries.length} queries`, slowest, { goal: 50, wants: 'down', unit: 'ms' }));
  return rows;
}

export const flags: Part = { name: 'flags', needs: 'node', run };
