/** Rule `nominal`: a noun of saying with its own clause: `die Forderung der Partei, dass …`, `der Vorwurf, er habe …`. */
import type { Span } from '../model.ts';
import { determiners } from '../text/function-words.ts';
import { contentAfter, contentEnd } from './content.ts';
import { cueNouns, demandNouns } from './cues.ts';
import type { Case, Finding } from './finding.ts';
import { isCapitalAt, spanOf, textOf } from './scene.ts';
import { isSomebody } from './source-class.ts';
import type { Clause } from '../text/clauses.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import { placesBetween, questionIn } from '../text/places.ts';
import { isSourceNoun } from './source-words.ts';

/** Gives the clauses that belong to a noun of saying, `wonach` clauses first. */
export function nominal(one: Case): Finding[] {
  const { scene, unit } = one;
  const found = wonach(one);
  if (found.length > 0) return found;
  const { tokens } = scene.reading;
  for (let index = 0; index + 1 < unit.clauses.length; index += 1) {
    const clause = unit.clauses[index]!;
    const noun = lastCueNoun(scene, clause.first, clause.last);
    if (noun < 0) continue;
    const content = contentAfter(scene, unit, index);
    if (!content || content.from !== index + 1 || content.kind === 'quotation') continue;
    if (content.kind === 'zu-infinitive' && !demandNouns.has(tokens[noun]!.lower)) continue;
    if (content.kind === 'verb-second' && !content.isKonjunktiv) continue;
    if (unit.clauses[content.from]!.subordinator === 'ob' && !content.isKonjunktiv) continue;
    const span = spanOf(scene, unit.clauses[content.from]!.first, unit.clauses[content.to - 1]!.last);
    if (!span) continue;
    const owner = nounPhraseAt(scene.view, noun + 1, clause.last);
    const before = tokens[noun - 1];
    const cue: Span = before && determiners.has(before.lower) ? [before.begin, tokens[noun]!.end] : [tokens[noun]!.begin, tokens[noun]!.end];
    const speaker = owner && tokens[noun + 1]!.lower !== ',' ? spanOf(scene, owner.first, owner.last) : undefined;
    return [{ rule: 'nominal', type: 'indirect', content: [span], speaker: speaker ? [speaker] : (voicedBy(one, index, noun) ?? [cue]), cue: [cue], confidence: 0.75, unit: unit.index }];
  }
  return [];
}

/** `Kern wies den Vorwurf zurück, …` is not Kern's; `Kern trat mit der Forderung auf, …` is. Where nobody stands behind the noun, it is all the source there is (`Es gab Hinweise, dass …`). */
function voicedBy({ scene, clauses }: Case, index: number, noun: number): readonly Span[] | undefined {
  const cue = clauses.find((one) => one.at === index);
  const before = scene.reading.tokens[noun - 1]?.lower === 'mit' || scene.reading.tokens[noun - 2]?.lower === 'mit';
  const isSomebodys = cue !== undefined && before && cue.speaker.length > 0 && isSomebody(textOf(scene, cue.speaker[0]!));
  return isSomebodys ? cue.speaker : undefined;
}

/** `der Bericht, wonach er zurücktrete`, `die Studie, der zufolge …`: what the report says. */
function wonach({ scene, unit }: Case): Finding[] {
  const { tokens } = scene.reading;
  return unit.clauses.flatMap((clause, at): Finding[] => {
    const opener = tokens[clause.first]!;
    const second = tokens[clause.first + 1] ?? opener;
    const isPlain = opener.lower === 'wonach';
    const isRelative = (opener.lower === 'nach' && (second.lower === 'denen' || second.lower === 'dem' || second.lower === 'der')) || (second.lower === 'zufolge' && /^(?:der|dem|denen)$/.test(opener.lower));
    if (at === 0 || clause.kind !== 'sub' || !(isPlain || (isRelative && endsWithSource(scene, unit.clauses[at - 1]!)))) return [];
    const to = contentEnd(scene, unit, at, 'dass');
    const content = spanOf(scene, clause.first + (isPlain ? 1 : 2), unit.clauses[to - 1]!.last);
    if (!content) return [];
    const word: Span = isPlain ? [opener.begin, opener.end] : [opener.begin, second.end];
    return [{ rule: 'nominal', type: 'indirect', content: [content], speaker: [word], cue: [word], confidence: 0.85, unit: unit.index }];
  });
}

/** The last noun before the clause names a source's words (`eine Studie, nach der …`, not `die Pause, nach der …`). */
function endsWithSource(scene: Case['scene'], { first, last }: Clause): boolean {
  for (let at = last - 1; at >= Math.max(first, last - 5); at -= 1) {
    const { lower } = scene.reading.tokens[at]!;
    if (isCapitalAt(scene, at) && (isSourceNoun(lower) || cueNouns.has(lower))) return true;
  }
  return false;
}

const isCueNoun = questionIn(cueNouns);

/** A cue noun that ends the clause, or is followed only by its genitive. */
function lastCueNoun(scene: Case['scene'], first: number, last: number): number {
  const noun = placesBetween(scene.reading, isCueNoun, Math.max(first, last - 8), last).findLast((at) => isCapitalAt(scene, at));
  return noun !== undefined && nounPhraseAt(scene.view, noun, last)?.last === last ? noun : -1;
}
