import type { ListDiff, PackDiff } from '../../lib/packs/diff-pack.ts';

/** A diff as lines: `+` comes, `-` goes, `~` changes, with both values. */
export function printDiff({ head, ...lists }: PackDiff): string {
  const lines = head.map(({ field, before, after }) => `~ ${field}: ${before ?? '–'} → ${after ?? '–'}`);
  for (const [name, list] of Object.entries(lists)) lines.push(...linesOf(name, list));
  return lines.map((line) => `${line}\n`).join('');
}

function linesOf(name: string, { added, removed, changed }: ListDiff): string[] {
  return [
    ...added.map(({ id, label }) => `+ ${name}[${id}] ${label}`),
    ...removed.map(({ id, label }) => `- ${name}[${id}] ${label}`),
    ...changed.flatMap(({ id, fields }) => fields.map(({ field, before, after }) => `~ ${name}[${id}].${field}: ${before ?? '–'} → ${after ?? '–'}`)),
  ];
}
