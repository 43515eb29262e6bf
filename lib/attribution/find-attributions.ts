/**
 * The rules in their order, one unit after the other, with a little memory: who spoke last, and whether speech is still open.
 * Rules with an introduction come first; those that live on the memory only see sentences in which nothing else was found.
 */
import type { Span } from '../model.ts';
import { isKonjunktiv1Clause } from './content.ts';
import { cueClausesOf } from './cue-clause.ts';
import { overlaps, reach } from './finding.ts';
import type { Case, Finding, Memory } from './finding.ts';
import { anaphoric } from './rule-anaphoric.ts';
import type { CueClause } from './cue-clause.ts';
import { isReportedVerb } from './cues.ts';
import { chain, passedOn } from './rule-chain.ts';
import type { Chained } from './rule-chain.ts';
import { clauseContent } from './rule-clause-content.ts';
import { direct, mergeQuotations } from './rule-direct.ts';
import { evidential } from './rule-evidential.ts';
import { frontedContent } from './rule-fronted-content.ts';
import { isFrameWord, laut } from './rule-laut.ts';
import { nominal } from './rule-nominal.ts';
import { reported } from './rule-reported.ts';
import { isInserted, mergeNeighbours, runOn } from './rule-run-on.ts';
import { textOf } from './scene.ts';
import type { Scene, Unit } from './scene.ts';
import { placesBetween } from '../text/places.ts';
import { form, isClearKonjunktiv } from '../text/verb-forms.ts';

/** All findings of a text, in the order of its sentences, and which of them stand behind which. */
export function findAttributions(scene: Scene): { findings: Finding[]; chains: Chained[] } {
  const found: Finding[] = [];
  const chains: Chained[] = [];
  let memory: Memory = { last: undefined, isNear: false, isOpen: false, isRunning: false, before: undefined };
  for (const unit of scene.units) {
    const one: Case = { scene, unit, clauses: cueClausesOf(scene, unit), memory };
    const here = isQuiet(one) ? [] : inUnit(one);
    const behind = chain(one, here);
    chains.push(...behind);
    if (here[0]?.rule === 'anaphoric') takeBack(one, here[0], found);
    found.push(...here);
    for (const { by, source } of behind) found.push(...[by, source].filter((finding) => !here.includes(finding)));
    memory = remember(one, here);
  }
  return { findings: mergeQuotations(scene, mergeNeighbours(mergeNeighbours(found, 'run-on'), 'evidential')), chains };
}

/** What seemed to go on or to be hearsay in the sentence before is the content of `Das teilte X mit`, and the quotations in it are X's unless they have a frame there. */
function takeBack({ scene, unit, memory }: Case, by: Finding, found: Finding[]): void {
  const before = scene.units[unit.index - 1]!;
  const isOwn = ({ unit: of, rule }: Finding): boolean => of === before.index && (unintroduced.has(rule) || rule.startsWith('direct-'));
  let start = found.length;
  while (start > 0 && found[start - 1]!.unit >= before.index) start -= 1;
  const kept = found.splice(start).filter((finding) => !isOwn(finding));
  found.push(...kept, ...direct({ scene, unit: before, clauses: cueClausesOf(scene, before), memory }, [by]));
}

/** Rules whose findings have no introduction of their own. */
const unintroduced = new Set(['run-on', 'evidential', 'reported']);

/** Nothing in the unit that any rule lives on: most sentences of most articles. */
function isQuiet({ scene, unit, clauses }: Case): boolean {
  if (unit.quotations.length > 0) return false;
  if (unit.clauses.some(({ kind, subordinator }) => kind === 'infinitive' || subordinator === 'dass' || subordinator === 'daß' || subordinator === 'wonach')) return false;
  if (clauses.some((cue) => cue.takes !== '' || mayMatter(scene, unit, cue))) return false;
  return placesBetween(scene.reading, isFrameWord, unit.first, unit.last).length === 0;
}

function mayMatter(scene: Scene, unit: Unit, { at, lemma }: CueClause): boolean {
  const verb = scene.view.verb(unit.clauses[at]!.finite)!;
  const isPluralKonjunktiv = (verb.bits & form.konjunktiv2) !== 0 && (verb.bits & form.plural) !== 0;
  return verb.lemma === 'sollen' || verb.lemma === 'wollen' || isClearKonjunktiv(verb) || isPluralKonjunktiv || isReportedVerb(lemma);
}

function inUnit(one: Case): Finding[] {
  const introduced: Finding[] = anaphoric(one, one.scene.units[one.unit.index - 1]);
  const isSpeech = startsInKonjunktiv(one);
  for (const rule of isSpeech ? [clauseContent, frontedContent, laut] : [clauseContent, frontedContent, laut, nominal]) {
    for (const finding of rule(one)) {
      if (!introduced.some((other) => clashes(other, finding))) introduced.push(finding);
    }
  }
  const isNested = isSpeech && introduced.every((finding) => nesting.has(finding.rule));
  const lone = introduced.length > 0 && !isNested ? [] : first(one, [runOn, evidential]);
  const quotes = direct(one, [...introduced, ...lone]);
  const kept = introduced.filter((finding) => !isAllQuoted(finding, quotes)).map((finding) => (finding.rule === 'laut' ? passedOn(one, finding, quotes) : finding));
  const rest = kept.length + lone.length + quotes.length > 0 ? [] : reported(one);
  return [...lone, ...kept, ...quotes, ...rest];
}

/** Rules whose cue clause may itself be somebody's speech (`Er habe gesagt, dass …`). */
const nesting = new Set(['dass', 'verb-second-konjunktiv', 'zu-infinitive']);

/** Two findings of one stretch: only a `laut` frame outside what a cue verb introduces may stand beside it. */
function clashes(other: Finding, finding: Finding): boolean {
  if (!overlaps(other.content, finding.content)) return false;
  if (finding.rule !== 'laut' || !nesting.has(other.rule)) return other.rule !== 'laut' || finding.rule !== 'laut' || overlaps(other.speaker, finding.speaker);
  return overlaps(other.content, finding.cue);
}

function startsInKonjunktiv({ scene, unit }: Case): boolean {
  const main = unit.clauses.find((clause) => clause.kind === 'main');
  return main !== undefined && isKonjunktiv1Clause(scene, main) && !isInserted(scene, unit, main);
}

function first(one: Case, rules: readonly ((one: Case) => Finding[])[]): Finding[] {
  for (const rule of rules) {
    const found = rule(one);
    if (found.length > 0) return found;
  }
  return [];
}

/** Indirect content that is nothing but a quotation is that quotation. */
function isAllQuoted({ content }: Finding, quotes: readonly Finding[]): boolean {
  const spans: Span[] = quotes.flatMap((quote) => [...quote.content]);
  return content.every(([begin, end]) => spans.some(([from, to]) => from <= begin + 1 && end <= to + 1));
}

function remember(one: Case, here: readonly Finding[]): Memory {
  const before = one.clauses.find((cue) => one.unit.clauses[cue.at]!.kind === 'main');
  const last = here.findLast((finding) => finding.rule !== 'run-on' && finding.rule !== 'evidential' && finding.speaker.length > 0 && !pointsBack(one, finding)) ?? one.memory.last;
  const isOpen = here.length > 0;
  const isNear = isOpen || (last !== undefined && one.unit.index - last.unit < reach);
  return { last, isOpen, isNear, isRunning: here.some((finding) => finding.rule === 'run-on'), before };
}

/** `demnach`, `seiner Ansicht nach` name nobody: the speaker before them stays. */
function pointsBack({ scene }: Case, { speaker, rule }: Finding): boolean {
  return rule === 'laut' && /^(?:demnach|danach|(?:sein|ihr)(?:e[rmns]?)?\s|eigene)/i.test(textOf(scene, speaker[0]!));
}
