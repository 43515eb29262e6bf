/** A rule of the bias engine that marks words of a table: its row, code, words, reason, example and test cases, all in their places. */
import { insertSorted, rewrite, writeNew } from './write.ts';

/** Takes the project's root and a name; gives the next step. The rule is off until it is judged. */
export function newRule(root: string, name: string): string {
  const id = `bias.${name}`;
  const key = name.replaceAll('-', '_');
  const find = `find${name.split('-').map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('')}`;
  const word = `${name.replaceAll('-', '')}wort`;
  const example = `Das Gerät ist ${word} gebaut.`;

  writeNew(root, {
    [`lib/bias/${name}.ts`]: `/** Says what this rule is about, in a sentence. */
import type { BiasNote, Draft } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { biasDraft } from './draft.ts';
import type { Voice } from './voice.ts';
import table from './words/${name}.yml';

const words = new Set((table as { words: readonly string[] }).words);

/** Finds these words in the author's voice. */
export function ${find}(reading: Reading, voice: Voice): Draft<BiasNote>[] {
  return reading.tokens
    .filter(({ lower, begin, end }) => words.has(lower) && voice.isAuthors(begin, end))
    .map(({ begin, end }) => biasDraft('${id}', begin, end, '${name}', [reading.text.slice(begin, end)]));
}
`,
    [`lib/bias/words/${name}.yml`]: `# Words of the rule ${id}, in small letters, sorted. Where they come from: say it here.\nwords:\n  - ${word}\n`,
  });
  rewrite(root, 'lib/bias/rules.yml', (text) =>
    insertSorted(text, /^ {2}- \{ id: /, (line) => /id: ([\w.-]+)/.exec(line)![1]!, `  - { id: ${id}, category: loaded-language, on: false, confidence: 0.5, doc: 'Says in one line what it marks, and what it leaves alone.' }`));
  rewrite(root, 'lib/rule-examples.yml', (text) => insertSorted(text, /^[\w.-]+: \[/, (line) => line.split(':')[0]!, `${id}: ["${example}", "${word}"]`));
  rewrite(root, 'tests/bias/cases.yml', (text) =>
    insertSorted(text, /^- rule: /, (entry) => /rule: (\S+)/.exec(entry)![1]!, `- rule: ${id}\n  yes: [[${example}, ${word}]]\n  no: ['„Das Gerät ist ${word} gebaut“, sagte sie.']`));
  rewrite(root, 'lib/bias/find-bias.ts', (text) =>
    text
      .replace("import { authorsVoice } from './voice.ts';", `import { ${find} } from './${name}.ts';\nimport { authorsVoice } from './voice.ts';`)
      .replace('    ...findPredictions(reading, voice),\n', `    ...findPredictions(reading, voice),\n    ...${find}(reading, voice),\n`));
  addReason(root, 'de', key, '„$1“: Sagen Sie hier, warum das auffällt.');
  addReason(root, 'en', key, '“$1”: say here why this is worth a note.');
  return [
    `${id} is there, switched off: lib/bias/${name}.ts finds the words of lib/bias/words/${name}.yml; its row stands in lib/bias/rules.yml.`,
    'Say what it marks (rules.yml), why (reason.bias in locales/), and give cases it must find and leave (tests/bias/cases.yml). Then',
    '  npx vitest run --project unit tests/bias tests/surfaces tests/texts && npm run rules',
    'To switch it on, judge its hits: docs/evaluation.md says how.',
  ].join('\n');
}

/** The sentence under `reason.bias`, in its place among the others. */
function addReason(root: string, language: string, key: string, sentence: string): void {
  rewrite(root, `locales/${language}.yml`, (text) => {
    const reasons = text.indexOf('\nreason:');
    const at = text.indexOf('\n  bias:\n', reasons) + '\n  bias:\n'.length;
    const rest = text.slice(at);
    const end = /^(?! {4})/m.exec(rest)!.index;
    const block = insertSorted(rest.slice(0, end).trimEnd(), /^ {4}\w/, (line) => line.trim().split(':')[0]!, `    ${key}: '${sentence}'`).trimEnd();
    return `${text.slice(0, at)}${block}\n${rest.slice(end)}`;
  });
}
