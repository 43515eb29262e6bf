/**
 * What every call may carry, checked where it arrives: shape, length and count. Anything else in a message is cut off here,
 * because `v.object` builds a new object of the known keys only. `satisfies` ties each schema to the call map.
 */
import * as v from 'valibot';
import type { Article } from '../model.ts';
import { confirmedBySchema, flagSchema, linkSchema, noteSchema, positionSchema, quoteSchema, stanceSchema, tagsSchema, timeSchema } from '../notebook/flag-schema.ts';
import { longestFile } from '../packs/limits.ts';
import type { BackgroundCalls, DataOf } from './calls.ts';

/** Longest text of a page that is taken (UTF-16 code units); longer ones are cut by the edge that reads them. */
export const maxTextLength = 10_000_000;

const token = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const address = v.pipe(v.string(), v.maxLength(8_192));
const prose = v.pipe(v.string(), v.maxLength(20_000));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const kind = v.picklist(['entity', 'claim', 'attribution', 'bias', 'language', 'consistency']);
const density = v.picklist(['core', 'normal', 'everything']);
const site = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** What a page says of itself may be absurdly long: it is cut, not refused, so that its article can still be read. */
const said = v.pipe(v.string(), v.transform((text) => text.slice(0, 2_000)));
const saidList = v.pipe(v.array(said), v.transform((list) => list.slice(0, 200)));

const signals = v.object({
  url: v.optional(address),
  canonical: v.optional(address),
  lang: v.optional(said),
  ogType: v.optional(said),
  structuredTypes: v.optional(saidList),
  sections: v.optional(saidList),
  title: v.optional(said),
  author: v.optional(said),
  publisher: v.optional(said),
  published: v.optional(said),
  genreMarkers: v.optional(saidList),
});

const block = v.object({
  kind: v.picklist(['title', 'lead', 'heading', 'paragraph', 'item', 'quote']),
  begin: offset,
  end: offset,
});

/** An article as a content script reads it. */
const article: v.GenericSchema<unknown, Article> = v.pipe(
  v.object({
    id: v.optional(id),
    text: v.pipe(v.string(), v.maxLength(maxTextLength)),
    blocks: v.optional(v.pipe(v.array(block), v.maxLength(200_000))),
    signals,
    looksLikeArticle: v.optional(v.boolean()),
  }),
  v.check(({ text, blocks }) => areInOrder(blocks ?? [], text.length), 'blocks overlap or leave the text'),
);

/** Whether blocks stand one after the other, all inside a text of this length. */
function areInOrder(blocks: readonly { begin: number; end: number }[], length: number): boolean {
  let last = 0;
  return blocks.every(({ begin, end }) => {
    const fits = begin >= last && end >= begin && end <= length;
    last = end;
    return fits;
  });
}

/** So much of an article goes with a question about some of its words (UTF-16 code units). */
const longestAround = 60_000;

const noLink = v.literal('');
const field = v.optional(v.pipe(v.string(), v.maxLength(500)));
/** What a form can hold once it is sent. */
const form = {
  stance: v.optional(stanceSchema),
  note: v.optional(noteSchema),
  confirmedBy: v.optional(confirmedBySchema),
  tags: v.optional(tagsSchema),
  link: v.optional(v.union([noLink, linkSchema])),
  // An empty text is a field that was left open.
  says: v.optional(v.object({ subject: field, quantity: field, time: field, source: field })),
};

/** While it is typed in, a link may be half an address. */
const draft = v.object({
  id,
  quote: v.optional(quoteSchema),
  position: v.optional(positionSchema),
  form: v.object({ ...form, link: v.optional(address), tags: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(200))) }),
  changed: timeSchema,
});

/** A "not right" without its page, which the browser names. */
const dismissal = v.object({
  id,
  scope: v.picklist(['note', 'site', 'everywhere']),
  kind,
  rule: id,
  quote: v.pipe(v.string(), v.transform((text) => text.slice(0, 500))),
  at: timeSchema,
});

/** What the probe brings back from a page: see `lib/page/detect.ts`. */
export const sightingSchema = v.object({ token, signals, sample: prose, plausible: v.boolean() });

/** One more than the reader of packs takes: it says itself, in words, that a file is too large. */
const packText = v.pipe(v.string(), v.maxLength(longestFile + 1));

type Schemas<Calls> = { readonly [Name in keyof Calls]: v.GenericSchema<unknown, DataOf<Calls, Name>> };

export const backgroundSchemas: Schemas<BackgroundCalls> = {
  sighted: v.object({ token, signals, sample: prose }),
  annotate: v.object({ token, article, isBegin: v.optional(v.boolean()) }),
  placeFlags: v.object({ token, text: v.pipe(v.string(), v.maxLength(maxTextLength)) }),
  annotatePart: v.object({ token, article, begin: offset, end: offset }),
  card: v.union([v.object({ entity: id }), v.object({ claim: id })]),
  cards: v.object({ entities: v.pipe(v.array(id), v.maxLength(2_000)) }),
  keepFlag: v.object({ flag: flagSchema }),
  changeFlag: v.object({ id, ...form }),
  deleteFlag: v.object({ id }),
  restoreFlag: v.object({ id }),
  keepDraft: v.object({ draft }),
  pageDrafts: v.object({}),
  dropDraft: v.object({ id }),
  aboutWords: v.object({ text: v.pipe(v.string(), v.maxLength(longestAround)), begin: offset, end: offset }),
  notebookChanged: v.object({ addresses: v.optional(v.pipe(v.array(address), v.maxLength(100_000))) }),
  bringSurfaces: v.object({ token }),
  bringFollower: v.object({ token }),
  bringStyle: v.object({ token, inFrames: v.boolean() }),
  openPrint: v.object({ tab: v.optional(tab) }),
  dismiss: v.object({ dismissal }),
  undismiss: v.object({ id }),
  dismissals: v.object({}),
  setDensity: v.object({ density, site: v.optional(site), tab: v.optional(tab) }),
  setDensityHere: v.object({ density }),
  setRuler: v.object({ on: v.boolean() }),
  setQuiet: v.object({ on: v.boolean() }),
  setHidden: v.object({ site, hidden: v.pipe(v.array(kind), v.maxLength(6)), tab: v.optional(tab) }),
  setOff: v.object({ site, off: v.boolean(), tab: v.optional(tab) }),
  listPacks: v.object({}),
  previewPack: v.object({ text: packText }),
  installPack: v.object({ text: packText }),
  switchPack: v.object({ id, on: v.boolean() }),
  removePack: v.object({ id }),
  undoPacks: v.object({}),
  annotateTab: v.object({ tab }),
  explainTab: v.object({ tab }),
};
