/** The closed word classes of German, as sets for look-up. */
import table from './function-words.yml';

type Class =
  | 'subordinators' | 'relatives' | 'questions' | 'coordinators' | 'determiners' | 'datives' | 'genitives' | 'subject_pronouns'
  | 'prepositions' | 'attached' | 'fronting' | 'after_verb' | 'time' | 'measures' | 'in_er';

const lists = table as Readonly<Record<Class, readonly string[]>>;
const setOf = (name: Class): ReadonlySet<string> => new Set(lists[name]);

export const subordinators = setOf('subordinators');
export const relatives = setOf('relatives');
export const questions = setOf('questions');
export const coordinators = setOf('coordinators');
export const determiners = setOf('determiners');
export const datives = setOf('datives');
export const genitives = setOf('genitives');
export const subjectPronouns = setOf('subject_pronouns');
export const prepositions = setOf('prepositions');
export const attached = setOf('attached');
export const fronting = setOf('fronting');
export const afterVerb = setOf('after_verb');
export const timeWords = setOf('time');
export const measures = setOf('measures');
export const inEr = setOf('in_er');
