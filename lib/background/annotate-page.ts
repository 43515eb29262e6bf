/** Analyses what a reader read, once for the same text and flags, and places the page's own flags in it. */
import { annotate } from '../annotate.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { withoutDismissed } from '../dismissed.ts';
import type { AnnotatedPage, BackgroundCalls, Failure } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import type { AnnotationDocument, Article, ClaimNote, Flag, Note, PlacedFlag, Span } from '../model.ts';
import { contentHash } from '../store/content-hash.ts';
import type { SightingRow } from '../store/rows.ts';
import { recallAnalysis, rememberAnalysis } from '../store/session.ts';
import type { Drafts } from '../store/drafts.ts';
import type { Sightings } from '../store/sightings.ts';
import { readSettings, settingsForSite } from '../store/settings.ts';
import type { Versions } from '../store/versions.ts';
import { currentDataset } from './current-dataset.ts';
import { placeHere } from './flag-calls.ts';
import type { FlagsNear, FlagsNearReader } from './flags-near.ts';
import { type OwnPage, pageOf } from './own-page.ts';
import { quietly } from './quietly.ts';
import { readRecord, writeRecord } from './tab-records.ts';
import { showStatus } from './toolbar.ts';

/** What is kept beside the flags, where it is kept. */
export interface Beside {
  sightings?: Sightings;
  drafts?: Drafts;
  versions?: Versions;
}

/** What stands in place of a pack's id on notes about flags. */
const flagsPack = 'flags';

/** Takes what gives the flags, and the stores; gives the answer to `annotate`. Flags that cannot be read are a failure beside the notes, never instead of them. */
export function createAnnotatePage(flagsNear: FlagsNearReader, { sightings, drafts, versions }: Beside = {}): Handlers<BackgroundCalls>['annotate'] {
  return async ({ token, article, isBegin = false }, caller) => {
    if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
    const { tab, incognito } = caller;
    const page = pageOf(caller, article.signals);
    // All that is asked of the browser is asked at once: each answer takes a way of its own through other processes.
    const [record, all, flags, { dataset, own, stamp }, drafted] = await Promise.all([
      readRecord(tab, token), readSettings(), readFlags(flagsNear, article.text, page.address), currentDataset(), hasDrafts(drafts, page.address, incognito),
    ]);
    const forced = record?.forced ?? false;
    const settings = settingsForSite(all, page.site, incognito);
    const trusted = { ...article, signals: { ...article.signals, url: page.url } };
    const document = await analyse(trusted, dataset, stamp, flags, forced, incognito);

    const status = document.page.verdict === 'annotate' || forced ? 'annotated' : 'skipped';
    const placed = isBegin ? [] : await placeHere(flags.here, document.text, incognito ? undefined : versions);
    if (all.sightings && !incognito) await sightings?.keep(sightingsIn(document, page));
    // In order behind what was said of the page before; the marks do not wait for the toolbar.
    quietly(
      writeRecord({ tab, token, ...page, incognito, status, injected: true }),
      showStatus(tab, status, withoutDismissed(document.notes, settings.dismissed ?? [], page.address).length, document.page),
    );
    return success<AnnotatedPage>({
      document,
      flags: [...placed, ...placeRepeated(document.notes, flags.near)],
      ...(isBegin && flags.here.length > 0 ? { isUnplaced: true as const } : {}),
      settings,
      page: { address: page.address, site: page.site },
      ...(own.length > 0 ? { ownPacks: own } : {}),
      ...(drafted ? { drafts: true } : {}),
      ...(flags.failure ? { failure: flags.failure } : {}),
    });
  };
}

async function hasDrafts(drafts: Drafts | undefined, address: string, incognito: boolean): Promise<boolean> {
  const rows = incognito ? undefined : await drafts?.onPage(address);
  return rows?.ok === true && rows.value.some(({ quote }) => quote !== undefined);
}

/** Takes the flags; gives the answer to `annotatePart`. The page was judged before, so a part is annotated whatever it is about; nothing of it is remembered. */
export function createAnnotatePart(flagsNear: FlagsNearReader): Handlers<BackgroundCalls>['annotatePart'] {
  return async ({ article, begin, end }, caller) => {
    if (caller.kind !== 'page') return failure('not_permitted', 'only a page may ask this');
    const page = pageOf(caller, article.signals);
    const { near, here } = await readFlags(flagsNear, article.text, page.address);
    const { dataset } = await currentDataset();
    const trusted = { ...article, signals: { ...article.signals, url: page.url } };
    const { notes } = annotate(trusted, dataset, { force: true, flags: near, withoutFlags: new Set(here.map(({ id }) => id)) });
    return success({ notes: notes.filter((note) => note.begin >= begin && note.end <= end) });
  };
}

async function readFlags(flagsNear: FlagsNearReader, text: string, address: string): Promise<FlagsNear & { failure?: Failure }> {
  const found = await flagsNear(text, address);
  return found.ok ? found.value : { here: [], near: [], failure: found.error };
}

/** The flags of other pages that this article repeats, each where it first does. */
function placeRepeated(notes: readonly Note[], flags: readonly Flag[]): PlacedFlag[] {
  const places = new Map<string, Span>();
  for (const note of notes) {
    if (note.kind === 'claim' && note.pack === flagsPack && !places.has(note.claim)) places.set(note.claim, [note.begin, note.end]);
  }
  return flags.flatMap((flag) => {
    const span = places.get(flag.id);
    return span ? [{ flag, state: 'elsewhere' as const, span }] : [];
  });
}

/** Where this article repeats a flag of another one. */
function sightingsIn(document: AnnotationDocument, { address }: OwnPage): Omit<SightingRow, 'id'>[] {
  const repeated = document.notes.filter((note): note is ClaimNote => note.kind === 'claim' && note.pack === flagsPack);
  return repeated.map((note) => ({ flag: note.claim, address, title: document.page.title, quote: note.quote, at: Date.now() }));
}

/** The analysis of this article with this dataset and these flags; remembered for the session, but not for a private window. */
async function analyse(article: Article, dataset: Dataset, stamp: string, { near, here }: FlagsNear, force: boolean, incognito: boolean): Promise<AnnotationDocument> {
  const work = () => annotate(article, dataset, { force, flags: near, withoutFlags: new Set(here.map(({ id }) => id)) });
  if (incognito) return work();
  const hash = await contentHash(JSON.stringify([article, stamp, force, near.map(({ id, changed, quote }) => [id, changed, quote.exact]), here.map(({ id }) => id)]));
  const known = await recallAnalysis(hash);
  if (known) return known;
  const document = work();
  quietly(rememberAnalysis(hash, document));
  return document;
}
