/** The annotated seed article against the committed careful reading. */
import type { AnnotationDocument, BiasCategory } from '../../lib/model.ts';
import { loadReading } from '../../tests/reading/load.ts';

export interface SeedFigures {
  entityF1: number;
  claimsSupported: number;
  biasNotes: number;
  biasRecall: number;
  slipRecall: number;
  faults: string[];
}

/** The categories of the plain cases: what a careful reader would not argue about. */
const plainCategories: ReadonlySet<BiasCategory> = new Set<BiasCategory>(['scare-quotes', 'mockery', 'hype', 'presumption', 'rhetorical-question', 'unsourced-comparison']);

const overlaps = (a: { begin: number; end: number }, [begin, end]: readonly [number, number]): boolean => a.begin < end && begin < a.end;

/** Compares a document of the seed article with the reading. */
export function seedFigures(document: AnnotationDocument): SeedFigures {
  const reading = loadReading(document.text);
  const faults: string[] = [];
  const notes = document.notes;

  const may = reading.mentions.filter((one) => one.may);
  const must = reading.mentions.filter((one) => !one.may);
  const entities = notes.filter((note) => note.kind === 'entity').filter((note) => !may.some((one) => overlaps(note, [one.begin, one.end])));
  const known = new Set(must.map((one) => one.entity));
  const counted = entities.filter((note) => known.has(note.entity));
  const hits = must.filter((one) => counted.some((note) => note.entity === one.entity && note.begin === one.begin && (note.end === one.end || note.end === one.otherEnd)));
  for (const one of must) if (!hits.includes(one)) faults.push(`entity missed: ${document.text.slice(one.begin, one.end)} = ${one.entity}`);
  for (const note of counted) if (!must.some((one) => note.entity === one.entity && note.begin === one.begin)) faults.push(`entity wrong: ${note.quote} = ${note.entity}`);

  const bias = notes.filter((note) => note.kind === 'bias');
  const plain = [
    ...reading.bias.filter((one) => one.plain && plainCategories.has(one.category)).map((one) => ({ span: one.span, right: new Set<string>([one.category, ...one.or]) })),
    ...reading.quotations.filter((one) => one.plain && one.use === 'scare').map((one) => ({ span: one.span, right: new Set<string>(['scare-quotes']) })),
  ];
  const found = plain.filter((one) => bias.some((note) => overlaps(note, one.span) && one.right.has(note.category)));
  for (const one of plain) if (!found.includes(one)) faults.push(`bias missed: ${document.text.slice(...one.span)} (${[...one.right].join(' or ')})`);

  const language = notes.filter((note) => note.kind === 'language');
  const slips = reading.slips.filter((one) => one.plain);
  const seen = slips.filter((one) => language.some((note) => overlaps(note, one.span)));
  for (const one of slips) if (!seen.includes(one)) faults.push(`slip missed: ${document.text.slice(...one.span)}`);

  return {
    entityF1: (2 * hits.length) / (counted.length + must.length),
    claimsSupported: new Set(notes.flatMap((note) => (note.kind === 'claim' && note.relation === 'supports' ? [note.claim] : []))).size,
    biasNotes: bias.length,
    biasRecall: found.length / plain.length,
    slipRecall: seen.length / slips.length,
    faults,
  };
}
