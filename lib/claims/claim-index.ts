/**
 * The claims of a dataset, made ready: by the entities they are about, with their content words as stems weighted by how rare
 * they are among the claims, and their years. Built once for each dataset object.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Claim, EntityType, Quantity } from '../model.ts';
import { keep } from '../text/keep.ts';
import { contentWords } from './content-words.ts';
import { ClaimFinder } from './claim-finder.ts';
import { ClaimStems } from './claim-stems.ts';
import { classesOf, numberOfClass, predicateClasses } from './predicates.ts';
import { allStems, stemsOf } from './word-stems.ts';

export interface IndexedClaim {
  claim: Claim & { pack: string };
  /** Its number in the index. */
  at: number;
  /** Stems of the statement's content words and of its further words, by their numbers; without names of what it is about and words of its predicate. */
  stems: readonly number[];
  /** How telling each stem is. */
  weights: readonly number[];
  /** Sum of the weights of the statement's own words. */
  total: number;
  /** How many words the statement has beside names and predicate. */
  ownWords: number;
  /** Its general concepts. */
  concepts: readonly string[];
  /** Its objects that are names of somebody or something particular, not general concepts. */
  keyObjects: readonly string[];
  years: readonly number[];
  /** The number of its predicate's class; -1 for a predicate that no word speaks for. */
  predicate: number;
  /** Whether its predicate tells what a sum is. */
  measure: boolean;
  /** Its quantity, and whether that is round: an amount that may stand for a more precise one. */
  figure: (Quantity & { round: boolean }) | undefined;
  subjectType: EntityType | undefined;
}

export interface ClaimIndex {
  byEntity: ReadonlyMap<string, readonly IndexedClaim[]>;
  all: readonly IndexedClaim[];
  stems: ClaimStems;
  finder: ClaimFinder;
}

/** Words by which other texts say the same, as the dataset's maker gives them, weigh more than the rest of the statement. */
const tellingFactor = 1.4;

/** The index of a dataset's claims. */
export const claimIndexOf = keep(build);

function build(dataset: Dataset): ClaimIndex {
  const claims = [...dataset.claims.values()];
  const slots = claims.map((claim) => slotsOf(claim, dataset));
  const telling = claims.map((claim) => new Set(claim.words.flatMap((word) => stemsOf(word.split(/[\s-]+/).at(-1)!).slice(0, 1))));
  const numbers = new ClaimStems();
  const frequency = new Map<string, number>();
  for (const own of slots) for (const stem of own.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const byEntity = new Map<string, IndexedClaim[]>();
  const all = claims.map((claim, at): IndexedClaim => {
    const stems: number[] = [];
    const weights: number[] = [];
    let total = 0;
    for (const [stem, share] of slots[at]!) {
      const weight = Math.log(1 + (claims.length + 5) / (frequency.get(stem) ?? 1));
      stems.push(numbers.numberOf(stem));
      weights.push(telling[at]!.has(stem) ? weight * tellingFactor : weight);
      total += weight * share;
    }
    const isConcept = (id: string): boolean => dataset.entities.get(id)?.type === 'concept';
    return {
      claim, at, stems, weights, total, ownWords: [...slots[at]!.values()].filter((share) => share > 0).length, keyObjects: keyObjectsOf(claim, dataset), concepts: claim.objects.filter(isConcept), subjectType: dataset.entities.get(claim.subject)?.type,
      predicate: numberOfClass(claim.predicate), measure: predicateClasses.get(claim.predicate)?.measure ?? false,
      figure: claim.quantity && { ...claim.quantity, round: isRound(claim.quantity.value) },
      years: [...(claim.time ?? '').matchAll(/\b(?:19|20)\d{2}\b/g)].map((year) => Number(year[0])),
    };
  });
  for (const indexed of all) {
    for (const id of new Set([indexed.claim.subject, ...indexed.claim.objects])) {
      const list = byEntity.get(id);
      if (list) list.push(indexed);
      else byEntity.set(id, [indexed]);
    }
  }
  return { byEntity, all, stems: numbers, finder: new ClaimFinder(all, byEntity) };
}

/** One digit that counts. */
function isRound(value: number): boolean {
  return String(value).replace('.', '').replace(/0{1,400}$/, '').length === 1;
}

/** Objects a sentence must name. Persons beside a person are companions (`gemeinsam mit`) where there is another object: they may be left out. */
function keyObjectsOf(claim: Claim, dataset: Dataset): string[] {
  const typeOf = (id: string): EntityType | undefined => dataset.entities.get(id)?.type;
  const particular = claim.objects.filter((id) => typeOf(id) !== 'concept');
  const others = particular.filter((id) => typeOf(id) !== 'person');
  return typeOf(claim.subject) === 'person' && others.length > 0 ? others : particular;
}

/** Stems of a claim with 1 for words of its statement and 0 for further words, which help but are not missed. */
function slotsOf(claim: Claim, dataset: Dataset): Map<string, number> {
  const slots = new Map<string, number>();
  const names = new Set<string>();
  for (const id of [claim.subject, ...claim.objects]) {
    const entity = dataset.entities.get(id);
    for (const form of [{ text: entity?.name ?? '' }, ...(entity?.forms ?? [])]) for (const part of form.text.split(/[\s-]+/)) for (const stem of allStems(part)) names.add(stem);
  }
  const add = (text: string, share: number): void => {
    for (const word of contentWords(text, 0, text.length)) {
      const stem = word.stems[0];
      if (stem !== undefined && !names.has(stem) && !classesOf(word.stems).has(claim.predicate) && !(slots.get(stem) ?? 0)) slots.set(stem, share);
    }
  };
  add(claim.statement, 1);
  for (const further of claim.words) {
    const stems = stemsOf(further.split(/[\s-]+/).at(-1)!);
    if (stems[0] !== undefined && !names.has(stems[0]) && !slots.has(stems[0]) && !classesOf(stems).has(claim.predicate)) slots.set(stems[0], 0);
  }
  return slots;
}
