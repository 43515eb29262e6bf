/** Flags as Markdown, by article: to read, to paste, for a folder of notes. Every word from outside is escaped. Not read back. */
import type { Flag } from '../model.ts';
import type { FlagWords } from './flag-words.ts';
import { escapeMarkdown } from './markdown.ts';
import { textFragmentLink } from './text-fragment.ts';

/** Gives the flags by article in the order given; those in the bin are left out. */
export function flagsToMarkdown(flags: readonly Flag[], words: FlagWords): string {
  const sections = [...byArticle(flags)].flatMap(([address, group]) => {
    const { title, site } = group[0]!.page;
    return ['', `## ${escapeMarkdown(oneLine(title) || site || address)}`, '', link(address), ...group.flatMap((flag) => ['', ...entry(flag, words)])];
  });
  return `${[`# ${escapeMarkdown(words.title)}`, ...sections].join('\n')}\n`;
}

/** Groups flags by article, in the order of each article's first flag; those in the bin are left out. */
export function byArticle(flags: readonly Flag[]): Map<string, Flag[]> {
  const groups = new Map<string, Flag[]>();
  for (const flag of flags) {
    if (flag.deleted !== undefined) continue;
    const group = groups.get(flag.page.address);
    if (group) group.push(flag);
    else groups.set(flag.page.address, [flag]);
  }
  return groups;
}

function entry(flag: Flag, words: FlagWords): string[] {
  const stance = flag.confirmedBy ? `${words.stance(flag.stance)} (${flag.confirmedBy})` : words.stance(flag.stance);
  return [
    ...flag.quote.exact.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`> ${escapeMarkdown(line.trim())}`])),
    '',
    `- ${escapeMarkdown(words.label('stance'))}: ${escapeMarkdown(oneLine(stance))}`,
    ...(flag.note ? [`- ${escapeMarkdown(words.label('note'))}: ${escapeMarkdown(oneLine(flag.note))}`] : []),
    ...(flag.tags.length > 0 ? [`- ${escapeMarkdown(words.label('tags'))}: ${flag.tags.map((tag) => escapeMarkdown(oneLine(tag))).join(', ')}`] : []),
    ...(flag.link ? [`- ${escapeMarkdown(words.label('evidence'))}: ${link(flag.link)}`] : []),
    `- ${link(textFragmentLink(flag.page.url, flag.quote), words.date(flag.created))}`,
  ];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A link of the web; any other address (`javascript:` would be a link in Markdown too) stays text. */
function link(address: string, words?: string): string {
  if (!/^https?:\/\//i.test(address)) return escapeMarkdown(oneLine(words ?? address));
  // Between angle brackets: whatever would end it is encoded.
  const target = `<${address.replaceAll(/[<>\s\\]/g, (sign) => encodeURIComponent(sign))}>`;
  return words === undefined ? target : `[${escapeMarkdown(words)}](${target})`;
}
