/** An annotation document as Markdown to read or paste: what the page is, its sources, then the notes by kind. */
import type { AnnotationDocument, Note, NoteKind, SourceClass } from '../model.ts';

/** The words of the document's frame, in the reader's language. */
export interface MarkdownWords {
  kinds: Record<NoteKind, string>;
  sources: string;
  /** One note as a sentence. */
  say(note: Note): string;
  /** A source's class as a word. */
  sourceClass(source: SourceClass): string;
}

const order: readonly NoteKind[] = ['entity', 'claim', 'attribution', 'bias', 'consistency', 'language'];

/** Gives Markdown; every word taken from the article is escaped, so that it shows as text. */
export function toMarkdown(document: AnnotationDocument, words: MarkdownWords): string {
  const { page, summary } = document;
  const head = [`# ${escapeMarkdown(page.title || document.id)}`, '', [page.url && `<${page.url}>`, page.language, `${summary.words} · ${summary.minutes} min`].filter(Boolean).join(' · ')];
  const sources = summary.sources.map((row) => `| ${escapeMarkdown(row.name)} | ${words.sourceClass(row.source)} | ${row.statements} | ${row.words} |`);
  const ledger = sources.length > 0 ? ['', `## ${words.sources}`, '', '| | | n | w |', '|---|---|---|---|', ...sources] : [];
  const sections = order.flatMap((kind) => {
    const notes = document.notes.filter((note) => note.kind === kind);
    return notes.length === 0 ? [] : ['', `## ${words.kinds[kind]} (${notes.length})`, '', ...notes.map((note) => `- „${escapeMarkdown(oneLine(note.quote))}“ — ${escapeMarkdown(words.say(note))}`)];
  });
  return `${[...head, ...ledger, ...sections].join('\n')}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Text as Markdown text: no emphasis, link, HTML or table cell can begin in it. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`);
}
