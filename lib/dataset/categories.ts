/**
 * The closed lists of `model.ts` as values, for the border where data comes in. Each is written as a record over its
 * type, so that the compiler asks for a new member here as soon as the model has it.
 */
import type {
  AttributionType, BiasCategory, Claim, ConsistencyCategory, EntityType, Finding, Inflection, LanguageCategory, Quantity, SourceClass,
} from '../model.ts';

type Listed<T extends string> = Record<T, true>;

/** The members of a closed list, in the order written. */
function members<T extends string>(listed: Listed<T>): readonly [T, ...T[]] {
  return Object.keys(listed) as unknown as readonly [T, ...T[]];
}

export const entityTypes = members<EntityType>({
  person: true, company: true, organisation: true, project: true, product: true, place: true, event: true, award: true, concept: true,
});

export const inflections = members<Inflection>({ name: true, 'noun-s': true, 'noun-en': true, 'adjective-noun': true, invariant: true });

export const sourceClasses = members<SourceClass>({
  named: true, anonymous: true, collective: true, institution: true, media: true, none: true,
});

export const polarities = members<Claim['polarity']>({ affirmed: true, negated: true });

export const vaguenesses = members<NonNullable<Quantity['vague']>>({ about: true, almost: true, over: true, 'at-least': true, 'at-most': true });

const attributionTypes: Listed<AttributionType> = { direct: true, indirect: true, reported: true, 'free-indirect': true, mixed: true };

const biasCategories: Listed<BiasCategory> = {
  'loaded-language': true, intensifier: true, hype: true, 'scare-quotes': true, mockery: true, 'rhetorical-question': true,
  presumption: true, 'unsourced-comparison': true, 'prediction-as-fact': true, 'vague-attribution': true, generalisation: true,
  'appeal-to-popularity': true, 'appeal-to-authority': true, 'false-dilemma': true, 'mind-reading': true,
  'sensational-headline': true, commercial: true,
};

const languageCategories: Listed<LanguageCategory> = { 'machine-translation': true, grammar: true, register: true };

const consistencyCategories: Listed<ConsistencyCategory> = { quantity: true, attribution: true, role: true, time: true, name: true };

/** What a finding of each kind may be called. An attribution finding names the way of speech, or the class of its source where that is the point. */
export const findingCategories: Readonly<Record<Finding['kind'], readonly string[]>> = {
  attribution: [...Object.keys(attributionTypes), ...sourceClasses],
  bias: Object.keys(biasCategories),
  language: Object.keys(languageCategories),
  consistency: Object.keys(consistencyCategories),
};

export const findingKinds = members<Finding['kind']>({ attribution: true, bias: true, language: true, consistency: true });
