/**
 * What a block is by its wording alone: prose, or a pointer, label, notice, credit or invitation that a site sets between its
 * paragraphs. Only short blocks are judged so: in a long one the same words are part of a story. The words are in `noise.yml`.
 */
import { words } from './noise.ts';

const openings = new Set(words.openings);
const longestOpening = Math.max(...words.openings.map((opening) => opening.split(' ').length));
const labels = new RegExp(`^(?:${words.labels.join('|')})(?:\\s?[:|]|$)`, 'i');
const notices = new RegExp(words.notices.join('|'), 'i');
const channels = new RegExp(`(?<!\\p{L})(?:${words.channels.join('|')})`, 'iu');
const invitations = new RegExp(words.invitations.join('|'), 'i');
const authors = new RegExp(`(?<!\\p{L})(?:${words.authors.join('|')})(?!\\p{L})`, 'iu');

/** Code units up to which a block can be one of these. */
const longest = { pointer: 320, invitation: 350, notice: 700, credit: 300, introduction: 500 };

/** Whether a block leads elsewhere ("Lesen Sie auch"), labels something, or speaks to the reader about the site. */
export function pointsElsewhere(text: string): boolean {
  if (text.length > longest.notice) return false;
  if (notices.test(text) || labels.test(text)) return true;
  if (text.length <= longest.invitation && channels.test(text) && invitations.test(text)) return true;
  if (text.length > longest.pointer) return false;
  if (/^(?:>>|[→➔➜►▶])/.test(text)) return true;
  const first = text.slice(0, 80).toLowerCase().split(/[^\p{L}\p{N}'-]+/u).filter(Boolean);
  for (let count = Math.min(longestOpening, first.length); count > 0; count -= 1) {
    if (openings.has(first.slice(0, count).join(' '))) return true;
  }
  return false;
}

/** Whether a short block says where a picture or a report is from ("Foto: …/dpa", "© dpa-infocom, …"). */
export function isCredit(text: string): boolean {
  if (text.length > longest.credit) return false;
  return /^\(c\)|^dpa-infocom|©|(?:^|[\s(])(?:Fotos?|Bild|Grafik|Quelle|Credit): ?\S{2,40}(?: \S{1,40}){0,4}\)?\.?$/i.test(text);
}

/** Whether a last paragraph introduces the author: a name, then what they are ("Eva Beispiel ist Redakteurin …"). */
export function introducesAuthor(text: string): boolean {
  if (text.length > longest.introduction) return false;
  return /^(?:\p{Lu}[\p{L}.-]{0,30} ){2,4}(?:ist|schreibt|arbeitet|berichtet|leitet|war)(?= )/u.test(text) && authors.test(text);
}

/** Ends in sentence punctuation, closing marks and footnote signs allowed behind it. */
export function endsLikeProse(text: string): boolean {
  return /[.!?…:;][\s"'“”„«»‹›’‘)\]*]{0,4}(?:\[\d{1,3}\])?$/.test(text.trimEnd().slice(-12));
}
