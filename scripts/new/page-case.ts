import { writeNew } from './write.ts';

/** A page case: the page, to be filled with what is hard to read on it. Takes the project's root and a name; gives the next step. */
export function newPageCase(root: string, name: string): string {
  writeNew(root, { [`tests/page/cases/${name}/page.html`]: page(name) });
  return [
    `tests/page/cases/${name}/page.html: put in what is hard about the page, in words of your own. Then`,
    '  npx vitest run --project unit tests/page/cases.test.ts -u',
    `writes tests/page/cases/${name}/expected.json: read it before you commit it.`,
  ].join('\n');
}

function page(name: string): string {
  return `<!doctype html>
<!-- https://zeitung.example/netzwelt/${name}-1 -->
<html lang="de"><head><meta charset="utf-8"><title>Nordlicht zeigt ein Notebook | Zeitung</title><meta property="og:type" content="article"></head>
<body><main><article>
<h1>Nordlicht zeigt ein Notebook</h1>
<p>Der Hersteller Nordlicht hat am Dienstag in Kiel ein Notebook vorgestellt, dessen Akku nach eigenen Angaben zwei Tage hält und sich austauschen lässt.</p>
<p>„Wir haben das Mainboard von Grund auf neu entworfen“, sagte Entwicklungsleiterin Jana Petersen. Die Auslieferung soll im März beginnen.</p>
</article></main></body></html>
`;
}
