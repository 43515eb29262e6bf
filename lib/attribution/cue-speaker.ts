/** Whose words a cue introduces: mostly its subject's; an agent's in the passive, a text's where its verb is impersonal. */
import type { Span } from '../model.ts';
import type { Clause } from '../text/clauses.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import { spanOfPhrase, textOf } from './scene.ts';
import type { Scene, Unit } from './scene.ts';
import { classOfNoun, isDocument, nounsOf } from './source-words.ts';
import { endBeforeComplement, speakerPhrase } from './speaker-phrase.ts';

/** The subject; in the passive the agent (`von …`); with an impersonal verb the place where it stands (`In dem Brief heißt es`). */
export function speakerOf(scene: Scene, unit: Unit, at: number, parts: { readonly lemma: string; readonly isPassive: boolean }, subject: Span | undefined): Span[] {
  const clause = unit.clauses[at]!;
  if (parts.isPassive && parts.lemma === 'zitieren' && subject && scene.reading.text.slice(...subject) !== 'es') return [subject];
  if (parts.isPassive) {
    const agent = phraseBehind(scene, clause, withVon.has(parts.lemma) ? agentsAlone : agents);
    return agent.length > 0 ? agent : phraseBehind(scene, clause, inside).filter((span) => isText(textOf(scene, span)));
  }
  if (parts.lemma === 'sein' && isTalk(scene, clause)) return phraseBehind(scene, clause, inside);
  if (impersonal.has(parts.lemma) && (subject === undefined || !isCapitalSpan(scene, subject) || parts.lemma !== 'heißen')) {
    const own = phraseBehind(scene, clause, places);
    if (own.length > 0) return own;
    const before = unit.clauses[at - 1] ?? clause;
    const first = unit.clauses[0]!;
    return at === 0 ? [] : [...phraseBehind(scene, before, places), ...phraseBehind(scene, first, places)].slice(0, 1);
  }
  return subject ? [withVon.has(parts.lemma) ? beforeComplement(scene, clause, subject) : subject] : [];
}

function beforeComplement(scene: Scene, clause: Clause, subject: Span): Span {
  const { tokens } = scene.reading;
  const { finite, last } = clause;
  let first = finite + 1;
  while (first < last && tokens[first]!.begin < subject[0]) first += 1;
  let end = first;
  while (end < last && tokens[end]!.begin < subject[1]) end += 1;
  const cut = endBeforeComplement(scene, clause, first, end);
  return first < cut && cut < end ? [subject[0], tokens[cut - 1]!.end] : subject;
}

/** `In dem Vertrag wird festgehalten, dass …`: a text speaks for itself. */
function isText(words: string): boolean {
  const [noun = ''] = nounsOf(words);
  return isDocument(noun) || classOfNoun(noun) === 'media';
}

const agents: ReadonlySet<string> = new Set(['von', 'vom', 'seitens', 'durch']);
const agentsAlone: ReadonlySet<string> = new Set(['seitens', 'durch']);
/** `wird von Bränden berichtet`: behind these verbs `von` says of what. */
const withVon: ReadonlySet<string> = new Set(['abraten', 'ausgehen', 'berichten', 'erzählen', 'reden', 'sprechen']);
const places: ReadonlySet<string> = new Set(['in', 'im', 'aus', 'auf', 'von', 'seitens', 'bei']);
const impersonal: ReadonlySet<string> = new Set(['heißen', 'hervorgehen', 'lesen', 'prangen', 'stehen', 'verlauten']);

const inside: ReadonlySet<string> = new Set(['in', 'im', 'bei']);

/** `Im Bericht ist von „…“ die Rede`: the talk is nobody; where it is can be. */
export function isTalk({ reading, view }: Scene, { first, last }: Clause): boolean {
  for (let at = first + 1; at < last; at += 1) if (reading.tokens[at]!.lower === 'rede' && reading.tokens[at - 1]!.lower === 'die' && !view.isHidden(at)) return true;
  return false;
}

function isCapitalSpan(scene: Scene, [begin]: Span): boolean {
  return /^\p{Lu}/u.test(scene.reading.text.slice(begin, begin + 2)) && !/^es\b/i.test(scene.reading.text.slice(begin, begin + 3));
}

/** The first noun phrase of a clause behind one of these prepositions. */
function phraseBehind(scene: Scene, clause: Clause, openers: ReadonlySet<string>): Span[] {
  const { tokens } = scene.reading;
  for (let at = clause.first; at + 1 < clause.last; at += 1) {
    if (scene.view.isHidden(at) || !openers.has(tokens[at]!.lower)) continue;
    const found = nounPhraseAt(scene.view, at + 1, clause.last);
    const phrase = found && speakerPhrase(scene, found, clause.last);
    if (phrase) return [spanOfPhrase(scene, phrase)];
  }
  return [];
}
