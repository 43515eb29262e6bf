/**
 * A pack from the reader's flags: each flagged statement becomes a claim with its words as evidence, each article a source. What is the reader's own
 * (stance, note, tags, confirmation, links) stays in the notebook. A draft, to be looked through: the statements are the articles' words.
 */
import { attribute } from '../attribution/attribute.ts';
import { createDataset, type Dataset } from '../dataset/dataset.ts';
import { matchEntities } from '../match/match-entities.ts';
import type { Claim, Entity, Evidence, Flag, Pack, Source } from '../model.ts';
import { readText } from '../text/read-text.ts';
import { cleanLine, type ProposedEntity } from './proposal.ts';
import { proposeClaims } from './propose-claims.ts';
import { proposeEntities } from './propose-entities.ts';
import { idMaker, slug } from './slug.ts';

export interface PackHead {
  title: string;
  licence: string;
  authors: readonly string[];
}

export interface PackFromFlags {
  pack: Pack;
  /** Ids of flags that name nobody and assert nothing the predicates know: they are not in the pack. */
  left: readonly string[];
}

/** Longest quote that the format takes; what is longer is cut. */
const longestQuote = 2000;

/**
 * Makes a pack.
 * @param flags those in the bin are left out.
 * @param beside the packs whose entities it may refer to.
 */
export function packFromFlags(flags: readonly Flag[], { title, licence, authors }: PackHead, beside: readonly Pack[]): PackFromFlags {
  const used = flags.filter(({ deleted, quote }) => deleted === undefined && quote.exact.trim() !== '');
  const there = createDataset(beside);
  const sources = sourcesOf(used);
  const proposed = entitiesOf(used, there);
  const dataset = createDataset([...beside, packOf(proposed.map((row): Entity => ({ ...row, roles: [], context: [], excludes: [], relations: [], evidence: [] })))]);
  const nextId = idMaker(there.claims.keys());
  const claims: Claim[] = [];
  const left: string[] = [];
  for (const flag of used) {
    const claim = claimOf(flag, dataset, sources.idOf(flag), nextId);
    if (claim) claims.push(claim);
    else left.push(flag.id);
  }
  const evidenceOf = ({ name, forms }: ProposedEntity): Evidence[] => {
    const flag = used.find(({ quote }) => forms.some(({ text }) => quote.exact.includes(text))) ?? used.find(({ says }) => says?.subject === name);
    return flag ? [evidence(flag, sources.idOf(flag))] : [];
  };
  const entities = proposed.map((row): Entity => ({ ...row, roles: [], context: [], excludes: [], relations: [], evidence: evidenceOf(row) })).filter((row) => row.evidence.length > 0);
  const known = new Set([...there.entities.keys(), ...entities.map(({ id }) => id)]);
  const sound = claims.filter(({ subject, objects }) => [subject, ...objects].every((id) => known.has(id)));
  const pack: Pack = { ...packOf(entities), id: slug(title, 60), title: cleanLine(title, 200) || 'Aus meinen Notizen', licence: cleanLine(licence, 400) || 'Noch festzulegen.', ...(authors.length > 0 ? { authors: authors.map((author) => cleanLine(author, 120)).filter((author) => author !== '') } : {}), sources: sources.list, claims: sound };
  return { pack, left };
}

function packOf(entities: readonly Entity[]): Pack {
  return { schema: 'randnotiz.pack/1', id: 'notizen', version: '1.0.0', language: 'de', licence: '', title: '', sources: [], entities, claims: [], findings: [] };
}

/** One source a page, in the order of the flags. */
function sourcesOf(flags: readonly Flag[]): { list: readonly Source[]; idOf: (flag: Flag) => string } {
  const ids = new Map<string, string>();
  const list: Source[] = [];
  const nextId = idMaker();
  for (const { page } of flags) {
    if (ids.has(page.address)) continue;
    const id = nextId(`${page.site} ${page.title}`);
    ids.set(page.address, id);
    const isLink = page.address.length <= 500 && /^https?:\/\/[^\s/@:?#]+(?:\.[^\s/@:?#]+)+(?:[/?#]\S*)?$/.test(page.address);
    list.push({
      id, title: cleanLine(page.title, 200) || cleanLine(page.site, 200) || 'Ohne Titel', language: 'de', publisherKind: 'Artikel auf einer Website', licence: 'Belege sind kurze wörtliche Zitate und gehören deren Urhebern.',
      ...(cleanLine(page.site, 120) ? { publisher: cleanLine(page.site, 120) } : {}), ...(isLink ? { url: page.address } : {}),
    });
  }
  return { list, idOf: ({ page }) => ids.get(page.address)! };
}

/** What the flagged words name, and what the reader corrected the subject to. */
function entitiesOf(flags: readonly Flag[], there: Dataset): readonly ProposedEntity[] {
  const text = flags.map(({ quote }) => quote.exact).join('\n\n');
  const reading = readText(text);
  const known = matchEntities(reading, there);
  const found = proposeEntities(reading, ([begin, end]) => known.some((note) => note.begin < end && begin < note.end), there.entities.keys());
  const names = new Set([...found.flatMap(({ forms }) => forms.map((form) => form.text)), ...known.flatMap(({ quote, label }: { quote?: string; label: string }) => [label, quote ?? label])]);
  const nextId = idMaker([...there.entities.keys(), ...found.map(({ id }) => id)]);
  const corrected = [...new Set(flags.flatMap(({ says }) => (says?.subject ? [cleanLine(says.subject, 120)] : [])))].filter((name) => name !== '' && !names.has(name) && matchEntities(readText(name), there).length === 0);
  return [...found, ...corrected.map((name): ProposedEntity => ({ id: nextId(name), name, type: 'organisation', description: 'Vom Leser so benannt.', forms: [{ text: name, inflection: 'name' }], evidence: [] }))];
}

function claimOf(flag: Flag, dataset: Dataset, source: string, nextId: (words: string) => string): Claim | undefined {
  const reading = readText(flag.quote.exact);
  const notes = matchEntities(reading, dataset);
  const [proposed] = proposeClaims(reading, notes, attribute(reading, notes, dataset), dataset, []);
  const subject = subjectOf(flag, dataset) ?? proposed?.subject;
  if (!proposed || subject === undefined) return undefined;
  const objects = (proposed.objects ?? []).filter((id) => id !== subject);
  const { source: said, time } = flag.says ?? {};
  const { polarity = 'affirmed', words = [], ...claim } = proposed;
  const name = said === undefined ? '' : cleanLine(said, 120);
  return {
    ...claim, subject, objects, polarity, words, central: true, id: nextId(`${subject} ${proposed.predicate}`),
    ...(time && cleanLine(time, 60) ? { time: cleanLine(time, 60) } : {}),
    attribution: name ? { source: 'named', name } : proposed.attribution,
    evidence: [evidence(flag, source)],
  };
}

function subjectOf({ says }: Flag, dataset: Dataset): string | undefined {
  const name = says?.subject === undefined ? '' : cleanLine(says.subject, 120);
  if (name === '') return undefined;
  const [note] = matchEntities(readText(name), dataset);
  return note?.entity;
}

function evidence({ quote, position }: Flag, source: string): Evidence {
  const words = quote.exact.slice(0, longestQuote);
  return { source, begin: position.start, end: position.start + words.length, quote: words };
}
