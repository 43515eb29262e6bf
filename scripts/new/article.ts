import { writeNew } from './write.ts';

/** A folder under `seeds/` with one made-up sentence, so that the build accepts it from the start. Takes the project's root and a name; gives the next step. */
export function newArticle(root: string, name: string): string {
  const folder = `seeds/${name}`;
  const word = name.split('-').map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('-');
  const sentence = `Die Werkstatt ${word} hat einen Roboter gebaut, der Bücher sortiert.`;
  writeNew(root, {
    [`${folder}/article.txt`]: `Ein Roboter sortiert Bücher\n\n${sentence}\n`,
    [`${folder}/article.yml`]: `# The pack and the one source it was built from.
pack:
  id: ${name}
  version: "0.1.0"
  language: de
  title: Ein Roboter sortiert Bücher
  licence: MIT, wie das Projekt
source:
  id: ${name}-artikel
  title: Ein Roboter sortiert Bücher
  language: de
  publisherKind: erfundener Artikel, zu ersetzen
  licence: MIT, wie das Projekt
`,
    [`${folder}/entities.yml`]: `# Sorted by id. An entity that another folder defines is only referred to.
entities:
  - id: ${name}
    name: ${word}
    type: company
    description: Werkstatt, die Roboter baut.
    forms:
      - { text: ${word}, inflection: name, ambiguous: true }
    context: [Roboter, Werkstatt]
    evidence:
      - Die Werkstatt ${word}
`,
    [`${folder}/claims.yml`]: `# In the order of the article.
claims:
  - id: ${name}-built-a-robot
    statement: ${word} hat einen Roboter gebaut, der Bücher sortiert.
    subject: ${name}
    predicate: develops
    central: true
    words: [Buch, Roboter, bauen, sortieren]
    attribution: { source: none }
    evidence:
      - ${sentence}
`,
    [`${folder}/findings.yml`]: '# In the order of the article.\nfindings: []\n',
  });
  return [
    `${folder}/: replace the sample by your article (article.txt to the letter), then say who and what stands in it. seeds/README.md says how.`,
    '  npx vitest run --project unit tests/dataset   checks order and tidiness; every fault is one line with its place and its cure',
    `  npm run --silent annotate -- ${folder}/article.txt --explain   shows what is found`,
    'From a long article, "npm run pack -- new ARTICLE" proposes names and claims to start from.',
  ].join('\n');
}
