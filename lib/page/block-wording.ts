/**
 * What a block is by its wording alone: prose, or a pointer, label, notice, credit or invitation that a site sets between its
 * paragraphs. Only short blocks are judged so: in a long one the same words are part of a story. The words are in `noise.yml`.
 */
import { words } from './noise.ts';

const openings = new Set(words.openings);
/** Openings by their first letters, and how labels begin: by these most blocks are told at once. */
const beginLength = 3;
const beginOf = (words: string): string => words.slice(0, beginLength);
const openingsByBegin = Map.groupBy(words.openings, beginOf);
const labelBegins = new Set(words.labels.map(beginOf));
const longestOpening = Math.max(...words.openings.map((opening) => opening.split(' ').length));
const labels = new RegExp(`^(?:${words.labels.join('|')})(?:\\s?[:|]|$)`, 'i');
const channels = new RegExp(`(?<!\\p{L})(?:${words.channels.join('|')})`, 'iu');
const authors = new RegExp(`(?<!\\p{L})(?:${words.authors.join('|')})(?!\\p{L})`, 'iu');

/** A word that notices and invitations need: nearly all prose has none of them, and one native search is enough to know. */
const telling = new RegExp([...words.notices, ...words.invitations].join('|'), 'i');

/** Code units up to which a block can be one of these. */
const longest = { pointer: 320, invitation: 350, notice: 700, credit: 300, introduction: 500 };

/** Whether a block leads elsewhere ("Lesen Sie auch"), labels something, or speaks to the reader about the site. */
export function pointsElsewhere(text: string): boolean {
  if (text.length > longest.notice) return false;
  if ((labelBegins.has(beginOf(text).toLowerCase()) && labels.test(text)) || (telling.test(text) && speaksOfSite(text.toLowerCase(), text))) return true;
  return text.length <= longest.pointer && (/^(?:>>|[→➔➜►▶])/.test(text) || beginsElsewhere(text));
}

function speaksOfSite(lower: string, text: string): boolean {
  if (words.notices.some((notice) => lower.includes(notice))) return true;
  return text.length <= longest.invitation && words.invitations.some((invitation) => lower.includes(invitation)) && channels.test(text);
}

function beginsElsewhere(text: string): boolean {
  const from = /^[\s"„»]{0,3}/.exec(text)![0].length;
  const begins = openingsByBegin.get(beginOf(text.slice(from)).toLowerCase());
  // The words of an opening may have other marks between them than spaces; but its last word stands there.
  if (!begins) return false;
  const lower = text.slice(0, 80).toLowerCase();
  if (!begins.some((opening) => lower.includes(opening.slice(opening.lastIndexOf(' ') + 1)))) return false;
  const first = lower.split(/[^\p{L}\p{N}'-]+/u).filter(Boolean);
  for (let count = Math.min(longestOpening, first.length); count > 0; count -= 1) {
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
  return /^(?:\p{Lu}[\p{L}.-]{0,30} ){2,4}(?:ist|schreibt|arbeitet|berichtet|leitet|war)(?= )/u.test(text) && authors.test(text);
}

/** Ends in sentence punctuation, closing marks and footnote signs allowed behind it. */
export function endsLikeProse(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last === 46 || last === 33 || last === 63) return true;
  return /[.!?…:;—–][\s"'“”„«»‹›’‘)\]*]{0,4}(?:\[\d{1,3}\])?$/.test(text.trimEnd().slice(-12));
}
