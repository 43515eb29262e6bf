/**
 * What a block is by its wording alone: prose, or a pointer, label, notice, credit or invitation that a site sets between its
 * paragraphs. Only short blocks are judged so: in a long one the same words are part of a story. The words are in `noise.yml`.
 */
import { words } from './noise.ts';

const openings = new Set(words.openings);
/** Openings and labels by their first letters: by these most blocks are told at once. */
const beginOf = (words: string): string => words.slice(0, 3);
const begins = Map.groupBy([...words.openings, ...words.labels], beginOf);
const labels = new Set(words.labels);
const channels = new RegExp(`(?<!\\p{L})(?:${words.channels.join('|')})`, 'iu');
const authors = new RegExp(`(?<!\\p{L})(?:${words.authors.join('|')})(?:in)?(?!\\p{L})`, 'iu');

/** Words that notices and invitations need, from where they are soon looked for: their first space, or in one word a rare letter. Nearly all prose has none of them. */
const told = [...words.notices, ...words.invitations].map((word) => word.slice(word.search(/ .{5}/.test(word) ? / / : /[bfgkn]/)));
const telling = [...Map.groupBy(told, (word) => word[0] === ' ').values()].map((some) => new RegExp(some.join('|'), 'i'));

/** What an author is said to do. */
const verbs = new Set('ist schreibt arbeitet berichtet leitet war'.split(' '));

/** Code units up to which a block can be one of these. */
const longest = { pointer: 320, invitation: 350, notice: 700, credit: 300, introduction: 500 };

/** Whether a block leads elsewhere ("Lesen Sie auch"), labels something, or speaks to the reader about the site. */
export function pointsElsewhere(text: string): boolean {
  if (text.length > longest.notice) return false;
  if (telling.some((words) => words.test(text)) && speaksOfSite(text.toLowerCase(), text)) return true;
  const like = begins.get(beginOf(text.slice(text.search(/[^\s"„»]/))).toLowerCase());
  if (like && beginsElsewhere(text.slice(0, 80).toLowerCase(), like, text.length)) return true;
  return text.length <= longest.pointer && /^(?:>>|[→➔➜►▶])/.test(text);
}

function speaksOfSite(lower: string, text: string): boolean {
  if (words.notices.some((notice) => lower.includes(notice))) return true;
  return text.length <= longest.invitation && words.invitations.some((invitation) => lower.includes(invitation)) && channels.test(text);
}

/** Takes a text's begin in lower case, the openings and labels that begin with the same letters, and how long the text is. */
function beginsElsewhere(lower: string, like: readonly string[], length: number): boolean {
  // The words of an opening may have other marks between them than spaces; but its last word stands there.
  if (!like.some((opening) => lower.includes(opening.slice(opening.lastIndexOf(' ') + 1)))) return false;
  if (labels.has(lower.slice(0, lower.search(/\s?[:|]|$/)))) return true;
  if (length > longest.pointer) return false;
  const first = lower.split(/[^\p{L}\p{N}'-]+/u).filter(Boolean);
  for (let count = first.length; count > 0; count -= 1) {
    if (openings.has(first.slice(0, count).join(' '))) return true;
  }
  return false;
}

/** Whether a short block says where a picture or a report is from ("Foto: …/dpa", "© dpa-infocom, …"). */
export function isCredit(text: string): boolean {
  if (text.length > longest.credit) return false;
  if (text.includes('©') || /^(?:\(c\)|dpa-infocom)/i.test(text)) return true;
  return text.includes(':') && /(?:^|[\s(])(?:Fotos?|Bild|Grafik|Quelle|Credit): ?\S{2,40}(?: \S{1,40}){0,4}\)?\.?$/i.test(text);
}

/** Whether a last paragraph introduces the author: a name, then what they are ("Eva Beispiel ist Redakteurin …"). */
export function introducesAuthor(text: string): boolean {
  if (text.length > longest.introduction) return false;
  const first = text.split(' ', 6);
  const verb = first.findIndex((word) => verbs.has(word));
  return verb > 1 && verb < 5 && first.length > verb + 1 && first.slice(0, verb).every((word) => /^\p{Lu}[\p{L}.-]{0,30}$/u.test(word)) && authors.test(text);
}

/** Ends in sentence punctuation, closing marks and footnote signs allowed behind it. */
export function endsLikeProse(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last === 46 || last === 33 || last === 63) return true;
  return /[.!?…:;—–][\s"'“”„«»‹›’‘)\]*]{0,4}(?:\[\d{1,3}\])?$/.test(text.trimEnd().slice(-12));
}
