/**
 * Reads the page in slices, and again where it changed. A page may change while it is read: what it changes then is not trusted
 * until it is read once more.
 */
import type { WholeMap } from '../highlight/text-map.ts';
import { inSlices } from '../highlight/slices.ts';
import type { Article } from '../model.ts';
import type { ChangedBlocks, FollowOutline } from '../page/outline-keeper.ts';
import { articleRoots, type ArticleRoots } from './article-roots.ts';

/** One page being read, step by step (`lib/page/read-page.ts`). */
export interface PageSteps {
  /** Whether parts of the page stand in shadow roots, which are trees of their own. */
  readonly hasShadows: boolean;
  read(): Generator<undefined, { article: Article; map: WholeMap }>;
  /** Reads again only where these changes happened; gives undefined when the page is to be read whole. */
  follow(changes: readonly MutationRecord[], follow: FollowOutline): Generator<undefined, { article: Article; map: WholeMap; changed: ChangedBlocks } | undefined>;
}

export interface PageAsRead {
  article: Article;
  map: WholeMap;
  roots: ArticleRoots;
  /** What is new since the reading before, and what that was; absent when the page was read whole. */
  changed?: ChangedBlocks & { since: Article };
}

export class PageReader {
  readonly #document: Document;
  readonly #open: (document: Document) => PageSteps;
  readonly #follower: () => Promise<FollowOutline | undefined>;
  /** The page as it was read last, if nothing came between. */
  #steps: PageSteps | undefined;
  #article: Article | undefined;
  #run = 0;
  /** The map that was made last, and the text nodes that change while one is made. */
  #map: WholeMap | undefined;
  #meanwhile: Set<Node> | undefined;

  /** Takes a way to begin a reading, and one to come by what follows changes (undefined where there is none). */
  constructor(document: Document, open: (document: Document) => PageSteps, follower: () => Promise<FollowOutline | undefined>) {
    this.#document = document;
    this.#open = open;
    this.#follower = follower;
  }

  /** Reads; where changes are given, only there if that will do. A later call overtakes an earlier one, which gives undefined. */
  async read(changes?: readonly MutationRecord[]): Promise<PageAsRead | undefined> {
    this.#run += 1;
    const run = this.#run;
    const isStale = (): boolean => run !== this.#run;
    const meanwhile = (this.#meanwhile = new Set<Node>());
    const before = this.#steps;
    // Overtaken half-way it would be neither the old nor the new.
    this.#steps = undefined;
    const follow = changes && before && !before.hasShadows ? await this.#follower() : undefined;
    if (isStale()) return undefined;
    const followed = changes && before && follow ? await inSlices(before.follow(changes, follow), isStale) : undefined;
    if (isStale()) return undefined;
    const since = this.#article;
    const steps = followed && before ? before : this.#open(this.#document);
    const page = followed ?? (await inSlices(steps.read(), isStale));
    if (!page || isStale()) return undefined;
    this.#steps = steps;
    this.#article = page.article;
    this.#meanwhile = undefined;
    const map = (this.#map = page.map);
    meanwhile.forEach((node) => map.spoil(node));
    return { article: page.article, map, roots: articleRoots(page.map, steps.hasShadows), ...(followed && since && { changed: { ...followed.changed, since } }) };
  }

  /** A text node has changed. Gives whether it is part of what was or is being read. */
  spoil(text: Node): boolean {
    this.#meanwhile?.add(text);
    return this.#map?.spoil(text) === true || this.#meanwhile !== undefined;
  }

  /** What was read is no longer the page; a reading under way comes to nothing. */
  forget(): void {
    this.#run += 1;
    this.#steps = undefined;
    this.#map = undefined;
    this.#meanwhile = undefined;
  }
}
