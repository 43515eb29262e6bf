/**
 * What a block is by its wording alone: prose, or a pointer, label, notice, credit or invitation that a site sets between its
 * paragraphs. Only short blocks are judged so: in a long one the same words are part of a story. The words are in `noise.yml`.
 */
import { words } from './noise.ts';

const openings = new Set(words.openings);
/** Where an opening or a label can be, by a number: its first three letters, and its fifth if that is one. Strings in lower case would cost more than all else here. */
const beginOf = (text: string, at: number, fifth = letterAt(text, at + 4)): number => [0, 1, 2].reduce((sum, next) => sum * 128 + letterAt(text, at + next), fifth);
const begins = new Set([...words.openings, ...words.labels].flatMap((word) => [beginOf(word, 0), beginOf(word, 0, 0)]));
const labels = new Set(words.labels);
const channels = new RegExp(`(?<!\\p{L})(?:${words.channels.join('|')})`, 'iu');
const authors = new RegExp(`(?<!\\p{L})(?:${words.authors.join('|')})(?:in)?(?!\\p{L})`, 'iu');

/** Two letters that every notice and invitation has side by side (a test holds that), and prose seldom: from these on they are looked for. */
const pair = /[bfgjknä][beimnopqs]/;
const told = [...words.notices, ...words.invitations].map((word) => word.slice(word.search(pair) + 2));
const telling = new RegExp(`${pair.source}(?:${told.join('|')})`, 'i');
const notices = new RegExp(words.notices.join('|'), 'i');
const invitations = new RegExp(words.invitations.join('|'), 'i');

/** What an author is said to do. */
const verbs = new Set('ist schreibt arbeitet berichtet leitet war'.split(' '));

/** Code units up to which a block can be one of these. */
const longest = { pointer: 320, invitation: 350, notice: 700, credit: 300, introduction: 500 };

/** Whether a block leads elsewhere ("Lesen Sie auch"), labels something, or speaks to the reader about the site. */
export function pointsElsewhere(text: string): boolean {
  if (text.length > longest.notice) return false;
  if (telling.test(text) && speaksOfSite(text)) return true;
  if (begins.has(beginOf(text, text.search(/[^\s"„»]/))) && beginsElsewhere(text.slice(0, 50).toLowerCase(), text.length)) return true;
  return text.length <= longest.pointer && /^(?:>>|[→➔➜►▶])/.test(text);
}

function speaksOfSite(text: string): boolean {
  return notices.test(text) || (text.length <= longest.invitation && invitations.test(text) && channels.test(text));
}

/** Takes a text's begin in lower case, in which any opening has its place, and how long the text is. The words of an opening may have other marks between them than spaces. */
function beginsElsewhere(lower: string, length: number): boolean {
  if (labels.has(lower.slice(0, lower.search(/\s?[:|]|$/)))) return true;
  const first = lower.match(/[a-zß-ɏ\d'-]+/g) ?? [];
  return length <= longest.pointer && first.some((_, at) => openings.has(first.slice(0, at + 1).join(' ')));
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

/** A number for the plain letter there, whatever its case; 0 where none is. */
function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at) | 32;
  return unit > 96 && unit < 123 ? unit : 0;
}
