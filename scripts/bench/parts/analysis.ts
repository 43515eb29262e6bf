/** The whole analysis (every engine) against the least that a reader of text must do: touch each character, cut sentences. */
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { interleave, ratio } from '../rounds.ts';
import { articleOf, articleTimes } from '../texts.ts';

const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });

/** Sums every code unit and every sentence's beginning. */
function floor(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  for (const sentence of segmenter.segment(text)) sum += sentence.index;
  return sum;
}

async function run({ core, quick, rounds, say }: Bench): Promise<Row[]> {
  const dataset = core.createDataset(core.bundledPacks);
  const annotate = (text: string): unknown => core.annotate({ text, signals: {} }, dataset, { force: true });
  const seed = articleTimes(1);
  const rows: Row[] = [];

  say('analysis: seed article');
  const seedTimes = await interleave({ ours: () => annotate(seed), floor: () => floor(seed) }, { rounds: rounds * 3, warm: 30 });
  rows.push(row('analysis', 'every engine on the seed article, warm', ratio(seedTimes.ours, seedTimes.floor), { goal: 40, wants: 'down', unit: '× charCodeAt loop + Intl.Segmenter' }));

  say('analysis: 10 KB and 1 MB');
  const small = articleOf(10_000);
  const large = articleOf(quick ? 250_000 : 1_000_000);
  const sizes = await interleave({ small: () => { for (let run = 0; run < 10; run += 1) annotate(small); }, large: () => annotate(large) }, { rounds, warm: 1 });
  rows.push(row('analysis', `time a character, ${Math.round(large.length / 1000)} KB to 10 KB`, ratio(sizes.large, sizes.small, (10 * small.length) / large.length), { goal: 1.5, wants: 'down', unit: '×' }));

  if (!quick) {
    say('analysis: 8 MB');
    const huge = articleOf(8_000_000);
    const times = await interleave({ large: () => annotate(large), huge: () => annotate(huge) }, { rounds: 9, warm: 0 });
    rows.push(row('analysis', 'time a character, 8 MB to 1 MB', ratio(times.huge, times.large, large.length / huge.length), { goal: 1.5, wants: 'down', unit: '×' }));
  }

  say('analysis: hostile text');
  const size = quick ? 100_000 : 1_000_000;
  const hostile = { 'opening quotation marks': '„', 'opening brackets': '(', commas: ',', 'closing quotation marks': '“', 'words without an end': 'a', 'capitals without a full stop': 'Nordwerk ' };
  for (const [name, unit] of Object.entries(hostile)) {
    const times = await interleave({
      short: () => core.readText(unit.repeat(size / 10 / unit.length)), long: () => core.readText(unit.repeat(size / unit.length)),
    }, { rounds, warm: 1 });
    rows.push(row('analysis', `reading ${(size / 1e6).toFixed(1)} MB of ${name}: time a character to a tenth of it`, ratio(times.long, times.short, 0.1), { goal: 2, wants: 'down', unit: '×' }));
  }
  return rows;
}

export const analysis: Part = { name: 'analysis', needs: 'node', run };
