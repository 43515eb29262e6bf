/**
 * The entities of some packs, each made when it is first asked for: packs know thousands, an article names a handful. An entity's place is its
 * number among those of all packs in a row, and so the tables of forms name it (`lib/match/form-table.ts`). Only ids that several packs use are
 * settled beforehand, as `join-packs.ts` says.
 */
import type { Entity, Pack } from '../model.ts';
import { isSameAccount, isSameThing, joinEntities, referEntity } from './join-packs.ts';

/** An entity that knows its pack: the first one, where several describe it. */
export type KnownEntity = Entity & { pack: string };

const noKeys: ReadonlyMap<string, string> = new Map();

export class Entities {
  /** Where packs describe an id differently: what each says of it. */
  readonly accounts: ReadonlyMap<string, readonly KnownEntity[]>;
  /** Places, in order, of entities that several packs speak of: there stands what all of them say. */
  readonly joined: ReadonlySet<number>;
  readonly #packs: readonly Pack[];
  /** The place of each pack's first entity. */
  readonly #begins: readonly number[];
  readonly #count: number;
  /** For each pack what its ids mean that mean something else in one before it. */
  readonly #keys: ReadonlyMap<string, string>[] = [];
  readonly #made = new Map<number, KnownEntity>();
  /** Places of what was put together with an entity before it. */
  readonly #gone = new Set<number>();
  #places: Map<string, number> | undefined;

  /** Ids are used once in a pack (`check-pack.ts`). One pack costs nothing here, whatever its size. */
  constructor(packs: readonly Pack[]) {
    this.#packs = packs;
    let count = 0;
    this.#begins = packs.map(({ entities }) => (count += entities.length) - entities.length);
    this.#count = count;
    const accounts = new Map<string, KnownEntity[]>();
    const joined = new Set<number>();
    if (packs.length > 1) packs.forEach((_, at) => this.#settle(at, accounts, joined));
    this.accounts = accounts;
    this.joined = new Set([...joined].sort((a, b) => a - b));
  }

  get size(): number {
    return this.#count - this.#gone.size;
  }

  /** By id; where a later pack means something else by an id, that one by `pack/id`. */
  get(id: string): KnownEntity | undefined {
    const place = this.#byId().get(id);
    return place === undefined ? undefined : this.at(place);
  }

  has(id: string): boolean {
    return this.#byId().has(id);
  }

  keys(): IterableIterator<string> {
    return this.#byId().keys();
  }

  /** All of them: makes every one. */
  values(): KnownEntity[] {
    return this.filter(() => true);
  }

  /** Those that pass the test, in order. It sees them as their packs have them, with references of their own; only those that pass are made. */
  filter(test: (entity: Entity) => boolean): KnownEntity[] {
    const found: KnownEntity[] = [];
    this.#packs.forEach(({ entities }, pack) => entities.forEach((raw, at) => {
      const place = this.#begins[pack]! + at;
      if (!this.#gone.has(place) && test(this.#made.get(place) ?? raw)) found.push(this.at(place));
    }));
    return found;
  }

  /** The entity at a place, always the same object. */
  at(place: number): KnownEntity {
    let made = this.#made.get(place);
    if (!made) {
      const pack = this.#begins.findLastIndex((begin) => begin <= place);
      this.#made.set(place, (made = this.#make(pack, place - this.#begins[pack]!)));
    }
    return made;
  }

  /** Whether what stands at a place is all that the packs say of it. */
  isApart(place: number): boolean {
    return !this.joined.has(place) && !this.#gone.has(place);
  }

  /** What ids of a pack mean that mean something else in one before it. */
  keysOf(pack: number): ReadonlyMap<string, string> {
    return this.#keys[pack] ?? noKeys;
  }

  #make(pack: number, at: number): KnownEntity {
    const { id, entities } = this.#packs[pack]!;
    const raw = entities[at]!;
    const keys = this.keysOf(pack);
    return { ...referEntity(raw, keys), id: keys.get(raw.id) ?? raw.id, pack: id };
  }

  /** Made at the first question where there is one pack; several were settled by it. */
  #byId(): ReadonlyMap<string, number> {
    if (!this.#places) {
      this.#places = new Map();
      for (const { entities } of this.#packs) for (let at = 0; at < entities.length; at += 1) this.#places.set(entities[at]!.id, at);
    }
    return this.#places;
  }

  /** Takes one more pack to those before it. */
  #settle(pack: number, accounts: Map<string, KnownEntity[]>, joined: Set<number>): void {
    const { id: packId, entities } = this.#packs[pack]!;
    const places = (this.#places ??= new Map());
    const known = entities.flatMap((raw, at) => {
      const place = places.get(raw.id);
      return place === undefined ? [] : [{ raw, at, place }];
    });
    this.#keys[pack] = new Map(known.filter(({ raw, place }) => !isSameThing(this.at(place), raw)).map(({ raw: { id } }) => [id, `${packId}/${id}`]));
    entities.forEach(({ id }, at) => {
      const key = this.#keys[pack]!.get(id) ?? id;
      if (!places.has(key)) places.set(key, this.#begins[pack]! + at);
    });
    for (const { raw, at, place } of known) {
      const first = this.at(place);
      const own = { ...referEntity(raw, this.#keys[pack]), pack: packId };
      keepAccount(accounts, first, own);
      if (this.#keys[pack].has(raw.id)) continue;
      this.#made.set(place, joinEntities(first, own));
      joined.add(place);
      this.#gone.add(this.#begins[pack]! + at);
    }
  }
}

function keepAccount(accounts: Map<string, KnownEntity[]>, first: KnownEntity, other: KnownEntity): void {
  const known = accounts.get(other.id) ?? [first];
  if (!known.some((one) => isSameAccount(one, other))) accounts.set(other.id, [...known, other]);
}
