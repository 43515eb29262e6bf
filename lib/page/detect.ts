/**
 * The cheap question before the costly work: may this page be a German tech article? Structure and language come from the page's
 * own word checked against a sample of its text (`lang="de"` lies often enough), the topic from the host table or a few stems.
 * The background, which has the means, decides.
 */
import type { PageSignals } from '../model.ts';
import { siteOf } from '../sites/site-of.ts';
import { cheapSignals, sampleText } from './cheap-signals.ts';

export interface Sighting {
  signals: PageSignals;
  sample: string;
  /** Worth a message to the background. */
  plausible: boolean;
}

/** Function words that no neighbour language shares in number; in German prose every fifth word is one of them. */
const functionWords = new Set('auch auf aus bei das dem den der des die durch ein eine einen einer für hat im ist mit nach nicht sich sind und von werden wie wird zu zum zur'.split(' '));
const germanShare = 0.15;
const fewWords = 25;
const muchProse = 1_500;

/** Stems of technology, for general papers whose addresses name no section. */
const stems = /(?<![a-zäöüß])(?:app|android|algorithm|apple|browser|chatgpt|chip|cloud|computer|cyber|daten|digital|facebook|google|hacker|handy|instagram|internet|iphone|ki|microsoft|online|openai|plattform|roboter|server|smartphone|software|start-?up|tech|tiktok|whatsapp)/;
const enoughStems = 3;
/** Further ones, of which with those above an article about technology has one at least in so much prose: what has none, even a tech paper wrote about something else. */
const further = /(?<![a-zäöüß])(?:akku|amazon|amd|anwendung|auto|batterie|bildschirm|bitcoin|code|display|domain|drohne|druck|elektr|energie|entwickl|europäische|fahrzeug|fernseh|firmware|forsch|funk|gerät|grafik|hardware|informatik|intel|kamera|klima|konsole|kryptow|künstliche|laptop|laser|linux|mars|maschine|mobil|modell|musk|netz|notebook|nutzer|nvidia|patent|pc|programm|prozessor|quanten|rakete|raum|rechen|samsung|satellit|sicherheit|solar|sony|speicher|spiel|streaming|strom|studie|system|tablet|technik|technolog|telekom|tesla|twitter|update|video|virtuell|web|windows|wissenschaft|xbox)/;
const enoughProse = 300;

/** Takes the document and its address; gives what can be said of it cheaply, and whether to say it. Touches nothing. */
export function detect(document: Document, url: string): Sighting {
  const signals = cheapSignals(document, url);
  const sample = sampleText(document);
  return { signals, sample, plausible: isPlausible(signals, sample, document, new URL(url)) };
}

/** Looks at words one by one: a pattern over the whole sample would be tried at each of its letters. */
function isPlausible(signals: PageSignals, sample: string, document: Document, address: URL): boolean {
  if (!isArticle(signals, sample, document, address)) return false;
  const words = sample.toLowerCase().replaceAll('\n', ' ').split(' ');
  return isGerman(signals, words) && isTech(signals, words, sample.length, address);
}

/** The page says so; or it has one headline, much prose and an address like an article's (a name of three words, a long number). */
function isArticle({ ogType, structuredTypes }: PageSignals, sample: string, document: Document, { pathname }: URL): boolean {
  const types = ` ${structuredTypes?.join(' ')} `;
  if (ogType === 'article' || (/(?:Article|BlogPosting|Review) /.test(types) && !/ (?:CollectionPage|ItemList) /.test(types))) return true;
  return sample.length > muchProse && ogType !== 'website' && /-[^/-]+-[^/]+\/?$|\d{5}/.test(pathname) && document.querySelectorAll('h1').length === 1;
}

/** The text decides where there is enough of it, else the page's word. */
function isGerman({ lang }: PageSignals, words: readonly string[]): boolean {
  let left = germanShare * words.length;
  return words.length < fewWords ? /^de\b/i.test(lang ?? '') : words.some((word) => functionWords.has(word) && (left -= 1) < 0);
}

/** Sites that are not in the table were let in by the reader: there every German article is worth the question. */
function isTech({ sections, title = '' }: PageSignals, words: readonly string[], length: number, { hostname, pathname }: URL): boolean {
  const site = siteOf(hostname, pathname, sections);
  const all = [...title.toLowerCase().split(' '), ...words];
  if (!site || site.whole || site.section) return pathname.length > 1 && (!site || length < enoughProse || all.some((word) => stems.test(word) || further.test(word)));
  return new Set(all.flatMap((word) => stems.exec(word)?.[0] ?? [])).size >= enoughStems;
}
