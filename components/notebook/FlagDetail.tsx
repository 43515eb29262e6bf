import { useEffect, useId, useState } from 'preact/hooks';
import { fileTypes, flagFormats } from '../../lib/formats/export-flags.ts';
import type { Flag, Stance } from '../../lib/model.ts';
import { type HistoryEntry, historyOf } from '../../lib/notebook/history.ts';
import { Quote } from '../Quote.tsx';
import { useTexts } from '../texts.tsx';
import { useAct } from '../options/use-act.ts';
import type { NotebookActions } from './notebook-props.ts';

const stances: readonly Stance[] = ['unsure', 'doubtful', 'confirmed'];

export interface FlagDetailProps {
  flag: Flag;
  actions: NotebookActions;
  readonly: boolean;
  onClose: () => void;
}

/** One flag: what can be changed of it, where it stands, what was ever done to it, and the ways to take it along. */
export function FlagDetail({ flag, actions, readonly, onClose }: FlagDetailProps) {
  const { t, date } = useTexts();
  const { said, busy, run } = useAct();
  const id = useId();
  return (
    <section class="flag-detail" aria-labelledby={`${id}-title`}>
      <header><h2 id={`${id}-title`} tabIndex={-1}>{t('kind.flag')}</h2><button type="button" class="icon" aria-label={t('card.close')} title={t('card.close')} onClick={onClose}>×</button></header>
      <Quote words={flag.quote.exact} />
      <p class="small"><a href={flag.page.url} rel="noreferrer noopener" target="_blank">{flag.page.title || flag.page.site}</a> · {flag.page.site} · {t('flag.made', [date(flag.created)])}</p>
      <Says flag={flag} />
      {!readonly && <EditForm key={flag.id + flag.changed} flag={flag} busy={busy} onSave={(change) => run(() => actions.change([flag.id], change), t('notebook.saved'))} />}
      <div class="actions">
        <button type="button" onClick={() => run(() => actions.copyQuotation(flag), t('notebook.copied'))}>{t('notebook.copy')}</button>
        <ExportAs label={t('notebook.export_one')} onExport={(format) => run(() => actions.exportAs(format, [flag.id]))} />
        {!readonly && (flag.deleted === undefined
          ? <button type="button" onClick={() => run(() => actions.remove([flag.id]), t('notebook.removed'))}>{t('flag.delete')}</button>
          : <button type="button" onClick={() => run(() => actions.restore([flag.id]), t('notebook.restored'))}>{t('notebook.restore')}</button>)}
      </div>
      <p role="status" class="said">{said}</p>
      <History key={flag.id + flag.changed} id={flag.id} actions={actions} />
    </section>
  );
}

/** What the engine recognised in the words when they were flagged. */
function Says({ flag: { says } }: { flag: Flag }) {
  const { t } = useTexts();
  const rows = (['subject', 'quantity', 'time', 'source'] as const).flatMap((name) => (says?.[name] ? [[name, says[name]] as const] : []));
  if (rows.length === 0) return null;
  return <dl class="pairs">{rows.map(([name, value]) => <div key={name}><dt>{t(`export.label.${name}`)}</dt><dd>{value}</dd></div>)}</dl>;
}

function EditForm({ flag, busy, onSave }: { flag: Flag; busy: boolean; onSave: (change: { stance: Stance; note: string; confirmedBy: string; tags: string[]; link: string }) => void }) {
  const { t } = useTexts();
  const id = useId();
  const [stance, setStance] = useState(flag.stance);
  const [note, setNote] = useState(flag.note);
  const [confirmedBy, setConfirmedBy] = useState(flag.confirmedBy ?? '');
  const [tags, setTags] = useState(flag.tags.join(', '));
  const [link, setLink] = useState(flag.link ?? '');
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      onSave({ stance, note: note.trim(), confirmedBy: stance === 'confirmed' ? confirmedBy.trim() : '', tags: tags.split(',').map((tag) => tag.trim()).filter(Boolean), link: link.trim() });
    }}>
      <fieldset class="choices"><legend>{t('flag.stance')}</legend>
        {stances.map((value) => <label key={value} class="choice"><input type="radio" name={`${id}-stance`} checked={stance === value} onChange={() => setStance(value)} /><span>{t(`stance.${value}`)}</span></label>)}
      </fieldset>
      {stance === 'confirmed' && <label class="field"><span>{t('flag.confirmed_by')}</span><input type="text" value={confirmedBy} maxLength={500} onInput={(event) => setConfirmedBy(event.currentTarget.value)} /></label>}
      <label class="field"><span>{t('flag.note')}</span><textarea rows={3} value={note} maxLength={5000} onInput={(event) => setNote(event.currentTarget.value)} /></label>
      <label class="field"><span>{t('notebook.tags')}</span><input type="text" value={tags} maxLength={2000} onInput={(event) => setTags(event.currentTarget.value)} /></label>
      <label class="field"><span>{t('notebook.link')}</span><input type="url" value={link} maxLength={2000} pattern="https?://.+" placeholder="https://" onInput={(event) => setLink(event.currentTarget.value)} /></label>
      <div class="actions"><button type="submit" class="primary" disabled={busy}>{t('flag.save')}</button></div>
    </form>
  );
}

/** A choice of formats and the button that saves the file. */
export function ExportAs({ label, onExport }: { label: string; onExport: (format: (typeof flagFormats)[number]) => void }) {
  const { t } = useTexts();
  const [format, setFormat] = useState<(typeof flagFormats)[number]>('notebook');
  return (
    <span class="export-as">
      <select aria-label={t('notebook.format')} value={format} onChange={(event) => setFormat(event.currentTarget.value as typeof format)}>
        {flagFormats.map((one) => <option key={one} value={one}>{t(`notebook.formats.${one}`)} (.{fileTypes[one].ending})</option>)}
      </select>
      <button type="button" onClick={() => onExport(format)}>{label}</button>
    </span>
  );
}

function History({ id, actions }: { id: string; actions: NotebookActions }) {
  const { t, date } = useTexts();
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const answer = await actions.history(id);
      if (!gone && answer.ok) setEntries(historyOf(answer.value));
    };
    void read();
    return () => {
      gone = true;
    };
  }, [id]);
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>{t('notebook.history', undefined, entries.length)}</summary>
      <ol class="history">
        {entries.toReversed().map((entry) => (
          <li key={entry.revision}>
            <span>{date(entry.at)}: {t(`notebook.doings.${entry.what}`)}{entry.beside && ` · ${t('notebook.beside')}`}</span>
            {entry.what === 'changed' && entry.changes.map((change) => <span key={change.field} class="small">{`${change.field}: ${shown(change.from)} → ${shown(change.to)}`}</span>)}
          </li>
        ))}
      </ol>
    </details>
  );
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}
