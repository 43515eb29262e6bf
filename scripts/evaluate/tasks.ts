/** Every row of the evaluation: which figure, its goal, and how it comes about. */
import { readFileSync } from 'node:fs';
import type { AnnotationDocument } from '../../lib/model.ts';
import { annotateTask, claimPlaces, goldLines, inSlice, score, scratchFile, type Slice, type Task } from './benchmarks.ts';
import { attributionFaults } from './attribution-faults.ts';
import { annotateByPeer } from './peers.ts';
import { seedFigures } from './seed-figures.ts';

export interface Figure {
  task: string;
  figure: string;
  value: number;
  goal: number;
  /** `up`: at least the goal; `down`: at most. */
  wants: 'up' | 'down';
  slice: Slice | 'seed';
}

export interface Evaluation {
  figures: Figure[];
  /** The faults behind a task's figures; of the read slice only, where there is an unread one (of which the kinds may be counted). */
  faults: Record<string, readonly string[]>;
}

type Scores = Record<string, never> & { f1: number; precision: number; recall: number };

const up = (task: string, slice: Figure['slice'], rows: readonly (readonly [string, unknown, number])[]): Figure[] =>
  rows.map(([figure, value, goal]) => ({ task, figure, value: Number(value), goal, wants: 'up', slice }));

const down = (task: string, slice: Figure['slice'], rows: readonly (readonly [string, number, number])[]): Figure[] =>
  rows.map(([figure, value, goal]) => ({ task, figure, value, goal, wants: 'down', slice }));

/** Runs everything; `seed` is the annotated seed article. */
export async function evaluate(command: string, seed: AnnotationDocument): Promise<Evaluation> {
  const figures: Figure[] = [];
  const faults: Record<string, readonly string[]> = {};
  const slices: readonly Slice[] = ['unread', 'read'];

  const attribution = await annotateTask(command, 'attribution');
  for (const slice of slices) {
    const scores = score('attribution', attribution, slice) as unknown as { span: Scores; words: Scores; speakerAccuracy: number; cueAccuracy: number; typeAccuracy: number; perType: Record<string, { recall: number }> };
    figures.push(
      ...up('attribution', slice, [
        ['span F1', scores.span.f1, 0.78],
        ['direct recall', scores.perType['direct']?.recall ?? 0, 0.92],
        ['words F1', scores.words.f1, 0.83],
        ['speaker right', scores.speakerAccuracy, 0.8],
        ['cue right', scores.cueAccuracy, 0.92],
        ['type right', scores.typeAccuracy, 0.96],
      ]),
    );
  }

  faults['attribution'] = attributionFaults(attribution);

  const topic = await annotateTask(command, 'topic');
  for (const slice of slices) figures.push(...up('topic', slice, [['F1 on Web', (score('topic', topic, slice) as { tech: unknown } as { tech: Scores }).tech.f1, 0.9]]));

  const own = seedFigures(seed);
  faults['seed'] = own.faults;
  const entities = score('entities', await annotateTask(command, 'entities'), 'all') as unknown as { mentions: Scores; faults: string[] };
  faults['entities'] = entities.faults;
  figures.push(...up('entities', 'all', [['trap set F1', entities.mentions.f1, 0.97]]), ...up('entities', 'seed', [['F1', own.entityF1, 0.98], ['claims supported', own.claimsSupported, 65]]));

  const seedFile = scratchFile('seed.json', JSON.stringify(seed));
  const claims = score('claims', await annotateTask(command, 'claims'), 'all', [claimPlaces, seedFile]) as unknown as { accuracy: number; faults: string[] };
  faults['claims'] = claims.faults;
  figures.push(
    ...up('claims', 'all', [['three-way accuracy', claims.accuracy, 0.85]]),
    ...down('claims', 'all', [['contradictions called support', claims.faults.filter((fault) => /expected \S+ contradicts, got .*"supports"/.test(fault)).length, 0]]),
  );

  await extraction(command, figures, faults, slices);

  const perThousand = (kinds: readonly string[], slice: Slice): number => ratePerThousand('attribution', attribution, kinds, slice);
  for (const slice of slices) figures.push(...down('bias', slice, [['notes per 1,000 words', perThousand(['bias'], slice), 1.5]]));
  figures.push(...up('bias', 'seed', [['notes', own.biasNotes, 12], ['recall of plain cases', own.biasRecall, 0.9]]), ...up('language', 'seed', [['recall of plain slips', own.slipRecall, 0.5]]));
  for (const slice of slices) figures.push(...down('language', slice, [['notes per 1,000 words', perThousand(['language', 'consistency'], slice), 0.2]]));
  return { figures, faults };
}

async function extraction(command: string, figures: Figure[], faults: Record<string, readonly string[]>, slices: readonly Slice[]): Promise<void> {
  const ours = await annotateTask(command, 'extract');
  const readability = await annotateByPeer('readability');
  const defuddle = await annotateByPeer('defuddle');
  for (const slice of slices) {
    const scores = score('extract', ours, slice) as unknown as { f1: number; article: number; title: number; worst: string[] };
    if (slice === 'read') faults['extract'] = scores.worst;
    const peers = Math.max(...[readability, defuddle].map((file) => (score('extract', file, slice) as unknown as { f1: number }).f1));
    figures.push(...up('extraction', slice, [['4-gram F1', scores.f1, 0.95], ['F1 above the better peer’s', scores.f1 - peers, 0.001], ['called an article', scores.article, 0.98], ['title right', scores.title, 0.85]]));
  }
}

/** Notes of these kinds per 1,000 words of a task's texts. */
function ratePerThousand(task: Task, predicted: string, kinds: readonly string[], slice: Slice): number {
  const wanted = new Set(goldLines(task).flatMap((line, index) => (inSlice(slice, index) ? [(JSON.parse(line) as { id: string }).id] : [])));
  let notes = 0;
  let words = 0;
  for (const line of readFileSync(predicted, 'utf8').split('\n').filter(Boolean)) {
    const document = JSON.parse(line) as AnnotationDocument;
    if (!wanted.has(document.id)) continue;
    words += document.summary.words;
    notes += document.notes.filter((note) => kinds.includes(note.kind)).length;
  }
  return (1000 * notes) / words;
}
