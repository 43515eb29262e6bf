/** The whole analysis (every engine) against the least that a reader of text must do: touch each character, cut sentences. */
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { interleave, ratio, warmUp } from '../rounds.ts';
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
  const dataset = core.createDataset(core.bundledPacks, core.bundledTables);
  const annotate = (text: string): unknown => core.annotate({ text, signals: {} }, dataset, { force: true });
  const seed = articleTimes(1);
  const rows: Row[] = [];

  say('analysis: seed article');
  const seedTasks = { ours: () => annotate(seed), floor: () => floor(seed) };
  const warm = await warmUp(seedTasks, quick ? 400 : undefined);
  const seedTimes = await interleave(seedTasks, { rounds: rounds * 5, warm: 0 });
  rows.push(row('analysis', 'every engine on the seed article, warm', ratio(seedTimes.ours, seedTimes.floor), { goal: 40, wants: 'down', unit: '× charCodeAt loop + Intl.Segmenter', note: `after ${warm.toLocaleString('en')} rounds: ${quick ? 'the short form warms up no longer' : 'until neither became faster, 4,000 at most'}` }));

  say('analysis: 10 KB and 1 MB');
  const small = articleOf(10_000);
  const large = articleOf(quick ? 250_000 : 1_000_000);
  const sizes = await interleave({ small: () => { for (let run = 0; run < 10; run += 1) annotate(small); }, large: () => annotate(large) }, { rounds, warm: 1 });
  rows.push(row('analysis', `time a character, ${Math.round(large.length / 1000)} KB to 10 KB`, ratio(sizes.large, sizes.small, (10 * small.length) / large.length), { goal: 1.5, wants: 'down', unit: '×' }));

  say('analysis: the curve');
  const lengths = quick ? [10_000, 100_000] : [10_000, 30_000, 100_000, 300_000, 1_000_000];
  const texts = Object.fromEntries(lengths.map((length) => [String(length), articleOf(length)]));
  const curve = await interleave(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, () => annotate(text)])), { rounds, warm: 1 });
  const first = String(lengths[0]);
  for (const name of Object.keys(texts).slice(1)) {
    rows.push(row('analysis', `the curve: time a character at ${Number(name) / 1000} KB to 10 KB`, ratio(curve[name]!, curve[first]!, texts[first]!.length / texts[name]!.length), { goal: 1.5, wants: 'down', unit: '×' }));
  }

  if (!quick) {
    say('analysis: 8 MB');
    const huge = articleOf(8_000_000);
    const times = await interleave({ large: () => annotate(large), huge: () => annotate(huge) }, { rounds: 9, warm: 0 });
    rows.push(row('analysis', 'time a character, 8 MB to 1 MB', ratio(times.huge, times.large, large.length / huge.length), { goal: 1.5, wants: 'down', unit: '×' }));
  }

  say('analysis: hostile text, every engine');
  const length = quick ? 20_000 : 100_000;
  const mixed = `${seed} The company said it had raised $6.2 billion. Компания заявила. 会社は発表した。 قالت الشركة. `;
  const whole: Readonly<Record<string, (size: number) => string>> = {
    'no full stop': (size) => articleOf(size * 2).replaceAll(/[.!?…\n]/g, ' ').slice(0, size),
    'nested quotation marks': (size) => `${'„»'.repeat(size / 40)}${'Wort '.repeat(size / 6)}${'«“'.repeat(size / 40)}`,
    'quotation marks alone': (size) => '„“»«"'.repeat(size / 5),
    'one verb over and over': (size) => 'hat '.repeat(size / 4),
    'capitals alone': (size) => 'Haus Projekt '.repeat(size / 13),
    'mixed languages': (size) => mixed.repeat(Math.ceil(size / mixed.length)).slice(0, size),
  };
  for (const [name, make] of Object.entries(whole)) {
    const [short, long] = [make(length), make(length * 10)];
    const times = await interleave({ short: () => { for (let run = 0; run < 10; run += 1) annotate(short); }, long: () => annotate(long) }, { rounds, warm: 1 });
    rows.push(row('analysis', `every engine on ${(long.length / 1e6).toFixed(1)} MB of ${name}: time a character to a tenth of it`, ratio(times.long, times.short, (10 * short.length) / long.length), { goal: 1.5, wants: 'down', unit: '×' }));
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
