import type { Conflict } from '../../lib/packs/conflicts.ts';
import type { ListDiff, PackDiff } from '../../lib/packs/diff-pack.ts';
import type { PackPreview } from '../../lib/packs/overview.ts';
import { useTexts } from '../texts.tsx';
import { PackContents } from './PackContents.tsx';

/** More rows than these are counted, not listed. */
const shownRows = 30;

/** What installing a pack would do: what comes, what changes, and where others say something else. */
export function PackPreviewView({ name, preview, busy, onInstall, onCancel }: { name: string; preview: PackPreview; busy: boolean; onInstall: () => void; onCancel: () => void }) {
  const { t, list } = useTexts();
  const { info, kind, diff, conflicts, conflictCount } = preview;
  return (
    <section class="asking" aria-label={t('packs.preview')}>
      <h3>{info.title} <span class="soft">{info.version}</span></h3>
      <p class="small">{name} · <PackContents pack={info} /></p>
      <p class="small soft">{info.authors.length > 0 ? t('packs.by', [list(info.authors), info.licence]) : t('packs.licence', [info.licence])}</p>
      <p>{t(`packs.preview_${kind}`)}</p>
      {diff && <Diff diff={diff} />}
      {conflictCount > 0 && <Conflicts conflicts={conflicts} count={conflictCount} />}
      <p class="actions">
        {kind !== 'same' && <button type="button" class="primary" disabled={busy} onClick={onInstall}>{t(kind === 'new' ? 'packs.install' : 'packs.update')}</button>}
        <button type="button" class="second" onClick={onCancel}>{t('packs.cancel')}</button>
      </p>
    </section>
  );
}

function Diff({ diff: { head, ...lists } }: { diff: PackDiff }) {
  const { t } = useTexts();
  const names = ['sources', 'entities', 'claims', 'findings'] as const;
  return (
    <details open>
      <summary>{t('packs.changes')}</summary>
      {head.length > 0 && (
        <>
          <h4>{t('packs.head')}</h4>
          <ul class="small">{head.map(({ field, before = '–', after = '–' }) => <li key={field}>{t('packs.was_is', [field, before, after])}</li>)}</ul>
        </>
      )}
      {names.map((one) => <Rows key={one} title={t(`packs.${one}`)} list={lists[one]} />)}
    </details>
  );
}

function Rows({ title, list: { added, removed, changed } }: { title: string; list: ListDiff }) {
  const { t } = useTexts();
  if (added.length + removed.length + changed.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      {added.length > 0 && <Portion title={t('packs.added', [added.length])} rows={added.map(({ label }) => label)} />}
      {removed.length > 0 && <Portion title={t('packs.dropped', [removed.length])} rows={removed.map(({ label }) => label)} />}
      {changed.length > 0 && <Portion title={t('packs.changed', [changed.length])} rows={changed.map(({ label, fields }) => `${label} – ${fields.map(({ field, before = '–', after = '–' }) => t('packs.was_is', [field, before, after])).join('; ')}`)} />}
    </>
  );
}

function Portion({ title, rows }: { title: string; rows: readonly string[] }) {
  const { t } = useTexts();
  return (
    <>
      <p class="small"><strong>{title}</strong></p>
      <ul class="small">
        {rows.slice(0, shownRows).map((row, at) => <li key={`${at} ${row}`}>{row}</li>)}
        {rows.length > shownRows && <li class="soft">{t('packs.more', [rows.length - shownRows])}</li>}
      </ul>
    </>
  );
}

function Conflicts({ conflicts, count }: { conflicts: readonly Conflict[]; count: number }) {
  const { t } = useTexts();
  return (
    <details open>
      <summary>{t('packs.conflicts', [count])}</summary>
      <p class="small">{t('packs.conflicts_line')}</p>
      <ul class="lines small">
        {conflicts.slice(0, shownRows).map(({ kind, id, field, here, there, pack }, at) => (
          <li key={`${at} ${kind} ${id} ${field}`}>
            <dl>
              <dt class="soft">{t('packs.here')}</dt><dd>{here}</dd>
              <dt class="soft">{t('packs.there', [pack])}</dt><dd>{there}</dd>
            </dl>
          </li>
        ))}
        {count > shownRows && <li class="soft">{t('packs.more', [count - shownRows])}</li>}
      </ul>
    </details>
  );
}
