/** Notes as CSV (RFC 4180), one row a note, for spreadsheets: cells that would begin a formula are made harmless. */
import type { AnnotationDocument, Note } from '../model.ts';
import { tagOf } from './w3c.ts';

const columns = ['document', 'kind', 'tag', 'begin', 'end', 'quote', 'message', 'rule', 'confidence'] as const;

/** Gives header and rows, each ended by CRLF. `say` turns a note into one German sentence. */
export function toCsv(document: AnnotationDocument, say: (note: Note) => string): string {
  const rows = document.notes.map((note) => [document.id, note.kind, tagOf(note), note.begin, note.end, note.quote, say(note), note.rule, note.confidence]);
  return [columns, ...rows].map((row) => `${row.map((value) => csvCell(String(value))).join(',')}\r\n`).join('');
}

/**
 * One cell, quoted where needed. What a spreadsheet may take for a formula gets an apostrophe before it (OWASP, CSV injection): a leading `=`, `+`, `-`, `@`,
 * also in their wide forms and behind spaces or line breaks, which some programs skip.
 */
export function csvCell(value: string): string {
  const harmless = /^(?:\s{0,100}[=+\-@＝＋－＠]|[\t\r\n])/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
