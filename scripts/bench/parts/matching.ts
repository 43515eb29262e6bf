/** Finding names: what more of them cost, and what others take for the same. */
import AhoCorasick from 'modern-ahocorasick';
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { interleave, ratio } from '../rounds.ts';
import { textWith } from '../texts.ts';
import { makeForms, packOf } from '../texts-made.ts';

/** Larger than any cache here: walking through it leaves nothing of a data structure warm. */
const pile = new Uint8Array(64 * 1024 * 1024);

function emptyCaches(): number {
  let sum = 0;
  for (let at = 0; at < pile.length; at += 64) sum += pile[at]! += 1;
  return sum;
}

/** One Unicode-aware alternation, longest first, as one would write it by hand. */
function alternation(forms: readonly string[]): RegExp {
  const escaped = forms.toSorted((a, b) => b.length - a.length).map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

async function run({ core, quick, rounds, say }: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  const most = quick ? 10_000 : 100_000;
  say(`matching: 60 and ${most} forms`);
  const all = makeForms(most);
  const few = all.slice(0, 60);
  const text = textWith(few, 75_000);
  const reading = core.readText(text);
  const datasets = { few: core.createDataset([packOf(few)]), many: core.createDataset([packOf(all)]) };
  const warm = await interleave({ few: () => core.matchEntities(reading, datasets.few), many: () => core.matchEntities(reading, datasets.many) }, { rounds: rounds * 3, warm: 10 });
  rows.push(row('matching', `names in 75 KB, from 60 to ${most.toLocaleString('en')} forms, warm`, ratio(warm.many, warm.few), { goal: 1.5, wants: 'down', unit: '×' }));
  const cold = await interleave({ few: () => core.matchEntities(reading, datasets.few), many: () => core.matchEntities(reading, datasets.many) }, { rounds: rounds * 3, warm: 3, before: emptyCaches });
  rows.push(row('matching', `the same with empty processor caches`, ratio(cold.many, cold.few), { goal: 2.5, wants: 'down', unit: '×' }));

  for (const [count, goal] of [[60, 1], [10_000, 2]] as const) {
    if (quick && count > 1000) continue;
    say(`matching: one RegExp of ${count} forms, warm`);
    const forms = all.slice(0, count);
    const here = textWith(forms, 75_000);
    const there = core.readText(here);
    const dataset = core.createDataset([packOf(forms)]);
    const pattern = alternation(forms);
    const times = await interleave({ ours: () => core.matchEntities(there, dataset), theirs: () => [...here.matchAll(pattern)] }, { rounds, warm: 3 });
    rows.push(row('matching', `one Unicode-aware RegExp of ${count.toLocaleString('en')} forms, warm, to ours`, ratio(times.theirs, times.ours), { goal, wants: 'up', unit: '× slower', note: 'ours with inflection and context, theirs without' }));
  }

  say('matching: modern-ahocorasick');
  const pattern = { forms: all.slice(0, 1000) };
  const peer = new AhoCorasick(pattern.forms);
  const mine = core.createDataset([packOf(pattern.forms)]);
  const where = textWith(pattern.forms, 75_000);
  const read = core.readText(where);
  const times = await interleave({ ours: () => core.matchEntities(read, mine), theirs: () => peer.search(where) }, { rounds, warm: 3 });
  rows.push(row('matching', 'modern-ahocorasick with 1,000 forms, to ours', ratio(times.theirs, times.ours), { goal: 25, wants: 'up', unit: '× slower', note: 'theirs finds names inside words, too' }));
  return rows;
}

export const matching: Part = { name: 'matching', needs: 'node', run };
