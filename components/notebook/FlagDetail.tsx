import { useEffect, useId, useState } from 'preact/hooks';
import { fileTypes, flagFormats } from '../../lib/formats/export-flags.ts';
import type { Flag } from '../../lib/model.ts';
import { type HistoryEntry, historyOf } from '../../lib/notebook/history.ts';
import { type ChangeableField, changeableFields, fieldLabels, fieldWords } from '../field-words.ts';
import { FlagForm } from '../FlagForm.tsx';
import { useAnswer } from '../use-answer.ts';
import { Quote } from '../Quote.tsx';
import { useTexts } from '../texts.tsx';
import { useAct } from '../options/use-act.ts';
import type { NotebookActions } from './notebook-props.ts';
import { SightingsOf } from './SightingsSection.tsx';

export interface FlagDetailProps {
  flag: Flag;
  /** The flags of its article that stand, itself among them. */
  article: readonly string[];
  actions: NotebookActions;
  readonly: boolean;
  onClose: () => void;
}

/** One flag: what can be changed of it, where it stands, what was ever done to it, and the ways to take it along. */
export function FlagDetail({ flag, article, actions, readonly, onClose }: FlagDetailProps) {
  const { t, date } = useTexts();
  const { said, run } = useAct();
  const id = useId();
  return (
    <section class="flag-detail" aria-labelledby={`${id}-title`}>
      <header><h2 id={`${id}-title`} tabIndex={-1}>{t('kind.flag')}</h2><button type="button" class="icon" aria-label={t('card.close')} title={t('card.close')} onClick={onClose}>×</button></header>
      <Quote words={flag.quote.exact} />
      <p class="small"><a href={flag.page.url} rel="noreferrer noopener" target="_blank">{flag.page.title || flag.page.site}</a> · {flag.page.site} · {t('flag.made', [date(flag.created)])}</p>
      {!readonly && <Edit key={flag.id} flag={flag} actions={actions} onSaved={() => run(async () => ({ ok: true, value: null }), t('notebook.saved'))} />}
      <div class="actions">
        <button type="button" onClick={() => run(() => actions.copyQuotation(flag), t('notebook.copied'))}>{t('notebook.copy')}</button>
        <ExportAs label={t('notebook.export_one')} onExport={(format) => run(() => actions.exportAs(format, [flag.id]), t('notebook.exported'))} />
        {article.length > 1 && <ExportAs label={t('notebook.export_article', [article.length])} onExport={(format) => run(() => actions.exportAs(format, article), t('notebook.exported'))} />}
        {!readonly && (flag.deleted === undefined
          ? <button type="button" onClick={() => run(() => actions.remove([flag.id]), t('notebook.removed'))}>{t('flag.delete')}</button>
          : <button type="button" onClick={() => run(() => actions.restore([flag.id]), t('notebook.restored'))}>{t('notebook.restore')}</button>)}
      </div>
      <p role="status" class="said">{said}</p>
      <SightingsOf id={flag.id} sightings={actions.sightings} />
      <History key={JSON.stringify(flag)} id={flag.id} actions={actions} />
    </section>
  );
}

/** The form with what was typed before and not sent; another flag is another form. */
function Edit({ flag, actions, onSaved }: { flag: Flag; actions: NotebookActions; onSaved: () => void }) {
  const draft = useAnswer(flag.id, async () => ({ ok: true, value: await actions.drafts.of(flag.id) }));
  if (draft.state !== 'ready') return null;
  return (
    <FlagForm
      bare
      quote={flag.quote.exact}
      flag={flag}
      {...(draft.value ? { draft: draft.value } : {})}
      onDraft={(typed) => actions.drafts.save(flag.id, typed)}
      onKeep={async (change) => {
        const answer = await actions.change([flag.id], change);
        if (answer.ok) {
          actions.drafts.drop(flag.id);
          onSaved();
        }
        return answer;
      }}
    />
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
            {entry.what === 'changed' && entry.changes.flatMap(({ field, from, to }) => (isChangeable(field) ? <span key={field} class="small">{`${t(fieldLabels[field])}: ${fieldWords(t, field, from)} → ${fieldWords(t, field, to)}`}</span> : []))}
          </li>
        ))}
      </ol>
    </details>
  );
}

function isChangeable(field: string): field is ChangeableField {
  return (changeableFields as readonly string[]).includes(field);
}
