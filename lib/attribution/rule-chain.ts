/**
 * Rule `chain`: a source behind the source. `…, berichtet die Zeitung unter Berufung auf zwei Insider` is the newspaper's
 * statement and the insiders'; `Die Zeitung zitiert die Ministerin mit den Worten „…“` is the minister's, by way of the newspaper.
 */
import type { Span } from '../model.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import { firstPhrase } from './subject.ts';
import type { Case, Finding } from './finding.ts';

export interface Chained {
  /** The source behind; it has the same content. */
  source: Finding;
  /** The finding that quotes it. */
  by: Finding;
}

/** Sources behind the findings of one unit. */
export function chain(one: Case, here: readonly Finding[]): Chained[] {
  const by = here.find((finding) => finding.content.length > 0 && finding.rule !== 'run-on');
  if (!by) return [];
  const found = behindReference(one) ?? quotedPerson(one, by);
  if (!found || by.speaker.some(([begin, end]) => begin < found.speaker[1] && found.speaker[0] < end)) return [];
  return [{ by, source: { ...by, rule: 'chain', speaker: [found.speaker], cue: found.cue, confidence: 0.8 } }];
}

/** `unter Berufung auf X`, `mit Verweis auf X`. */
function behindReference({ scene, unit }: Case): { speaker: Span; cue: Span[] } | undefined {
  const { tokens } = scene.reading;
  for (let at = unit.first; at + 3 < unit.last; at += 1) {
    const word = tokens[at]!.lower;
    if ((word !== 'unter' && word !== 'mit') || !/^(?:berufung|verweis|hinweis|bezug)$/.test(tokens[at + 1]!.lower) || tokens[at + 2]!.lower !== 'auf') continue;
    const phrase = nounPhraseAt(scene.view, at + 3, unit.last);
    if (phrase) return { speaker: [tokens[phrase.first]!.begin, tokens[phrase.last - 1]!.end], cue: [[tokens[at]!.begin, tokens[at + 2]!.end]] };
  }
  return undefined;
}

/** The object of `zitieren`. */
function quotedPerson({ scene, unit, clauses }: Case, by: Finding): { speaker: Span; cue: Span[] } | undefined {
  const cue = clauses.find((one) => one.lemma === 'zitieren' && one.cue[0]?.[0] === by.cue[0]?.[0] && !one.isPassive);
  if (!cue) return undefined;
  const clause = unit.clauses[cue.at]!;
  const { tokens } = scene.reading;
  const phrase = firstPhrase(scene, clause.finite + 1, clause.last);
  if (!phrase) return undefined;
  return { speaker: [tokens[phrase.first]!.begin, tokens[phrase.last - 1]!.end], cue: [...cue.cue] };
}
