/**
 * The nouns of Randnotiz. This file imports nothing, and everything may import it.
 *
 * Every offset is a UTF-16 code unit index into the text of the document it belongs to: `begin` inclusive,
 * `end` exclusive, so that `text.slice(begin, end)` is the thing itself. Every time is in milliseconds since the epoch.
 */

/** A stretch of text: `[begin, end)` in UTF-16 code units. */
export type Span = readonly [begin: number, end: number];

// ───────────────────────────── article: what is read ─────────────────────────────

/** What a page says about itself, without its text. All optional: pages are careless and some lie. */
export interface PageSignals {
  /** The page's address as the browser shows it. */
  url?: string;
  /** The address the page claims for itself (`link rel=canonical`); believed only on the same site. */
  canonical?: string;
  /** `html lang`, as written. */
  lang?: string;
  /** `og:type`. */
  ogType?: string;
  /** All `@type`s found in JSON-LD, at any depth. */
  structuredTypes?: readonly string[];
  /** Sections from `article:section`, JSON-LD `articleSection`, or the first path segments. */
  sections?: readonly string[];
  title?: string;
  author?: string;
  publisher?: string;
  /** ISO 8601 as the page gives it. */
  published?: string;
  /** The page's own words that mark its genre ("Anzeige", "Kommentar", "Meinung"), as written. */
  genreMarkers?: readonly string[];
}

export type BlockKind = 'title' | 'lead' | 'heading' | 'paragraph' | 'item' | 'quote';

/** A block of the article's text. Blocks are in order and do not overlap. */
export interface Block {
  kind: BlockKind;
  begin: number;
  end: number;
}

/** An article as the core reads it: text and what the page says about itself. */
export interface Article {
  id?: string;
  text: string;
  /** Absent for plain text: then blocks are guessed from line breaks. */
  blocks?: readonly Block[];
  signals: PageSignals;
  /** Whether the edge that read it holds it for an article page (plain text: undefined). */
  looksLikeArticle?: boolean;
}

// ───────────────────────────── notes: what is found ─────────────────────────────

export type NoteKind = 'entity' | 'claim' | 'attribution' | 'bias' | 'language' | 'consistency';

/** Why a note stands there: a message key of `locales/` (`reason.…`) with its positional values. Never a finished sentence. */
export interface Reason {
  key: string;
  values: readonly string[];
}

interface NoteBase<Kind extends NoteKind> {
  /** Stable: the same text and dataset give the same id. */
  id: string;
  kind: Kind;
  begin: number;
  end: number;
  /** The text of the hull, `text.slice(begin, end)`. */
  quote: string;
  /** Id of the rule or dataset row that made the note; stable across versions. */
  rule: string;
  /** 0..1 */
  confidence: number;
  reason: Reason;
}

export interface EntityNote extends NoteBase<'entity'> {
  entity: string;
  label: string;
  type: EntityType;
  pack: string;
}

export type ClaimRelation = 'supports' | 'contradicts' | 'mentions';
export type ClaimField = 'subject' | 'predicate' | 'object' | 'quantity' | 'time' | 'polarity';

export interface ClaimDifference {
  field: ClaimField;
  /** What the article at hand says. */
  here: string;
  /** What the dataset's source says. */
  there: string;
  /** True where the value may simply have changed since (a headcount, a sum raised). */
  mayHaveChanged?: boolean;
}

export interface ClaimNote extends NoteBase<'claim'> {
  /** Id of a dataset claim or of a reader's flag. */
  claim: string;
  relation: ClaimRelation;
  /** Whether its source's thread hangs on the claim; absent means no. */
  central?: boolean;
  difference?: ClaimDifference;
  pack: string;
}

export type AttributionType = 'direct' | 'indirect' | 'reported' | 'free-indirect' | 'mixed';
export type SourceClass = 'named' | 'anonymous' | 'collective' | 'institution' | 'media' | 'none';

export interface AttributionNote extends NoteBase<'attribution'> {
  type: AttributionType;
  content: readonly Span[];
  speaker: readonly Span[];
  cue: readonly Span[];
  source: SourceClass;
  /** Dataset id of whom the words mean (a pronoun's person). */
  entity?: string;
  /** The same as a name, where the dataset does not know them. */
  speakerName?: string;
  /** Ids of the attribution notes that are the sources behind this source. */
  chain: readonly string[];
}

export type BiasCategory =
  | 'loaded-language' | 'intensifier' | 'hype' | 'scare-quotes' | 'mockery' | 'rhetorical-question' | 'presumption'
  | 'unsourced-comparison' | 'prediction-as-fact' | 'vague-attribution' | 'generalisation' | 'appeal-to-popularity'
  | 'appeal-to-authority' | 'false-dilemma' | 'mind-reading' | 'sensational-headline' | 'commercial';

export interface BiasNote extends NoteBase<'bias'> {
  category: BiasCategory;
  /** A neutral way to say it, where the table has one. */
  suggestion?: string;
}

export type LanguageCategory = 'machine-translation' | 'grammar' | 'register';

export interface LanguageNote extends NoteBase<'language'> {
  category: LanguageCategory;
  suggestion?: string;
}

export type ConsistencyCategory = 'quantity' | 'attribution' | 'role' | 'time' | 'name';

export interface ConsistencyNote extends NoteBase<'consistency'> {
  category: ConsistencyCategory;
  /** The two or more places of this article that disagree. */
  spans: readonly Span[];
}

export type Note = EntityNote | ClaimNote | AttributionNote | BiasNote | LanguageNote | ConsistencyNote;

/**
 * A note as an engine hands it over: `annotate.ts` seals it with `id` and `quote`, in the offsets of the original text.
 * An attribution's `chain` holds indices into the list that the engine returns, since ids do not exist yet.
 */
export type Draft<N extends Note> = N extends AttributionNote
  ? Omit<N, 'id' | 'quote' | 'chain'> & { chain: readonly number[] }
  : Omit<N, 'id' | 'quote'>;

/** A rule of an engine, read from that engine's `rules.yml`; shown in `docs/rules.md` and the options. */
export interface Rule {
  id: string;
  kind: NoteKind;
  /** Of the notes it makes, where their kind has categories. */
  category?: BiasCategory | LanguageCategory | ConsistencyCategory;
  /** One English line: what it marks, and what it leaves alone. */
  doc: string;
  /** Rules below their kind's precision bar are off unless everything is asked for. */
  on: boolean;
  /** Judged by hand: how many hits were looked at, how many were right. */
  precision?: { judged: number; right: number };
}

// ───────────────────────────── document: what leaves the analysis ─────────────────────────────

export interface PageVerdict {
  url: string;
  title: string;
  /** BCP 47, `und` when nothing can be said. */
  language: string;
  /** 0..1 */
  languageConfidence: number;
  article: boolean;
  tech: boolean;
  /** 0..1 */
  techScore: number;
  verdict: 'annotate' | 'skip';
  /** Machine-readable: `lang:de`, `host:heise.de`, `section:netzwelt`, `terms:14`, … */
  reasons: readonly string[];
  /** Genre by the page's own marker, and the marker as written. */
  genre?: { id: 'news' | 'opinion' | 'advertisement' | 'review'; marker: string };
}

/** One source of the article: who, how often, how much rests on them. */
export interface LedgerRow {
  name: string;
  source: SourceClass;
  entity?: string;
  statements: number;
  words: number;
  direct: number;
  indirect: number;
  /** Where it is first named. */
  first: Span;
}

export interface Summary {
  words: number;
  /** Reading time, in minutes. */
  minutes: number;
  notes: Readonly<Record<NoteKind, number>>;
  /** Counts by category, keyed `kind/category`. */
  categories: Readonly<Record<string, number>>;
  sources: readonly LedgerRow[];
  /** Shares of sentences (0..1) by the class of source they rest on; `none` is the article's own voice. */
  rests: Readonly<Record<SourceClass, number>>;
}

export interface AnnotationDocument {
  schema: 'randnotiz.annotations/1';
  id: string;
  page: PageVerdict;
  text: string;
  /** Ordered by begin, then by -end. */
  notes: readonly Note[];
  summary: Summary;
}

// ───────────────────────────── dataset: what is known ─────────────────────────────

export type EntityType = 'person' | 'company' | 'organisation' | 'project' | 'product' | 'place' | 'event' | 'award' | 'concept';

/** How a name bends: which endings may follow it and still mean the same thing. */
export type Inflection = 'name' | 'noun-s' | 'noun-en' | 'adjective-noun' | 'invariant';

export interface SurfaceForm {
  text: string;
  inflection: Inflection;
  /** Short or common name: counts only where the text gives it context (see `lib/match/`). */
  ambiguous?: boolean;
  /** BCP 47; absent means German or language-independent. */
  language?: string;
}

/** A verbatim place in a source: the build resolves it and refuses what it does not find exactly once. */
export interface Evidence {
  source: string;
  begin: number;
  end: number;
  quote: string;
}

export interface Relation {
  /** Predicate id of `lib/claims/predicates.yml`. */
  predicate: string;
  /** Entity id. */
  to: string;
  /** In words, seen from this entity: "gründete 2015". */
  label: string;
  /** The same seen from the other end, where the predicate's usual words would say more than the source does. */
  inverse?: string;
  evidence: readonly Evidence[];
}

export interface Entity {
  id: string;
  name: string;
  type: EntityType;
  /** One German line: who or what. */
  description: string;
  forms: readonly SurfaceForm[];
  /** Roles that stand for it ("Amazon-Gründer"), used to compare claims, never marked. */
  roles: readonly string[];
  /** Words near an ambiguous form that speak for it. */
  context: readonly string[];
  /** Phrases that contain a form and mean something else ("Bajaj Auto", "Nikola Tesla"). */
  excludes: readonly string[];
  relations: readonly Relation[];
  evidence: readonly Evidence[];
  /** General knowledge stands apart: an address to read on, only where certain. */
  link?: string;
}

export interface Quantity {
  value: number;
  /** Canonical unit: `USD`, `EUR`, `people`, `percent`, `year`, `count`, … */
  unit: string;
  /** How the text hedges it. */
  vague?: 'about' | 'almost' | 'over' | 'at-least' | 'at-most';
}

export interface Claim {
  id: string;
  /** One German sentence. */
  statement: string;
  /** Entity id. */
  subject: string;
  /** Predicate id of `lib/claims/predicates.yml`. */
  predicate: string;
  /** Entity ids the claim is about besides its subject. */
  objects: readonly string[];
  quantity?: Quantity;
  /** As far as the source gives it: `2015`, `2025-10`, "im vergangenen Jahr". */
  time?: string;
  polarity: 'affirmed' | 'negated';
  /** Whether the article's thread hangs on it. */
  central: boolean;
  /** Further content words by which other texts say the same. */
  words: readonly string[];
  /** How the source attributes it. */
  attribution: { source: SourceClass; name?: string };
  evidence: readonly Evidence[];
}

/** A finding of the dataset's maker about the source itself: who says it, how it is said. */
export interface Finding {
  kind: 'attribution' | 'bias' | 'language' | 'consistency';
  /** Category or attribution type. */
  category: string;
  comment: string;
  evidence: readonly Evidence[];
}

/** The article a pack was built from. It is one source, not the truth. */
export interface Source {
  id: string;
  title: string;
  language: string;
  /** What kind of publisher, in words: "Nachrichtenportal, maschinell übersetzt". */
  publisherKind: string;
  publisher?: string;
  /** As far as the text gives it. */
  date?: string;
  url?: string;
  licence: string;
  /** Its whole text, where the licence lets a pack carry it: evidence is checked against it. */
  text?: string;
}

export interface Pack {
  schema: 'randnotiz.pack/1';
  id: string;
  version: string;
  language: string;
  licence: string;
  /** Who made it, as they want to be named. */
  authors?: readonly string[];
  title: string;
  sources: readonly Source[];
  entities: readonly Entity[];
  claims: readonly Claim[];
  findings: readonly Finding[];
}

// ───────────────────────────── flags: what the reader keeps ─────────────────────────────

/** W3C Web Annotation TextQuoteSelector. */
export interface TextQuoteSelector {
  exact: string;
  prefix: string;
  suffix: string;
}

/** W3C Web Annotation TextPositionSelector, in UTF-16 code units of the article's text. */
export interface TextPositionSelector {
  start: number;
  end: number;
}

export type Stance = 'unsure' | 'doubtful' | 'confirmed';

/** What the engines recognised in a flagged claim when it was flagged, in the article's words; the reader may correct it. */
export interface FlagSays {
  subject?: string;
  quantity?: string;
  time?: string;
  source?: string;
}

/** A claim that the reader flagged. Private: it never leaves the extension's own surfaces. */
export interface Flag {
  /** Made by the client (UUID), so that a retry cannot double it. */
  id: string;
  page: { address: string; site: string; url: string; title: string };
  quote: TextQuoteSelector;
  position: TextPositionSelector;
  stance: Stance;
  /** Who or what confirms it; only with stance `confirmed`. */
  confirmedBy?: string;
  note: string;
  /** The reader's own words to find it by; sorted, each once. */
  tags: readonly string[];
  /** Where the reader found evidence: an http or https address. */
  link?: string;
  says?: FlagSays;
  created: number;
  changed: number;
  /** Set when thrown away; the row stays so that it can come back. */
  deleted?: number;
}

/** What a reader typed into a flag's form. What is not named was not touched and stays as it is; an empty text takes confirmation, link or a part of `says` away. */
export interface FlagChange {
  stance?: Stance;
  note?: string;
  /** Only with stance `confirmed`. */
  confirmedBy?: string;
  tags?: readonly string[];
  link?: string;
  says?: FlagSays;
}

/** All that a revision can say of a flag; `null` means: no longer there. */
export interface FlagFields {
  page: Flag['page'];
  quote: TextQuoteSelector;
  position: TextPositionSelector;
  stance: Stance;
  confirmedBy: string | null;
  note: string;
  tags: readonly string[];
  link: string | null;
  says: FlagSays | null;
  created: number;
  /** When it was thrown away; `null` takes it out of the bin again. */
  deleted: number | null;
  /** Gone for good: no other revision of this flag counts any more, on any device. */
  purged: true;
}

/**
 * One change of one flag: what is kept. A flag is what its revisions add up to, so two notebooks are merged by putting their revisions
 * together (`lib/notebook/`). A revision is never changed.
 */
export interface Revision {
  /** Unique; the same id is the same revision wherever it turns up. */
  id: string;
  flag: string;
  /** Where it was made: a random name of the device's own. */
  device: string;
  /** Lamport clock: larger than that of any revision its device knew. Decides which of two changes counts; wall clocks may be a day apart. */
  clock: number;
  /** The device's wall clock, in milliseconds; only shown. */
  at: number;
  /** All fields at the creation, later only those that change. */
  set: Partial<FlagFields>;
}

/** Where a flag stands on the page at hand. */
export interface PlacedFlag {
  flag: Flag;
  /** `exact`: to the letter; `changed`: found though the text changed; `moved`: elsewhere; `elsewhere`: another article repeats it; `lost`: not on this page. */
  state: 'exact' | 'changed' | 'moved' | 'elsewhere' | 'lost';
  span?: Span;
}

/** A reader's "not right": notes like this one are not shown any more. Kept in the settings; can be taken back. */
export interface Dismissal {
  /** Made by the client (UUID). */
  id: string;
  /** This one note, all of its rule on this site, or all of its rule. */
  scope: 'note' | 'site' | 'everywhere';
  kind: NoteKind;
  rule: string;
  /** The words where it was said; with scope `note`, the words that are meant. */
  quote: string;
  /** With scope `note` the page's address, with `site` the site. */
  where?: string;
  /** When, in milliseconds. */
  at: number;
}
