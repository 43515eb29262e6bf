/**
 * A table of German verb forms, generated once from `verbs.yml`: for news it is finite or not, and if finite, indicative or
 * Konjunktiv, that decides who is speaking. Suffixes alone cannot tell `plane` from `Lage` or `käme` from `Name`.
 *
 * A form maps to its readings as bits and to a lemma. Forms that one spelling shares (`sagten` is preterite and Konjunktiv II)
 * keep all their bits. Prefixed verbs are taken apart at look-up: `ankündigte` = an + kündigte, `anzukündigen` = an + zu + kündigen.
 */
import { remember } from './remember.ts';
import { factOf } from './words.ts';
import table from './verbs.yml';

interface AuxiliaryForms {
  pres: readonly string[];
  pret: readonly string[];
  k1: readonly string[];
  k2: readonly string[];
  part: string;
}

const verbs = table as {
  auxiliary: Readonly<Record<string, AuxiliaryForms>>;
  strong: readonly string[];
  weak: readonly string[];
  not_verbs: readonly string[];
};

/** Bits of a form's readings. */
export const form = { present: 1, preterite: 2, konjunktiv1: 4, konjunktiv2: 8, infinitive: 16, participle: 32, zuInfinitive: 64, singular: 128, plural: 256, bare: 512 } as const;
export const finiteBits = form.present | form.preterite | form.konjunktiv1 | form.konjunktiv2;
const konjunktivBits = form.konjunktiv1 | form.konjunktiv2;

export interface VerbForm {
  lemma: string;
  bits: number;
  /** The separable prefix that stands joined (`ankündigte`). */
  prefix?: string;
}

const separable = ['entgegen', 'gegenüber', 'herunter', 'hernieder', 'zusammen', 'überein', 'hervor', 'heraus', 'herein', 'hinaus', 'hinein', 'hinweg', 'zurück', 'bekannt', 'voraus', 'vorbei', 'weiter', 'wieder', 'herab', 'herum', 'herbei', 'voran', 'empor', 'gleich', 'richtig', 'hinzu', 'durch', 'unter', 'nieder', 'preis', 'statt', 'offen', 'über', 'fest', 'fort', 'frei', 'klar', 'kund', 'nach', 'nahe', 'teil', 'auf', 'aus', 'bei', 'dar', 'ein', 'her', 'hin', 'los', 'mit', 'vor', 'weg', 'ab', 'an', 'um', 'zu'];
const inseparable = ['hinter', 'unter', 'wider', 'durch', 'miss', 'über', 'voll', 'emp', 'ent', 'ver', 'zer', 'be', 'er', 'ge', 'um'];

/** Particles that a finite verb may leave at the end of its clause. */
export const particles: ReadonlySet<string> = new Set(separable);

const notVerbs = new Set(verbs.not_verbs);
const forms = buildForms();

/** Looks up a lower-case word; gives its reading as a verb form, or nothing. */
export const verbForm = remember(readingOf);

/** The same for a word of a text, whatever its case. */
export const verbOf = factOf(({ lower }) => verbForm(lower));

function readingOf(lower: string): VerbForm | undefined {
  if (lower.length < 3 || notVerbs.has(lower)) return undefined;
  const simple = forms.get(lower);
  if (simple) return (simple.bits & ~form.bare) === 0 ? undefined : simple;
  return prefixed(lower) ?? foreign(lower);
}

/** Whether the form can only be Konjunktiv (first or second). */
export function isClearKonjunktiv({ bits }: VerbForm): boolean {
  return (bits & konjunktivBits) !== 0 && (bits & (form.present | form.preterite)) === 0;
}

/** Whether the form can only be Konjunktiv I, the mood of reported speech. */
export function isClearKonjunktiv1(one: VerbForm): boolean {
  return isClearKonjunktiv(one) && (one.bits & form.konjunktiv1) !== 0;
}

function prefixed(lower: string): VerbForm | undefined {
  for (const prefix of separable) {
    if (!lower.startsWith(prefix) || lower.length < prefix.length + 3) continue;
    const rest = lower.slice(prefix.length);
    const joined = rest.startsWith('zu') ? forms.get(rest.slice(2)) : undefined;
    if (joined && joined.bits & form.infinitive) return { lemma: prefix + joined.lemma, bits: form.zuInfinitive, prefix };
    const found = forms.get(rest) ?? withoutSeparable(rest);
    const isBoth = found !== undefined && (found.bits & form.bare) !== 0 && inseparable.includes(prefix);
    const bits = ((found?.bits ?? 0) & ~form.bare) | (isBoth ? form.participle : 0);
    if (found && bits) return { lemma: prefix + found.lemma, bits, prefix };
  }
  return withoutSeparable(lower) ?? adjectival(lower);
}

/** Words of other classes that join with an infinitive (`lahmzulegen`, `bereitzustellen`) are an open class; the `zu` inside tells. */
function adjectival(lower: string): VerbForm | undefined {
  const at = lower.indexOf('zu', 3);
  if (at < 0 || lower.length < at + 6) return undefined;
  const rest = lower.slice(at + 2);
  const joined = forms.get(rest) ?? withoutSeparable(rest);
  return joined && joined.bits & form.infinitive ? { lemma: lower.slice(0, at) + joined.lemma, bits: form.zuInfinitive, prefix: lower.slice(0, at) } : undefined;
}

/** Inseparable prefixes: their participle has no ge- (`versprochen`, `erklärt`). */
function withoutSeparable(lower: string): VerbForm | undefined {
  for (const prefix of inseparable) {
    if (!lower.startsWith(prefix) || lower.length < prefix.length + 3) continue;
    const found = forms.get(lower.slice(prefix.length));
    if (!found) continue;
    let bits = found.bits & (finiteBits | form.infinitive | form.singular | form.plural);
    if (found.bits & form.bare) bits |= form.participle;
    if (bits & (finiteBits | form.infinitive | form.participle)) return { lemma: prefix + found.lemma, bits };
  }
  return undefined;
}

/** Verbs in -ieren are an open class of weak verbs without ge-. */
function foreign(lower: string): VerbForm | undefined {
  const match = /^([a-zäöüß]{3,24}ier)(en|te|ten|t|e)$/.exec(lower);
  if (!match) return undefined;
  return { lemma: `${match[1]}en`, bits: foreignBits[match[2]!]! };
}

const foreignBits: Readonly<Record<string, number>> = {
  en: form.present | form.konjunktiv1 | form.infinitive | form.plural,
  te: form.preterite | form.konjunktiv2 | form.singular,
  ten: form.preterite | form.konjunktiv2 | form.plural,
  t: form.present | form.participle | form.singular | form.plural,
  e: form.konjunktiv1 | form.singular,
};

function buildForms(): ReadonlyMap<string, VerbForm> {
  const made = new Map<string, VerbForm>();
  const add = (spelling: string, lemma: string, bits: number): void => {
    const known = made.get(spelling);
    if (!known) made.set(spelling, { lemma, bits });
    else if (known.lemma === lemma) known.bits |= bits;
    else if (isRareKonjunktiv(known.bits)) made.set(spelling, { lemma, bits: bits | known.bits });
    else if (!(known.bits & finiteBits) && bits & finiteBits) made.set(spelling, { lemma, bits: bits | known.bits });
  };
  for (const [lemma, row] of Object.entries(verbs.auxiliary)) addAuxiliary(add, lemma, row);
  for (const row of verbs.strong) addStrong(add, row.split(' '));
  for (const lemma of verbs.weak) addWeak(add, lemma);
  return made;
}

/** `führen` is the common verb before it is the Konjunktiv II of `fahren`. */
function isRareKonjunktiv(bits: number): boolean {
  return (bits & ~(form.konjunktiv2 | form.singular | form.plural)) === 0;
}

type Add = (spelling: string, lemma: string, bits: number) => void;

function addAuxiliary(add: Add, lemma: string, row: AuxiliaryForms): void {
  const plural = (spelling: string): number => (/(?:en|sind)$/.test(spelling) ? form.plural : form.singular);
  for (const spelling of row.pres) add(spelling, lemma, form.present | plural(spelling));
  for (const spelling of row.pret) add(spelling, lemma, form.preterite | plural(spelling) | (row.k2.length === 0 ? form.konjunktiv2 : 0));
  for (const spelling of row.k1) add(spelling, lemma, form.konjunktiv1 | plural(spelling));
  for (const spelling of row.k2) add(spelling, lemma, form.konjunktiv2 | plural(spelling));
  const presentPlural = lemma === 'sein' ? 0 : form.present | form.konjunktiv1 | form.plural;
  add(lemma, lemma, form.infinitive | presentPlural);
  add(row.part, lemma, form.participle);
}

function addStrong(add: Add, [lemma, present, preterite, participle, konjunktiv]: readonly string[]): void {
  const stem = stemOf(lemma!);
  add(lemma!, lemma!, form.infinitive | form.present | form.konjunktiv1 | form.plural);
  add(present!, lemma!, form.present | form.singular);
  const k2 = konjunktiv ?? umlauted(preterite!);
  const isMixed = preterite!.endsWith('te');
  add(preterite!, lemma!, form.preterite | form.singular);
  add(isMixed ? `${preterite}n` : `${preterite}en`, lemma!, form.preterite | form.plural | (`${preterite}e` === k2 ? form.konjunktiv2 : 0));
  add(k2, lemma!, form.konjunktiv2 | form.singular);
  if (k2 !== `${preterite}e`) add(`${k2}n`, lemma!, form.konjunktiv2 | form.plural);
  add(`${stem}e`, lemma!, form.konjunktiv1 | form.singular);
  add(participle!, lemma!, form.participle);
  if (participle!.startsWith('ge')) add(participle!.slice(2), lemma!, form.bare);
}

function addWeak(add: Add, lemma: string): void {
  const stem = stemOf(lemma);
  const link = needsLink(stem) ? 'e' : '';
  add(lemma, lemma, form.infinitive | form.present | form.konjunktiv1 | form.plural);
  add(`${stem}${link}t`, lemma, form.present | form.singular | form.bare | (hasNoGe(lemma) ? form.participle : 0));
  add(`${stem}${link}te`, lemma, form.preterite | form.konjunktiv2 | form.singular);
  add(`${stem}${link}ten`, lemma, form.preterite | form.konjunktiv2 | form.plural);
  add(`${stem}e`, lemma, form.konjunktiv1 | form.singular);
  if (stem.endsWith('el')) add(`${stem.slice(0, -2)}le`, lemma, form.konjunktiv1 | form.singular);
  if (!hasNoGe(lemma)) add(`ge${stem}${link}t`, lemma, form.participle);
}

function hasNoGe(lemma: string): boolean {
  return lemma.endsWith('ieren') || inseparable.some((prefix) => lemma.startsWith(prefix) && lemma.length > prefix.length + 4);
}

function stemOf(lemma: string): string {
  return /(?:el|er)n$/.test(lemma) || lemma === 'tun' ? lemma.slice(0, -1) : lemma.slice(0, -2);
}

/** Stems that cannot take -t or -te directly: arbeit-, öffn-, zeichn-. */
function needsLink(stem: string): boolean {
  return /[td]$|[^aeiouäöülrhmn][mn]$|hn$/.test(stem) && !/[aeiouäöü]hn$/.test(stem);
}

/** Konjunktiv II of a strong verb: the last stem vowel takes its umlaut, and -e. */
function umlauted(preterite: string): string {
  const mapped = preterite.replace(/(au|a|o|u)(?=[^aou]*$)/, (vowel) => ({ au: 'äu', a: 'ä', o: 'ö', u: 'ü' })[vowel]!);
  return mapped.endsWith('e') ? mapped : `${mapped}e`;
}
