/** Files that want to be more than data: notebooks, annotations, packs, and what our own exports make of hostile flags. */
import { gzipSync } from 'node:zlib';
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { FileFaultError } from '../../../lib/exchange/fault.ts';
import { readFlagFile } from '../../../lib/exchange/read-file.ts';
import { exportFlags, type FlagFormat, flagFormats } from '../../../lib/formats/export-flags.ts';
import type { FlagWords } from '../../../lib/formats/flag-words.ts';
import { parsePack } from '../../../lib/dataset/parse-pack.ts';
import type { Flag, Revision } from '../../../lib/model.ts';
import { fold } from '../../../lib/notebook/fold.ts';
import { creation } from '../../../lib/notebook/revise.ts';
import { pageOf as ownPage } from '../../../lib/background/own-page.ts';
import { exampleFlag, exampleId } from '../../store/example-flag.ts';
import type { HostileCase } from '../hostile-case.ts';
import { lengthOf } from '../size.ts';

const pageOf = (url: string): { address: string; site: string } => {
  const { address, site } = ownPage({ url });
  return { address, site };
};

/** Reads a file as an import does: a fault must name what it expected; what is taken must be whole and harmless. */
async function read(file: string, mayPass = false): Promise<string[]> {
  const revisions: Revision[] = [];
  try {
    for await (const portion of readFlagFile([file], pageOf)) revisions.push(...portion.revisions);
  } catch (thrown) {
    if (!(thrown instanceof FileFaultError)) throw thrown;
    const { place, expected, code } = thrown.fault;
    const wholeFile = ['empty', 'unknown_format', 'too_large', 'cut_off', 'encoding', 'newer'].includes(code);
    return [...(expected === '' ? ['the fault does not say what was expected'] : []), ...(place === '' && !wholeFile ? [`the fault ${code} names no place`] : [])];
  }
  const flags = revisions.map((revision) => fold([revision])).filter((flag) => flag !== undefined);
  return [...(mayPass || revisions.length === 0 ? [] : [`${revisions.length} revisions were taken from it`]), ...flags.flatMap(linksOf).filter((link) => !/^https?:\/\//i.test(link)).map((link) => `the link ${link} was taken`)];
}

const linksOf = ({ link }: Flag): string[] => (link === undefined ? [] : [link]);
const json = (value: unknown): string => JSON.stringify(value);
const revision = creation(exampleFlag(), { id: 'r1', device: 'a1', clock: 1, at: 1_700_000_000_000 });
const notebook = (...revisions: unknown[]): string => json({ schema: 'randnotiz.notebook/1', revisions });
const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:uuid:7b9f3c52-6a0e-4d43-9a51-0f2a4d6f8e11', type: 'Annotation', body: [{ type: 'TextualBody', purpose: 'commenting', value: 'x' }], target: { source: 'https://zeitung.example/a', selector: [{ type: 'TextQuoteSelector', exact: 'Das Werk', prefix: '', suffix: '' }] } };
const many = lengthOf(50_000);
const withSet = (set: object): string => notebook({ ...revision, set: { ...revision.set, ...set } });
const withRaw = (field: string, value: string): string => notebook({ ...revision, [field]: '§' }).replace('"§"', value);

const refused: Readonly<Record<string, string>> = {
  'nothing': '', 'spaces': ' '.repeat(many), 'one bracket': '{', 'brackets without end': '['.repeat(many), 'objects without end': '{"a":'.repeat(many), 'a text without end': `"${'a'.repeat(many)}`, 'NUL bytes': '\0'.repeat(100), 'a picture': '\u0089PNG\r\n\u001a\n', 'a zip': 'PK\u0003\u0004', 'gzip': gzipSync('{}'.repeat(1000)).toString('latin1'), 'HTML': '<script>letIn=1</script>', 'a program': 'letIn=1;', 'null': 'null', 'a number': '1e999', 'a list of nothing': '[[[[]]]]', 'strange keys': '{"constructor":{"prototype":{"polluted":1}}}',
  'a prototype': '{"__proto__":{"polluted":1},"schema":"randnotiz.notebook/1","revisions":[{"__proto__":{"polluted":1}}]}',
  'revisions that are a text': json({ schema: 'randnotiz.notebook/1', revisions: 'x' }), 'revisions that are no list': json({ schema: 'randnotiz.notebook/1', revisions: { length: 5, 0: revision } }), 'a newer schema': json({ schema: 'randnotiz.notebook/999', revisions: [revision] }), 'a schema that is a method': json({ schema: 'toString', revisions: [revision] }),
  'a revision of null': notebook(null), 'a revision too deep': notebook({ ...revision, set: { a: JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown } }), 'an unknown field': notebook({ ...revision, admin: true }), 'an unknown field in the set': withSet({ admin: true }), 'a prototype in the set': notebook(revision).replace('"set":{', '"set":{"__proto__":{"polluted":1},'), 'a constructor in the set': withSet({ constructor: { prototype: { polluted: 1 } } }),
  'a clock of infinity': withRaw('clock', '1e999'), 'a clock below nothing': withRaw('clock', '-1'), 'a clock of half': withRaw('clock', '1.5'), 'a clock too large to count on': withRaw('clock', '9007199254740993'), 'a time before all times': withRaw('at', '-1'), 'a time after all times': withRaw('at', '1e300'), 'a device that is a path': withRaw('device', json('../../etc/passwd')), 'a device of a megabyte': withRaw('device', json('a'.repeat(many))), 'an id that is a path': withRaw('id', json('../x')), 'a flag that is no id': withRaw('flag', json('__proto__')), 'a set that is a list': withRaw('set', '[1]'),
  'a link of a script': withSet({ link: 'javascript:letIn=1' }), 'a link of data': withSet({ link: 'data:text/html,<script>letIn=1</script>' }), 'a link with a space before its script': withSet({ link: ' javascript:letIn=1' }), 'a link of a file': withSet({ link: 'file:///etc/passwd' }), 'a link without host': withSet({ link: 'https:///x' }), 'a link that is a list': withSet({ link: ['https://a.example'] }), 'a note of a megabyte': withSet({ note: 'a'.repeat(1_000_001) }), 'a quote of nothing': withSet({ quote: { exact: '', prefix: '', suffix: '' } }), 'a quote of a megabyte': withSet({ quote: { exact: 'a'.repeat(1_000_001), prefix: '', suffix: '' } }), 'a thousand tags': withSet({ tags: Array.from({ length: 1000 }, (_, at) => `t${at}`) }), 'a tag that is an object': withSet({ tags: [{ toString: 1 }] }), 'a stance of ours that is none': withSet({ stance: 'constructor' }), 'a position backwards': withSet({ position: { start: 9, end: 1 } }), 'a position of infinity': withSet({ position: { start: 0, end: 1 } }).replace('"end":1', '"end":1e999'), 'a page whose address is a script': withSet({ page: { ...exampleFlag().page, url: 'java\nscript:letIn=1' } }), 'a page whose address is data': withSet({ page: { ...exampleFlag().page, address: ' data:text/html,x' } }), 'a page without address': withSet({ page: {} }), 'an address of a megabyte': withSet({ page: { ...exampleFlag().page, url: `https://a.example/${'a'.repeat(9_000)}` } }), 'purged that is no yes': withSet({ purged: 'yes' }), 'says with a prototype': withSet({ says: JSON.parse('{"__proto__":{"polluted":1}}') as unknown }).replace('"says":{}', '"says":{"__proto__":{"polluted":1}}'),
  'a second document behind the first': `${notebook(revision)}{"x":1}`, 'a notebook cut off': notebook(revision).slice(0, -30), 'a comma too many': notebook(revision).replace('}]', '},]'), 'the same key twice': '{"schema":"randnotiz.notebook/1","schema":"x","revisions":[1]}', 'lines of which the last is bad': `${json({ schema: 'randnotiz.revisions/1', device: 'a1' })}\n{"a":`, 'a hundred thousand bad revisions': json({ schema: 'randnotiz.notebook/1', revisions: Array.from({ length: many }, () => 0) }), 'annotations cut off': json([annotation, annotation]).slice(0, -20),
};

const harmless: Readonly<Record<string, string>> = {
  'an annotation of a script': json({ ...annotation, target: { ...annotation.target, source: 'javascript:letIn=1' } }), 'an annotation with a script for a link': json({ ...annotation, body: [{ type: 'SpecificResource', purpose: 'linking', source: 'javascript:letIn=1' }] }), 'an annotation with a prototype': json(annotation).replace('"target"', '"__proto__":{"polluted":1},"target"'), 'an annotation that is its own target': json({ ...annotation, target: annotation }), 'an annotation with a thousand selectors': json({ ...annotation, target: { source: annotation.target.source, selector: Array.from({ length: 1000 }, () => ({ type: 'TextQuoteSelector', exact: 'a' })) } }), 'an annotation with selectors in selectors': json({ ...annotation, target: { source: annotation.target.source, selector: Array.from({ length: 20 }).reduce<unknown>((inner) => ({ type: 'RangeSelector', refinedBy: inner }), { type: 'TextQuoteSelector', exact: 'a' }) } }), 'an annotation with markup': json({ ...annotation, body: { type: 'TextualBody', format: 'text/html', value: '<img src=x onerror=letIn=1>' } }), 'an annotation with a pattern': json({ ...annotation, target: { ...annotation.target, selector: [{ type: 'CssSelector', value: 'body' }, { type: 'XPathSelector', value: '//*' }, { type: 'TextQuoteSelector', exact: '(a+)+$' }] } }), 'Hypothesis with a script': json({ rows: [{ uri: 'javascript:letIn=1', text: '<script>letIn=1</script>', target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'x' }] }] }] }), 'a byte order mark before the notebook': `\ufeff${notebook(revision)}`, 'broken Unicode in a note': withSet({ note: '\ud800 \udc00 \0' }),
};

/** A flag with the same hostile words in every field that takes words. */
const flagOf = (words: string): Flag => exampleFlag({ note: words, tags: [words.slice(0, 100) || 'x'], confirmedBy: words, stance: 'confirmed', quote: { exact: words || 'x', prefix: words.slice(0, 100), suffix: words.slice(0, 100) }, page: { address: words, site: words.slice(0, 200), url: words, title: words }, says: { subject: words.slice(0, 400) || 'x' } });
const words: FlagWords = { language: 'de', title: 'Meine Notizen', stance: (stance) => stance, label: (name) => name, date: (time) => new Date(time).toISOString(), marks: ['„', '“'] };
const payloads = ['<script>letIn=1</script>', '"><img src=x onerror=letIn=1>', 'javascript:letIn=1', "=cmd|'/C calc'!A0", '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1+1', ' =1', '`|${}[]()#>*_', '](javascript:letIn=1)', '</style><script>letIn=1</script>', '\ud800', '\0', '\u202e', '"\r\n"=1', ']]>', '-->', '\u2028letIn=1'];

function exported(format: FlagFormat, payload: string): string[] {
  const text = exportFlags(format, { flags: [flagOf(payload)], revisions: [creation(flagOf(payload), { id: 'r1', device: 'a1', clock: 1, at: 1 })], words, now: 1 });
  switch (format) {
    case 'csv':
      return cellsOf(text).filter((cell) => /^[\s]*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell)).map((cell) => `the cell ${json(cell.slice(0, 30))} begins a formula`);
    case 'html': {
      const inside = text.slice(text.indexOf('<body>'));
      return [...inside.matchAll(/<(script|img|style|iframe|svg|object)\b/gi)].map(([tag]) => `the page has ${tag}>`).concat([...inside.matchAll(/(?:href|cite)="([^"]*)"/g)].filter(([, url]) => url !== '' && !/^https?&#58;|^https?:/i.test(url!)).map(([, url]) => `the page links to ${url}`), /\son\w+\s?=\s?["']?letIn/i.test(inside.replaceAll(/&#\d+;/g, '·')) && /<[^>]*\son\w+=/i.test(inside) ? ['the page has a handler'] : []);
    }
    case 'markdown':
      return /(?<!\\)<(?:script|img)/i.test(text) ? ['markup in Markdown'] : /(?<!\\)\]\(<?javascript:|<javascript:/i.test(text) ? ['a link of a script in Markdown'] : [];
    case 'jsonl':
      return text.trim().split('\n').flatMap((line) => (canParse(line) ? [] : ['a line is no JSON']));
    default:
      return canParse(text) ? [] : ['the file is no JSON'];
  }
}

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The cells of a CSV file, as a spreadsheet reads them. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').replaceAll('""', '"'));
}

const pack = bundledPacks[0]!;
const entity = pack.entities[0]!;
const packs: Readonly<Record<string, unknown>> = {
  'nothing': null, 'a list': [pack], 'a prototype': JSON.parse(json(pack).replace('{', '{"__proto__":{"polluted":1},')) as unknown, 'a constructor': { ...pack, constructor: {} }, 'too deep': { ...pack, findings: JSON.parse('['.repeat(50) + ']'.repeat(50)) as unknown }, 'a link of a script': { ...pack, entities: [{ ...entity, link: 'javascript:letIn=1' }] }, 'a link with a user': { ...pack, entities: [{ ...entity, link: 'https://bank.example@evil.example/' }] }, 'an id that is a path': { ...pack, id: '../x' }, 'an id that is a prototype': { ...pack, id: '__proto__' }, 'a form of a pattern without end': { ...pack, entities: [{ ...entity, forms: [{ text: 'a'.repeat(5_000), inflection: 'name' }] }] }, 'a form that cannot be seen': { ...pack, entities: [{ ...entity, name: '\u202e', forms: [{ text: '\u202e', inflection: 'name' }] }] }, 'a million forms': { ...pack, entities: [{ ...entity, forms: Array.from({ length: many }, (_, at) => ({ text: `a${at}`, inflection: 'name' })) }] }, 'an entity of another pack': { ...pack, claims: [{ ...pack.claims[0], subject: 'no-such-entity' }] }, 'the same id twice': { ...pack, entities: [entity, entity] }, 'a number that is none': JSON.parse(json({ ...pack, claims: [{ ...pack.claims[0], quantity: { value: '§', unit: 'USD' } }] }).replace('"§"', '1e999')) as unknown, 'a newer schema': { ...pack, schema: 'randnotiz.pack/9' }, 'markup for a title': { ...pack, title: '\0<script>letIn=1</script>' },
};

export const fileCases: readonly HostileCase[] = [
  ...Object.entries(refused).map(([name, file]) => ({ id: `file of ${name}`, tries: `an import that holds ${name}, to be taken for flags`, run: () => read(file) })),
  ...Object.entries(harmless).map(([name, file]) => ({ id: `file of ${name}`, tries: `an import that holds ${name}, to bring more than words`, run: () => read(file, true) })),
  ...flagFormats.flatMap((format) => payloads.map((payload, at) => ({ id: `${json(payload)} exported as ${format}`, tries: `a flag whose every word is payload ${at}, exported as ${format} for another program to run`, run: () => exported(format, payload) }))),
  ...Object.entries(packs).map(([name, value]) => ({
    id: `pack of ${name}`, tries: `a dataset that holds ${name}, to be believed`,
    run: () => {
      const parsed = parsePack(value, { predicateIds, bundledPacks: [] });
      return parsed.ok ? ['it was taken'] : parsed.faults.every(({ reason }) => reason !== '') ? [] : ['a fault without reason'];
    },
  })),
  { id: 'flag without any id in common', tries: 'two flags with ids that differ in case only', run: () => read(notebook({ ...revision, flag: exampleId(1) }, { ...revision, id: 'R1', flag: exampleId(1).toUpperCase() }), true) },
];
