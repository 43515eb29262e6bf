/** The packs of `seeds/`, compiled and checked when the program is built: see `scripts/vite/packs.ts`. */
declare module 'virtual:randnotiz/packs' {
  export const bundledPacks: readonly import('../model.ts').Pack[];
  /** Their forms, compiled, by the pack's id. */
  export const bundledTables: ReadonlyMap<string, ArrayBuffer>;
  /** Ids of `lib/claims/predicates.yml`, against which they were checked and every other pack is. */
  export const predicateIds: readonly string[];
}
