/** What a flag's form is prefilled with: whom the words are about, how much, when, and who says it. All in the article's words; the reader corrects it. */
import { attribute } from '../attribution/attribute.ts';
import { participantsBySentence } from '../claims/participants.ts';
import { Statement } from '../claims/statements.ts';
import { createDataset, type Dataset } from '../dataset/dataset.ts';
import { matchEntities } from '../match/match-entities.ts';
import type { Entity, FlagSays, Pack, Span } from '../model.ts';
import { isUpperAt } from '../text/characters.ts';
import { determiners, prepositions } from '../text/function-words.ts';
import { readText } from '../text/read-text.ts';
import type { Reading } from '../text/reading.ts';
import { finiteBits, verbForm } from '../text/verb-forms.ts';
import { sourceOf } from './attributed.ts';
import { cleanLine, type ProposedEntity } from './proposal.ts';
import { proposeEntities } from './propose-entities.ts';
import months from './months.yml';

/** Longest of what is recognised (UTF-16 code units), as a flag can hold it. */
const longest = 500;
/** Words before the verb that can still be whom a sentence is about. */
const mostFront = 6;
const dated = new RegExp(String.raw`(?:\d{1,2}\.\s*)?(?:${(months as { months: string[] }).months.join('|')})\s+$`, 'u');

/**
 * Takes an article's text, the span of a claim in it and the dataset; gives what the claim says, as far as it is recognised. Names that the
 * dataset does not know are found as for a pack's author, by how the whole article speaks of them.
 */
export function saysOf(article: string, span: Span, dataset: Dataset): FlagSays {
  const reading = readText(article);
  const { text } = reading;
  const known = matchEntities(reading, dataset);
  const proposed = proposeEntities(reading, ([begin, end]) => known.some((note) => note.begin < end && begin < note.end), dataset.entities.keys());
  const named = proposed.length > 0 ? createDataset([...dataset.packs, packOf(proposed)]) : dataset;
  const notes = proposed.length > 0 ? matchEntities(reading, named) : known;
  const attributions = attribute(reading, notes, named);
  const participants = participantsBySentence(reading, notes, named);
  const isInside = ({ begin, end }: { begin: number; end: number }): boolean => begin >= span[0] && end <= span[1];
  const statements = reading.sentences.flatMap((sentence, at) => (sentence.begin < span[1] && span[0] < sentence.end ? [new Statement(reading, sentence, participants[at] ?? [])] : []));

  const speakers = attributions.filter(({ source }) => source !== 'none').flatMap(({ speaker }) => speaker);
  const all = statements.flatMap((statement) => statement.participants).filter((one) => isInside(one) && one.how !== 'inherited' && !one.aside);
  const told = all.filter((one) => !speakers.some(([begin, end]) => begin < one.end && one.begin < end));
  const subject = told.find(({ acts }) => acts) ?? told[0] ?? all[0];
  const quantities = statements.flatMap((statement) => statement.quantities).filter((one) => isInside(one) && !one.denied);
  const quantity = quantities.find(({ unit }) => unit !== 'year' && unit !== 'count') ?? quantities.find(({ unit }) => unit === 'count');
  const year = quantities.find(({ unit }) => unit === 'year');
  const { source, name } = sourceOf(text, span, attributions, named);
  return filled({
    subject: subject ? text.slice(subject.begin, subject.end) : frontOf(reading, span),
    quantity: quantity && text.slice(quantity.begin, quantity.end),
    time: year && `${dated.exec(text.slice(0, year.begin))?.[0] ?? ''}${text.slice(year.begin, year.end)}`,
    source: source === 'none' ? undefined : name,
  });
}

/** Where nobody is named: what stands before the finite verb of the first sentence, if it can be whom that is about. */
function frontOf({ text, tokens, sentences }: Reading, [from, to]: Span): string | undefined {
  const sentence = sentences.find(({ begin }) => begin >= from && begin < to);
  if (!sentence) return undefined;
  const front = tokens.slice(sentence.first, sentence.last);
  const verb = front.findIndex(({ lower, begin }) => !isUpperAt(text, begin) && ((verbForm(lower)?.bits ?? 0) & finiteBits) !== 0);
  const words = front.slice(0, Math.max(0, verb));
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length > mostFront || words.some(({ kind }) => kind !== 'word') || prepositions.has(first.lower) || !isUpperAt(text, last.begin)) return undefined;
  return determiners.has(first.lower) || words.every(({ begin }) => isUpperAt(text, begin)) ? text.slice(first.begin, last.end) : undefined;
}

function filled(fields: Readonly<Record<keyof FlagSays, string | undefined>>): FlagSays {
  const entries = Object.entries(fields).flatMap(([key, value]) => {
    const line = cleanLine(value ?? '', longest);
    return line === '' ? [] : [[key, line] as const];
  });
  return Object.fromEntries(entries);
}

function packOf(proposed: readonly ProposedEntity[]): Pack {
  const entities = proposed.map((row): Entity => ({ ...row, roles: [], context: [], excludes: [], relations: [], evidence: [] }));
  return { schema: 'randnotiz.pack/1', id: 'flagged', version: '1.0.0', language: 'de', licence: '', title: '', sources: [], entities, claims: [], findings: [] };
}
