/** Finding names: what more of them cost, and what others take for the same. */
import { deserialize, serialize } from 'node:v8';
import AhoCorasick from 'modern-ahocorasick';
import type { Pack } from '../../../lib/model.ts';
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { interleave, ratio } from '../rounds.ts';
import { articleTimes, textWith } from '../texts.ts';
import { largePackOf, makeForms, packOf } from '../texts-made.ts';

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

/**
 * What finds the names of some forms in a text. Each has an engine of its own, as a reader's background has: a word keeps what the dataset says that asked last, and
 * two datasets that take turns would ask every word anew each time. Each run has a reading of its own, as a new article has: its tokens are there, which all
 * engines share, and nothing else.
 */
async function finder(another: Bench['another'], forms: readonly string[], text: string): Promise<() => unknown> {
  const core = await another();
  const dataset = core.createDataset([packOf(forms)]);
  const reading = core.readText(text);
  return () => core.matchEntities({ ...reading }, dataset);
}

const shared = 'ours with inflection and context on a text whose tokens are read, theirs without on the bare text';

async function run({ core, another, quick, rounds, say }: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  const most = quick ? 10_000 : 100_000;
  say(`matching: 60 and ${most} forms`);
  const all = makeForms(most);
  const few = all.slice(0, 60);
  const text = textWith(few, 75_000);
  // A run takes a millisecond: rounds enough that neither the compiler's work nor a collection of garbage decides which of the two is the slower one.
  const many = await finder(another, all, text);
  const finders = { few: await finder(another, few, text), many };
  const warm = await interleave(finders, { rounds: rounds * 20, warm: 150 });
  rows.push(row('matching', `names in 75 KB, from 60 to ${most.toLocaleString('en')} forms, warm`, ratio(warm.many, warm.few), { goal: 1.5, wants: 'down', unit: '×' }));
  const cold = await interleave(finders, { rounds: rounds * 5, warm: 3, before: emptyCaches });
  rows.push(row('matching', `the same with empty processor caches`, ratio(cold.many, cold.few), { goal: 2.5, wants: 'down', unit: '×' }));

  for (const [count, goal] of [[60, 1], [10_000, 2]] as const) {
    if (quick && count > 1000) continue;
    say(`matching: one RegExp of ${count} forms, warm`);
    const forms = all.slice(0, count);
    const here = textWith(forms, 75_000);
    const pattern = alternation(forms);
    const times = await interleave({ ours: await finder(another, forms, here), theirs: () => [...here.matchAll(pattern)] }, { rounds: rounds * 10, warm: 100 });
    rows.push(row('matching', `one Unicode-aware RegExp of ${count.toLocaleString('en')} forms, warm, to ours`, ratio(times.theirs, times.ours), { goal, wants: 'up', unit: '× slower', note: shared }));
  }

  for (const [count, goal] of [[1000, 3], [10_000, 20], [100_000, 100]] as const) {
    if (quick && count > 1000) continue;
    say(`matching: one RegExp of ${count} forms, compiled anew`);
    const forms = all.slice(0, count);
    const pack = packOf(forms);
    const own = await another();
    const tables = new Map([[pack.id, own.compileForms(pack.entities)]]);
    const short = articleTimes(1);
    const there = own.readText(short);
    const times = await interleave({
      ours: () => own.matchEntities({ ...there }, own.createDataset([pack], tables)), theirs: () => [...short.matchAll(alternation(forms))],
      // What is new each time is the pattern and the dataset; the engine itself has gone through a sample before, as a background that was woken has (`warm-up.ts`).
    }, { rounds: count > 10_000 ? rounds : rounds * 20, warm: count > 10_000 ? 5 : 50 });
    rows.push(row('matching', `one RegExp of ${count.toLocaleString('en')} forms, compiled and run on the seed article, to ours`, ratio(times.theirs, times.ours), { goal, wants: 'up', unit: '× slower', note: 'ours from the table that was compiled when the pack was built' }));
  }

  rows.push(...(await tableRows({ core, rounds, say }, all)), ...(await storedRows({ core, rounds, say }, all)));

  say('matching: modern-ahocorasick');
  const pattern = { forms: all.slice(0, 1000) };
  const peer = new AhoCorasick(pattern.forms);
  const where = textWith(pattern.forms, 75_000);
  const times = await interleave({ ours: await finder(another, pattern.forms, where), theirs: () => peer.search(where) }, { rounds: rounds * 10, warm: 100 });
  rows.push(row('matching', 'modern-ahocorasick with 1,000 forms, to ours', ratio(times.theirs, times.ours), { goal: 25, wants: 'up', unit: '× slower', note: 'theirs finds names inside words, too' }));
  return rows;
}

/** The dataset as one flat table against JSON of the same forms: size, until it can be used, until the first answer. */
async function tableRows({ core, rounds, say }: Pick<Bench, 'core' | 'rounds' | 'say'>, forms: readonly string[]): Promise<Row[]> {
  say('matching: the table of forms');
  const pack = packOf(forms);
  const buffer = core.compileForms(pack.entities);
  const table = new core.FormTable(buffer);
  const json = JSON.stringify(forms.map((form, at) => [form, at]));
  const words = articleTimes(1).split(/\s+/);
  const bytes = new Uint8Array(buffer);
  const isIn = (opened: typeof table, word: string): boolean => {
    const hash = core.joinHash(0, '', core.hashText(word.toLowerCase()));
    return opened.mayHold(hash) && opened.find(hash).some((entry) => opened.read(entry).text === word);
  };
  const times = await interleave({
    ours: () => new core.FormTable(bytes.slice().buffer).mayHold(0x1234_5678),
    theirs: () => JSON.parse(json) as unknown,
    oursAnswered: () => {
      const opened = new core.FormTable(bytes.slice().buffer);
      return words.filter((word) => isIn(opened, word)).length;
    },
    theirsAnswered: () => {
      const opened = new Map(JSON.parse(json) as [string, number][]);
      return words.filter((word) => opened.has(word)).length;
    },
  }, { rounds, warm: 2 });
  const many = forms.length.toLocaleString('en');
  return [
    row('matching', `bytes a form in the table of ${many}`, core.bytesPerForm(buffer), { goal: 13, wants: 'down', unit: 'bytes', note: 'beside its letters' }),
    row('matching', `${many} forms usable, to JSON.parse of the same`, ratio(times.ours, times.theirs), { goal: 0.15, wants: 'down', unit: '×', note: 'with a copy of the whole table, as a store gives it' }),
    row('matching', `${many} forms until the words of an article are looked up, to JSON and a Map`, ratio(times.oursAnswered, times.theirsAnswered), { goal: 0.45, wants: 'down', unit: '×' }),
  ];
}

/**
 * What a background does that was stopped and has an installed pack: it reads the row, as bytes of a structured clone, checks it, makes the dataset and looks for names. The
 * other one reads JSON of the same pack and looks the article's words up in a Map of all forms.
 */
async function storedRows({ core, rounds, say }: Pick<Bench, 'core' | 'rounds' | 'say'>, forms: readonly string[]): Promise<Row[]> {
  say('matching: a stored pack');
  const pack = largePackOf(forms);
  const stored = serialize({ id: pack.id, on: true, pack, forms: core.compileForms(pack.entities) });
  const json = JSON.stringify(pack);
  const text = articleTimes(1);
  const reading = core.readText(text);
  const words = text.split(/\s+/);
  const read = () => deserialize(stored) as { pack: Pack; forms: ArrayBuffer };
  const match = (of: Pack, table: ArrayBuffer): number => core.matchEntities({ ...reading }, core.createDataset([of], new Map([[of.id, table]]))).length;
  const times = await interleave({
    read: () => read(),
    believed: () => { const row = read(); return match(row.pack, row.forms); },
    checked: () => {
      const row = read();
      const parsed = core.parsePack(row.pack, core);
      if (!parsed.ok) throw new Error('the pack of the bench is no pack');
      return match(parsed.value, row.forms);
    },
    theirs: () => {
      const known = new Map((JSON.parse(json) as Pack).entities.flatMap((entity) => entity.forms.map((form) => [form.text, entity] as const)));
      return words.filter((word) => known.has(word)).length;
    },
  }, { rounds, warm: 2 });
  const what = `an installed pack of ${pack.entities.length.toLocaleString('en')} entities and ${forms.length.toLocaleString('en')} forms, from the store's bytes to the names of the seed article`;
  const bound = { goal: 0.45, wants: 'down', unit: '×', note: `to read the bytes alone: ${ratio(times.read, times.theirs).value.toFixed(2)}` } as const;
  return [
    row('matching', `${what}, checked as once while the browser runs, to JSON and a Map`, ratio(times.checked, times.theirs), bound),
    row('matching', `${what}, checked before, as each further time, to JSON and a Map`, ratio(times.believed, times.theirs), bound),
  ];
}

export const matching: Part = { name: 'matching', needs: 'node', run };
