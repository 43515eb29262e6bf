// @vitest-environment happy-dom
/** Scripts in every field that a card shows: text stays text, addresses are of the web, and a message's placeholders are filled once. */
import { cleanup, render } from '@testing-library/preact';
import { Card } from '../../components/Card.tsx';
import * as sample from '../../components/stories/sample.ts';
import { Surface } from '../../components/Surface.tsx';
import type { Note } from '../../lib/model.ts';
import { germanTexts } from '../../lib/texts/table-texts.ts';
import type { HostileCase } from './hostile-case.ts';
import { runCases } from './run-cases.ts';

const payloads = ['<script>letIn=1</script>', '<img src=x onerror=letIn=1>', '"><svg onload=letIn=1>', 'javascript:letIn=1', '$1 $2 $& $$', '__proto__', '{{constructor}}', '\u202e\0\ud800', '&lt;b&gt;&#0;', '</style><style>*{display:none}'] as const;

/** The same value with every text in it replaced, but for the words by which the house tells kinds apart. */
function poisoned<T>(value: T, payload: string, kept: ReadonlySet<string>): T {
  if (typeof value === 'string') return (kept.has(value) ? value : payload) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => poisoned(one, payload, kept)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, /^(?:kind|type|relation|source|category|field|id|entity|claim|pack|rule|key|date|state|stance|class)$/.test(key) && typeof inner === 'string' ? inner : poisoned(inner as unknown, payload, kept)])) as T;
}

async function shown(note: Note, payload: string): Promise<string[]> {
  const hostile = poisoned(note, payload, new Set());
  const load = async (asked: { entity: string } | { claim: string }) => {
    const answer = await sample.load(asked);
    return poisoned(answer, payload, new Set());
  };
  const { container } = render(
    <Surface texts={germanTexts}>
      <Card notes={[hostile]} article={{ text: sample.text, notes: [hostile] }} load={load} onShow={() => {}} onFlag={() => {}} onClose={() => {}} />
    </Surface>,
  );
  await new Promise((resolve) => setTimeout(resolve, 5));
  const faults: string[] = [];
  for (const element of container.querySelectorAll('*')) {
    if (/^(?:script|img|iframe|object|embed|svg|style|link|base|meta)$/i.test(element.tagName) && element.outerHTML.includes('letIn')) faults.push(`a ${element.tagName} came out of a text`);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) faults.push(`the handler ${name} came out of a text`);
      if (/^(?:href|src|action|formaction)$/i.test(name) && !/^(?:https?:|#)/i.test(value)) faults.push(`${name} is ${value}`);
      if (name === 'style' && value.includes(payload)) faults.push('a text became style');
    }
  }
  cleanup();
  return faults;
}

const cases: readonly HostileCase[] = sample.notes
  .filter((note, at, all) => all.findIndex(({ kind }) => kind === note.kind) === at)
  .flatMap((note) => payloads.map((payload, at) => ({ id: `${note.kind} card of payload ${at}`, tries: `payload ${at} (${JSON.stringify(payload).slice(0, 40)}) in every text of the card of a note of kind ${note.kind}`, run: () => shown(note, payload) })));

runCases('scripts in every field', cases);
