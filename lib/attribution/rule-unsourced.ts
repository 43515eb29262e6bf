/**
 * Rule `unsourced`: a sentence in the author's own voice that states something checkable and names no source: a known name
 * together with a number, a date apart. Few on purpose: most sentences of an article have no source, and need none.
 */
import type { Draft, EntityNote } from '../model.ts';
import { placesBetween, questionIn } from '../text/places.ts';
import { form } from '../text/verb-forms.ts';
import type { Scene, Unit } from './scene.ts';
import table from './sources.yml';

/** Units without a finding that carry an entity and a quantity, with a main clause in the indicative. */
export function unsourced(scene: Scene, entities: readonly Draft<EntityNote>[], hasFinding: (unit: Unit) => boolean): Unit[] {
  let at = 0;
  const sorted = [...entities].sort((a, b) => a.begin - b.begin);
  return scene.units.filter((unit) => {
    while (at < sorted.length && sorted[at]!.begin < unit.begin) at += 1;
    const hasEntity = at < sorted.length && sorted[at]!.end <= unit.end;
    return hasEntity && !hasFinding(unit) && states(scene, unit) && hasQuantity(scene, unit);
  });
}

function states({ view, reading }: Scene, unit: Unit): boolean {
  const main = unit.clauses.find((clause) => clause.kind === 'main');
  if (!main || reading.text[unit.end - 1] === '?') return false;
  return (view.verb(main.finite)!.bits & (form.present | form.preterite)) !== 0;
}

const { counted, numbers } = table as Readonly<Record<'counted' | 'numbers', readonly string[]>>;
const isCounted = questionIn(new Set([...counted, '%']));
const numberWords = new Set(numbers);

/** A number with a unit or a scale behind it; a bare year or day is none. */
function hasQuantity({ reading, view }: Scene, unit: Unit): boolean {
  return placesBetween(reading, isCounted, unit.first + 1, unit.last).some((at) => {
    const { kind, lower } = reading.tokens[at - 1]!;
    return !view.isHidden(at - 1) && (kind === 'number' || numberWords.has(lower));
  });
}
