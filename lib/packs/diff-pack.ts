/** What an update changes: two packs compared row by row and field by field. */
import type { Pack } from '../model.ts';
import { canonical, isSame } from '../notebook/canonical.ts';

export interface FieldChange {
  field: string;
  /** As JSON, shortened; absent where there was nothing. */
  before?: string;
  after?: string;
}

export interface RowChange {
  id: string;
  /** The name or statement of the later one. */
  label: string;
  fields: readonly FieldChange[];
}

export interface ListDiff {
  added: readonly Row[];
  removed: readonly Row[];
  changed: readonly RowChange[];
}

export interface Row {
  id: string;
  label: string;
}

export interface PackDiff {
  /** Of the pack itself: version, licence, title, … */
  head: readonly FieldChange[];
  sources: ListDiff;
  entities: ListDiff;
  claims: ListDiff;
  findings: ListDiff;
}

const longestValue = 200;

/** Takes the pack that is there and the one that comes; gives every difference, in the order of the rows. Linear but for sorting keys. */
export function diffPacks(before: Pack, after: Pack): PackDiff {
  const { sources, entities, claims, findings, ...head } = before;
  const { sources: newSources, entities: newEntities, claims: newClaims, findings: newFindings, ...newHead } = after;
  return {
    head: changedFields(head, newHead),
    sources: diffRows(sources, newSources, ({ title }) => title),
    entities: diffRows(entities, newEntities, ({ name }) => name),
    claims: diffRows(claims, newClaims, ({ statement }) => statement),
    findings: diffRows(findings.map(named), newFindings.map(named), ({ comment }) => comment),
  };
}

/** Whether nothing at all differs. */
export function isEmptyDiff({ head, ...lists }: PackDiff): boolean {
  return head.length === 0 && Object.values(lists).every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0);
}

/** Findings have no ids: what they are about names them. */
function named<Finding extends Pack['findings'][number]>(finding: Finding): Finding & { id: string } {
  const [first] = finding.evidence;
  return { ...finding, id: `${finding.kind}/${finding.category} ${first?.source ?? ''} ${first?.begin ?? 0}` };
}

function diffRows<One extends { id: string }>(before: readonly One[], after: readonly One[], label: (row: One) => string): ListDiff {
  const old = new Map(before.map((row) => [row.id, row]));
  const ids = new Set(after.map(({ id }) => id));
  const named = (row: One): Row => ({ id: row.id, label: label(row) });
  const changed = after.flatMap((row): RowChange[] => {
    const earlier = old.get(row.id);
    const fields = earlier ? changedFields(earlier, row) : [];
    return fields.length > 0 ? [{ ...named(row), fields }] : [];
  });
  return { added: after.filter(({ id }) => !old.has(id)).map(named), removed: before.filter(({ id }) => !ids.has(id)).map(named), changed };
}

/** Fields that differ between two rows, sorted by name. */
export function changedFields(before: object, after: object): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields.flatMap((field): FieldChange[] => {
    const [was, is] = [Reflect.get(before, field) as unknown, Reflect.get(after, field) as unknown];
    if (isSame(was ?? null, is ?? null)) return [];
    return [{ field, ...(was === undefined ? {} : { before: shown(was) }), ...(is === undefined ? {} : { after: shown(is) }) }];
  });
}

function shown(value: unknown): string {
  const text = (typeof value === 'string' ? value : canonical(value)).slice(0, longestValue * 2).replaceAll(/\s+/g, ' ');
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
