/**
 * From the files of a folder in `seeds/` to a pack. Pure: reading the files is the caller's (`scripts/vite/packs.ts`).
 *
 *   shapes → evidence resolved to offsets → pack → the parts fit together
 *
 * It stops after the first step that found faults, and then gives all faults of that step.
 */
import type { Evidence, Pack } from '../model.ts';
import { checkPack, type PackContext, type PackFault } from './check-pack.ts';
import { resolvePlace } from './evidence.ts';
import { type Fault, showValue } from './fault.ts';
import { articleFile, claimsFile, entitiesFile, findingsFile, type Place } from './seed-schema.ts';
import { validate } from './validate.ts';

/** A folder of `seeds/` as read: the article to the letter, the YAML files as plain data. */
export interface SeedFolder {
  /** How faults name the folder: `seeds/prometheus`. */
  path: string;
  text: string;
  article: unknown;
  entities: unknown;
  claims: unknown;
  findings: unknown;
}

export type Compiled = { ok: true; pack: Pack } | { ok: false; faults: Fault[] };

/** Which file a part of the pack is written in. */
function fileOf(path: string): string {
  const [part] = path.split(/[.[]/);
  return part === 'entities' || part === 'claims' || part === 'findings' ? `${part}.yml` : 'article.yml';
}

/** Turns a row's written places into evidence, collecting what cannot be found. */
function resolver(source: string, text: string, faults: PackFault[]) {
  return <Row extends { evidence: readonly Place[] }>(row: Row, path: string): Omit<Row, 'evidence'> & { evidence: Evidence[] } => {
    const evidence: Evidence[] = [];
    for (const [index, place] of row.evidence.entries()) {
      const resolved = resolvePlace(place, source, text);
      if ('found' in resolved) evidence.push(resolved.found);
      else faults.push({ path: `${path}.evidence[${index}]`, value: showValue(typeof place === 'string' ? place : place.quote), reason: resolved.reason, code: 'evidence' });
    }
    return { ...row, evidence };
  };
}

/**
 * Compiles one folder.
 * @param context the predicates there are, and what packs beside this one define.
 * @returns the pack, or every fault of the first step that failed, each with file, path, value and reason.
 */
export function compilePack(folder: SeedFolder, context: PackContext): Compiled {
  const refuse = (faults: readonly PackFault[], file?: string): Compiled => ({
    ok: false,
    faults: faults.map((fault) => ({ file: `${folder.path}/${file ?? fileOf(fault.path)}`, ...fault })),
  });

  if (folder.text.trim() === '') return refuse([{ path: '', value: '', reason: 'is empty' }], 'article.txt');
  const article = validate(articleFile, folder.article);
  const entities = validate(entitiesFile, folder.entities);
  const claims = validate(claimsFile, folder.claims);
  const findings = validate(findingsFile, folder.findings);
  if (!article.ok || !entities.ok || !claims.ok || !findings.ok) {
    const read = { 'article.yml': article, 'entities.yml': entities, 'claims.yml': claims, 'findings.yml': findings };
    const refused = Object.entries(read).map(([file, result]) => refuse(result.ok ? [] : result.faults, file));
    return { ok: false, faults: refused.flatMap((one) => (one.ok ? [] : one.faults)) };
  }

  const { pack: head, source } = article.value;
  const faults: PackFault[] = [];
  const resolve = resolver(source.id, folder.text, faults);
  const pack: Pack = {
    schema: 'randnotiz.pack/1',
    ...head,
    sources: [source],
    entities: entities.value.entities.map((entity) => {
      const relations = entity.relations.map((relation, index) => resolve(relation, `entities[${entity.id}].relations[${index}]`));
      return { ...resolve(entity, `entities[${entity.id}]`), relations };
    }),
    claims: claims.value.claims.map((claim) => resolve(claim, `claims[${claim.id}]`)),
    findings: findings.value.findings.map((finding, index) => resolve(finding, `findings[${index}]`)),
  };
  if (faults.length > 0) return refuse(faults);

  const loose = checkPack(pack, context);
  return loose.length > 0 ? refuse(loose) : { ok: true, pack };
}
