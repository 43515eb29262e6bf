import type { AttributionNote, Draft, EntityNote, Reason, Rule, SourceClass, Span } from '../model.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { halve } from '../text/halve.ts';
import type { Reading } from '../text/reading.ts';
import { findAttributions } from './find-attributions.ts';
import type { Finding } from './finding.ts';
import { isPronoun, Persons, speakerNote } from './names.ts';
import { unsourced } from './rule-unsourced.ts';
import rules from './rules.yml';
import { setScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { classOfSource } from './source-class.ts';

export const attributionRules: readonly Rule[] = rules as Rule[];

type AttributionDraft = Draft<AttributionNote>;

/** Finds who says what: direct, indirect, reported and free indirect speech, and plain assertions without a source. */
export function attribute(reading: Reading, entities: readonly Draft<EntityNote>[], dataset: Dataset): AttributionDraft[] {
  const scene = setScene(reading);
  const { findings, chains } = findAttributions(scene);
  const drafts = inOrderOfText(findings, entities, dataset, (finding, speaker) => draft(reading, finding, speaker));
  const at = new Map(findings.map((finding, index) => [finding, index]));
  const behind = new Map<Finding, number[]>();
  for (const { by, source } of chains) {
    const index = at.get(source);
    if (index !== undefined) behind.set(by, [...(behind.get(by) ?? []), index]);
  }
  const chained = drafts.map((one, index) => ({ ...one, chain: behind.get(findings[index]!) ?? one.chain }));
  return [...chained, ...withoutSource(scene, entities, findings)];
}

interface Speaker {
  words: string;
  source: SourceClass;
  entity?: string;
  name?: string;
}

/** Names are resolved in the order in which the text brings them, mentions of persons included. */
function inOrderOfText(findings: readonly Finding[], entities: readonly Draft<EntityNote>[], dataset: Dataset, make: (finding: Finding, persons: Resolve) => AttributionDraft): AttributionDraft[] {
  const persons = new Persons();
  const mentions = entities.filter((note) => note.type === 'person').sort((a, b) => a.begin - b.begin);
  const inside = entitiesByPlace(entities);
  let next = 0;
  const resolved = new Map<string, Speaker>();
  return findings.map((finding) => make(finding, (text) => {
    const [span] = finding.speaker;
    if (!span) return { words: '', source: 'none' };
    const key = `${span[0]}-${span[1]}`;
    const before = resolved.get(key);
    if (before) return before;
    while (next < mentions.length && mentions[next]!.end <= span[0]) persons.mention(mentions[next++]!);
    const words = finding.speaker.map(([begin, end]) => text.slice(begin, end)).join(' ');
    const person = isPlural(words, finding, text) ? undefined : persons.resolve(words, speakerNote(finding.speaker, inside(span)));
    const type = person?.entity ? dataset.entities.get(person.entity)?.type : undefined;
    const speaker: Speaker = { words, source: classOfSource(words, type), ...(person?.entity && { entity: person.entity }), ...(person && !person.entity && (isPronoun(words) || person.name !== words) && { name: person.name }) };
    resolved.set(key, speaker);
    return speaker;
  }));
}

type Resolve = (text: string) => Speaker;

/** `Sie hoffen` is nobody's pronoun in particular. */
function isPlural(words: string, { cue }: Finding, text: string): boolean {
  return /^(?:sie|diese|die|beide)$/i.test(words) && cue.length > 0 && /(?:en|sind)$/.test(text.slice(...cue[0]!));
}

/** Entity notes that begin inside a span, found by halves. */
function entitiesByPlace(entities: readonly Draft<EntityNote>[]): (span: Span) => readonly Draft<EntityNote>[] {
  const sorted = [...entities].sort((a, b) => a.begin - b.begin);
  return ([begin, end]) => {
    const from = (offset: number): number => halve(0, sorted.length, (at) => sorted[at]!.begin < offset);
    return sorted.slice(from(begin), from(end));
  };
}

function draft(reading: Reading, finding: Finding, resolve: Resolve): AttributionDraft {
  const { rule, type, content, speaker, cue, confidence } = finding;
  const { words, source: named, entity, name } = resolve(reading.text);
  const all: readonly Span[] = [...content, ...cue, ...speaker];
  const begin = Math.min(...all.map((span) => span[0]));
  const end = Math.max(...all.map((span) => span[1]));
  const source = words === '' ? sourceOfNobody(rule) : named;
  return {
    kind: 'attribution', begin, end, rule: `attribution-${rule}`, confidence, type, content, speaker, cue, source, chain: [],
    ...(entity && { entity }), ...(name && { speakerName: name }),
    reason: reasonOf(rule, name && isPronoun(words) ? `${words} (${name})` : words, cue.map(([from, to]) => reading.text.slice(from, to)).join(' … ')),
  };
}

/** Notes without speaker have a sentence of their own; `evidential` never names one. */
function reasonOf(rule: string, words: string, cue: string): Reason {
  if (rule === 'evidential') return { key: 'reason.attribution.evidential', values: [] };
  if (words === '') return cue === '' ? { key: 'reason.attribution.unnamed', values: [] } : { key: 'reason.attribution.unnamed_cue', values: [cue] };
  return { key: `reason.attribution.${rule.replaceAll('-', '_')}`, values: [words, cue] };
}

/** Speech without a speaker is not the author's own voice: somebody stands behind it who stays unnamed. */
function sourceOfNobody(rule: string): SourceClass {
  return rule === 'direct-alone' || rule === 'direct-clause' ? 'none' : 'anonymous';
}

/** Checkable assertions that name no source: notes without spans, as long as their sentence. */
function withoutSource(scene: Scene, entities: readonly Draft<EntityNote>[], findings: readonly Finding[]): AttributionDraft[] {
  const taken = new Set(findings.map((finding) => finding.unit));
  for (const finding of findings) for (let unit = finding.unit; unit < scene.units.length && scene.units[unit]!.begin < finding.content[0]![1]; unit += 1) taken.add(unit);
  const hasFinding = (unit: { index: number }): boolean => taken.has(unit.index);
  return unsourced(scene, entities, hasFinding).map((unit) => ({
    kind: 'attribution', begin: unit.begin, end: unit.end, rule: 'attribution-unsourced', confidence: 0.7, type: 'reported',
    content: [], speaker: [], cue: [], source: 'none', chain: [], reason: { key: 'reason.attribution.unsourced', values: [] },
  }));
}
