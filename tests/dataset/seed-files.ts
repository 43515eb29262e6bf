/** For the tests of the dataset: a small seed folder as read, to be changed in one place, and what compiling it says. */
import { describeFault } from '../../lib/dataset/fault.ts';
import { compilePack, type SeedFolder } from '../../lib/dataset/compile-pack.ts';

export const predicates = new Set(['founded', 'funding', 'part-of']);

type Row = Record<string, unknown>;

/** A sound folder about one person and one firm; every test makes its own. */
export function smallSeed() {
  return {
    path: 'seeds/klein',
    text: 'Ada Beispiel gründete Musterwerk. Musterwerk sammelte 2 Millionen Euro ein. Ada Beispiel leitet Musterwerk.',
    article: {
      pack: { id: 'klein', version: '1.0.0', language: 'de', title: 'Klein', licence: 'MIT' } as Row,
      source: { id: 'klein-artikel', title: 'Klein', language: 'de', publisherKind: 'erfunden', licence: 'MIT' } as Row,
    },
    entities: {
      entities: [
        {
          id: 'ada-beispiel', name: 'Ada Beispiel', type: 'person', description: 'Gründerin von Musterwerk.',
          forms: [{ text: 'Ada Beispiel', inflection: 'name' }],
          relations: [{ predicate: 'founded', to: 'musterwerk', label: 'gründete', evidence: ['Ada Beispiel gründete Musterwerk'] }],
          evidence: ['Ada Beispiel gründete Musterwerk.'],
        },
        {
          id: 'musterwerk', name: 'Musterwerk', type: 'company', description: 'Ein Unternehmen.',
          forms: [{ text: 'Musterwerk', inflection: 'name' }],
          evidence: ['Ada Beispiel leitet Musterwerk.'],
        },
      ] as Row[],
    },
    claims: {
      claims: [
        {
          id: 'musterwerk-raised-2-million', statement: 'Musterwerk hat 2 Millionen Euro eingesammelt.',
          subject: 'musterwerk', predicate: 'funding', objects: [],
          quantity: { value: 2_000_000, unit: 'EUR' }, central: true,
          attribution: { source: 'none' }, evidence: ['Musterwerk sammelte 2 Millionen Euro ein.'],
        },
      ] as Row[],
    },
    findings: {
      findings: [{ kind: 'attribution', category: 'none', comment: 'Ohne Quelle.', evidence: ['sammelte 2 Millionen Euro ein'] }] as Row[],
    },
  } satisfies SeedFolder;
}

/** What is wrong with a folder, one line a fault; empty for a sound one. */
export function faultsOf(folder: SeedFolder): string[] {
  const compiled = compilePack(folder, { predicates });
  return compiled.ok ? [] : compiled.faults.map(describeFault);
}
