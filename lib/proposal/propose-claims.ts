/**
 * From sentences to claims: whom a clause is about, which predicate its words speak for, its figure and time, and on whom the article lays it.
 * The statement is the article's own clause, for a person to rewrite; the evidence is to the letter.
 */
import { predicateClasses } from '../claims/predicates.ts';
import { participantsBySentence } from '../claims/participants.ts';
import { type Participant, type StatedClause, Statement } from '../claims/statements.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { AttributionNote, Draft, EntityNote, Quantity, Span } from '../model.ts';
import { isUpperAt } from '../text/characters.ts';
import type { Reading } from '../text/reading.ts';
import { sourceOf } from './attributed.ts';
import { hasNounEnding } from './noun-classes.ts';
import { placeOf } from './place-of.ts';
import { cleanLine, type ProposedClaim } from './proposal.ts';
import { idMaker } from './slug.ts';

/** Further words of a claim: enough to be found by, few enough to edit. */
const mostWords = 6;
/** Shorter clauses only say who speaks ("sagte Beispiel"). */
const shortestClause = 4;
/** So many of the most named entities carry the article's thread. */
const threadOf = 5;

type Attribution = Draft<AttributionNote>;

/** Takes a reading with its names and attributions; gives claims in the order of the text. Questions assert nothing. */
export function proposeClaims(reading: Reading, entities: readonly Draft<EntityNote>[], attributions: readonly Attribution[], dataset: Dataset, taken: Iterable<string>): ProposedClaim[] {
  const participants = participantsBySentence(reading, entities, dataset);
  const thread = mostNamed(entities);
  const nextId = idMaker(taken);
  const known = new Set<string>();
  let last: { block: number; subject: string } | undefined;
  return reading.sentences.flatMap((sentence, at) => {
    const statement = new Statement(reading, sentence, participants[at] ?? []);
    if (statement.question) return [];
    return stretchesOf(reading.text, statement).flatMap((stretch) => {
      // A sentence that names nobody goes on about whom the one before it was about.
      const inherited = last?.block === sentence.block ? last.subject : undefined;
      const claim = claimOf({ reading, statement, stretch, inherited, dataset, attributions, thread, nextId });
      const key = claim && JSON.stringify(claim.evidence);
      if (!claim || known.has(key!)) return [];
      known.add(key!);
      last = { block: sentence.block, subject: claim.subject };
      return [claim];
    });
  });
}

function mostNamed(entities: readonly Draft<EntityNote>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { entity } of entities) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return new Set([...counts].sort(([, a], [, b]) => b - a).slice(0, threadOf).map(([id]) => id));
}

interface Stretch {
  span: Span;
  clauses: readonly number[];
}

/** The clauses that assert something by themselves, and the sentence as a whole where it has several of them. */
function stretchesOf(text: string, statement: Statement): Stretch[] {
  const telling = statement.clauses.flatMap((clause, at) => (isTelling(statement, at) ? [{ span: trimmed(text, clause), clauses: [at] }] : []));
  const whole: Stretch = { span: trimmed(text, { begin: statement.begin, end: statement.end }), clauses: statement.clauses.map((_, at) => at) };
  return statement.clauses.length > 1 && telling.length !== 1 ? [whole, ...telling.filter(({ span }) => span[1] - span[0] < whole.span[1] - whole.span[0])] : [whole];
}

/** A clause with a predicate or a figure. */
function isTelling(statement: Statement, at: number): boolean {
  const hasPredicate = statement.signs.some((sign) => statement.clauseOf(sign) === at);
  const hasFigure = statement.quantities.some((quantity) => statement.clauseOf(quantity) === at && quantity.unit !== 'count' && quantity.unit !== 'year');
  const { words } = statement.clauses[at]!;
  return (hasPredicate || hasFigure) && words.length >= shortestClause;
}

function trimmed(text: string, { begin, end }: { begin: number; end: number }): Span {
  let [from, to] = [begin, end];
  while (from < to && /[\s,;:–—(]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,;:–—)]/.test(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

interface Scene {
  reading: Reading;
  statement: Statement;
  stretch: Stretch;
  /** Whom it is about where it names nobody. */
  inherited: string | undefined;
  dataset: Dataset;
  attributions: readonly Attribution[];
  /** The entities that carry the article's thread. */
  thread: ReadonlySet<string>;
  nextId: (words: string) => string;
}

function claimOf({ reading, statement, stretch: { span, clauses }, inherited, dataset, attributions, thread, nextId }: Scene): ProposedClaim | undefined {
  const [begin, end] = span;
  const isInside = (one: { begin: number; end: number }): boolean => one.begin >= begin && one.end <= end;
  const inside = statement.participants.filter(isInside);
  const named = inside.find(({ acts }) => acts) ?? statement.participants.find(({ acts }) => acts) ?? inside[0] ?? statement.participants[0];
  const subject = named?.id ?? inherited;
  const predicate = predicateOf(statement, clauses);
  if (!subject || !predicate || end - begin < 8 || (predicate === 'says' && isFrame(attributions, span))) return undefined;
  const objects = objectsOf(inside, subject);
  const quantity = quantityOf(statement, span);
  const year = statement.quantities.find((one) => one.unit === 'year' && isInside(one));
  const parts = clauses.map((at) => statement.clauses[at]!);
  return {
    id: nextId(`${subject} ${predicate} ${objects[0] ?? (quantity ? quantity.unit : '')}`),
    statement: sentenceOf(reading.text.slice(begin, end)),
    subject,
    predicate,
    ...(objects.length > 0 ? { objects } : {}),
    ...(quantity ? { quantity } : {}),
    ...(year ? { time: String(year.value) } : {}),
    ...(parts.length === 1 && parts[0]!.negated ? { polarity: 'negated' as const } : {}),
    central: thread.has(subject) || objects.some((id) => thread.has(id)),
    ...wordsOf(reading.text, parts, span, statement.participants),
    attribution: sourceOf(reading.text, span, attributions, dataset),
    evidence: [placeOf(reading.text, span)],
  };
}

/** `sagte Beispiel bei der Vorstellung`: who speaks, without what is said. */
function isFrame(attributions: readonly Attribution[], [begin, end]: Span): boolean {
  return attributions.some((note) => note.begin < end && begin < note.end && !note.content.some(([from, to]) => from < end && begin < to));
}

/** The class with the surest sign in these clauses; of several, the one that stands first. */
function predicateOf(statement: Statement, clauses: readonly number[]): string | undefined {
  let best: { id: string; strength: number; begin: number } | undefined;
  for (const [id, signs] of Map.groupBy(statement.signs, (sign) => sign.id)) {
    for (const { strength, begin } of signs) {
      if (!clauses.includes(statement.clauseOf({ begin })) || !predicateClasses.has(id)) continue;
      if (!best || strength > best.strength || (strength === best.strength && begin < best.begin)) best = { id, strength, begin };
    }
  }
  return best?.id;
}

function objectsOf(inside: readonly Participant[], subject: string): string[] {
  return [...new Set(inside.filter(({ id, aside }) => id !== subject && !aside).map(({ id }) => id))].slice(0, 20);
}

function quantityOf(statement: Statement, [begin, end]: Span): Quantity | undefined {
  const found = statement.quantities.find((one) => one.begin >= begin && one.end <= end && one.unit !== 'year' && one.unit !== 'count' && !one.denied);
  return found && Number.isFinite(found.value) ? { value: found.value, unit: found.unit, ...(found.vague ? { vague: found.vague } : {}) } : undefined;
}

/** The article's words as a sentence, for a person to rewrite. The pattern looks at a run of marks from its first only: from each it would take the square of the time. */
function sentenceOf(words: string): string {
  const line = cleanLine(words.replace(/(?<![.!?…,;:\s])[.!?…,;:\s]+$/u, ''), 398);
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** Nouns of the clauses that are no names: by them other texts say the same. */
function wordsOf(text: string, parts: readonly StatedClause[], [begin, end]: Span, participants: readonly Participant[]): { words?: string[] } {
  const nouns = parts.flatMap(({ words }) => words.filter((word) => word.begin >= begin && word.end <= end && isUpperAt(text, word.begin) && !participants.some((one) => one.begin <= word.begin && word.end <= one.end)));
  const words = [...new Set(nouns.map((word) => cleanLine(text.slice(word.begin, word.end), 60)))].filter((word) => word.length >= 4 && hasNounEnding(word)).slice(0, mostWords).sort();
  return words.length > 0 ? { words } : {};
}
