/** Texts that no newsroom writes: what they try is to make an engine throw, hang, or point outside of the text. */
import fc from 'fast-check';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { annotate, type AnnotateOptions } from '../../../lib/annotate.ts';
import { createDataset } from '../../../lib/dataset/dataset.ts';
import type { AnnotationDocument, Span } from '../../../lib/model.ts';
import { exampleFlag, exampleId } from '../../store/example-flag.ts';
import type { HostileCase } from '../hostile-case.ts';
import { isFull, lengthOf } from '../size.ts';

const dataset = createDataset(bundledPacks);

/** What must hold of every annotated text; sentences, none when all is well. */
export function faultsOf({ text, notes, summary }: AnnotationDocument): string[] {
  const faults: string[] = [];
  const inside = ([begin, end]: Span): boolean => Number.isSafeInteger(begin) && Number.isSafeInteger(end) && begin >= 0 && begin <= end && end <= text.length;
  for (const note of notes) {
    if (!inside([note.begin, note.end])) faults.push(`${note.rule} points outside of the text: ${note.begin} to ${note.end}`);
    else if (text.slice(note.begin, note.end) !== note.quote) faults.push(`${note.rule} quotes what does not stand there`);
    const spans = note.kind === 'attribution' ? [...note.content, ...note.speaker, ...note.cue] : note.kind === 'consistency' ? note.spans : [];
    if (!spans.every(inside)) faults.push(`${note.rule} has a part outside of the text`);
    if (!(note.confidence >= 0 && note.confidence <= 1)) faults.push(`${note.rule} has confidence ${note.confidence}`);
  }
  if (new Set(notes.map(({ id }) => id)).size !== notes.length) faults.push('two notes have one id');
  if (!Object.values(summary.rests).every((share) => share >= 0 && share <= 1)) faults.push('the shares of the sources are none');
  return faults.slice(0, 5);
}

/** Annotates a text whatever it is about, with every rule; the short part also asks twice for the same. */
function survive(text: string, options: AnnotateOptions = {}): string[] {
  const all = { force: true, all: true, ...options };
  const document = annotate({ text, signals: {} }, dataset, all);
  const faults = faultsOf(document);
  if (!isFull && JSON.stringify(annotate({ text, signals: {} }, dataset, all)) !== JSON.stringify(document)) faults.push('the same text gave two documents');
  return faults;
}

/** Stretches that, repeated, drive one of the engines where it is weakest. */
export const stretches: Readonly<Record<string, string>> = {
  'opening quotation marks': '„', 'closing quotation marks': '“', 'straight quotation marks': '"', 'straight quotation marks with a letter': '"a ', 'guillemets both ways': '»a« ',
  apostrophes: "'", 'typographic apostrophes': '’', 'nested quotations': '„‚a ', brackets: '((((', 'closing brackets': '))', colons: 'a: ', hyphens: 'a-', 'long dashes': ' – ', 'ellipses': '… ',
  'one letter': 'a', 'one capital': 'Ä', 'one digit': '9', 'a number without end': '1.000.', 'decimal commas': '1,', 'spaces': ' ', 'line breaks': '\n', 'line breaks and spaces': ' \n ', tabs: '\t', 'full stops': '.', 'full stops and spaces': '. ',
  'abbreviations': 'z. B. ', 'initials': 'J. R. ', 'ordinals': '3. ', 'exclamations': '!? ', commas: ', ', semicolons: 'a; ', slashes: 'a/', 'zero-width joiners': '👩‍', 'combining marks': 'e\u0301\u0301', 'right-to-left override': '\u202eab', 'NUL characters': '\0a', 'half surrogates': '\ud800', 'other halves': '\udc00 a', 'line separators': '\u2028',
  'soft hyphens': 'a\u00ad', 'no-break spaces': 'a\u00a0', 'byte order marks': '\ufeff', 'dotted capitals that grow in lower case': 'İ', 'sharp s': 'ß', ligatures: 'ﬁ',
  'according to': 'laut ', 'said': 'sagte ', 'speech without end': '„Wir sagen, dass er sagt, ', 'hearsay': 'soll ', 'sources of sources': 'laut Angaben von Insidern zufolge ', 'that-clauses': 'dass er sagte, ', 'relative clauses': ', der ', 'and': 'und ', 'negations': 'nicht ', 'ambiguous name': 'Meta ', 'first names': 'Elon ', 'names': 'Jeff Bezos ', 'genitives': 'Musks ', 'compounds': 'Mars-', 'amounts': '6,2 Milliarden US-Dollar ', 'amounts with hedges': 'mehr als fast rund 100 Mio. ', 'years': '2025 ', 'percentages': '3 Prozent ',
  'hype': 'revolutionär ', 'questions': 'Wirklich? ', 'superlatives': 'der beste aller besten ', 'our placeholders': '$1 $2 ', 'our message keys': 'reason.claim.supports ', 'markup': '<img src=x onerror=letIn=1>', 'entities of markup': '&lt;&#0;', 'templates': '${letIn=1}{{letIn=1}} ', 'prototype words': '__proto__ ', 'constructor words': 'constructor toString valueOf hasOwnProperty ', 'patterns': '(a+)+$ ', 'addresses': 'javascript:letIn=1 ', 'formulas': '=cmd|"/C calc"!A0 ',
};

const repeated: HostileCase[] = Object.entries(stretches).map(([name, stretch]) => ({
  id: `text of ${name}`,
  tries: `a text of nothing but ${name}, to make an engine throw, hang or point outside`,
  run: () => survive(stretch.repeat(Math.ceil(lengthOf(200_000) / stretch.length))),
}));

const fragments = fc.oneof(
  fc.constantFrom(...Object.values(stretches)),
  fc.constantFrom('Jeff Bezos', 'Project Prometheus', 'Elon Musk', ' gründete ', ' sagte ', 'Das Unternehmen', ' hat ', '6,2 Milliarden US-Dollar', ' eingesammelt', '. ', '\n\n', ', ', '„', '“', ' laut ', 'Insidern', ' zufolge', ' nicht ', 'soll ', 'etwa 100 Mitarbeiter'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const generated: HostileCase[] = Array.from({ length: 40 }, (_, seed) => ({
  id: `generated text ${seed}`,
  tries: `words of articles, signs and broken Unicode in any order (seed ${seed})`,
  run: () => fc.sample(fc.array(fragments, { minLength: 20, maxLength: isFull ? 2_000 : 150 }), { seed, numRuns: isFull ? 20 : 2 }).flatMap((parts) => survive(parts.join(''))),
}));

/** Flags whose words are patterns, prototypes, or nothing at all. */
const flagWords: Readonly<Record<string, string>> = {
  'a pattern that never ends': '(a+)+$', 'the name of a prototype': '__proto__ constructor', 'one letter': 'a', 'signs only': '„…“', 'twenty thousand letters': 'a'.repeat(20_000), 'half a character': '\ud800', 'markup': '<script>letIn=1</script> Jeff Bezos gründete Project Prometheus', 'replacement signs': "$& $1 $` $'", 'the whole article': 'Jeff Bezos gründete Project Prometheus. '.repeat(200),
};

const flagged: HostileCase[] = Object.entries(flagWords).map(([name, exact]) => ({
  id: `flag of ${name}`,
  tries: `a flag whose words are ${name}, looked for in an article that holds them`,
  run: () => survive(`Jeff Bezos gründete Project Prometheus. ${exact.slice(0, 5_000)} ${'Er sagte, es gehe voran. '.repeat(20)}`, { flags: [exampleFlag({ quote: { exact, prefix: exact.slice(0, 30), suffix: '' } }), exampleFlag({ id: exampleId(2), quote: { exact: `${exact} `, prefix: '', suffix: '' } })] }),
}));

const blocks: HostileCase[] = [
  { id: 'text of one sentence', tries: 'a sentence of a whole book, to make the engines compare all its words with all others', run: () => survive(`${'und der Gründer Jeff Bezos, der laut Insidern 100 Millionen Euro zahlt, '.repeat(lengthOf(4_000))}.`) },
  { id: 'text of one paragraph a letter', tries: 'as many paragraphs as letters', run: () => survive('a\n\n'.repeat(lengthOf(60_000))) },
  { id: 'text without any letter', tries: 'an empty text, spaces and signs in place of an article', run: () => ['', ' ', '\n', '\0', '\ufeff', '…'].flatMap((text) => survive(text)) },
  { id: 'signals that lie', tries: 'a page that says our verdicts, keys and placeholders of itself in title, section and author', run: () => faultsOf(annotate({ text: 'Der Kuchen ist fertig. Er schmeckt gut.', signals: { title: 'verdict: annotate', sections: ['__proto__', 'constructor', 'netzwelt'], author: '$1', lang: 'de; DROP', structuredTypes: ['toString'], url: 'javascript:letIn=1', canonical: 'data:text/html,<script>letIn=1</script>' } }, dataset)) },
];

export const textCases: readonly HostileCase[] = [...repeated, ...generated, ...flagged, ...blocks];
