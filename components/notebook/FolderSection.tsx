import { useEffect, useState } from 'preact/hooks';
import { useAct } from '../options/use-act.ts';
import { useTexts } from '../texts.tsx';
import type { FolderLine, FolderReport, NotebookActions } from './notebook-props.ts';

/** The folder that a service of the reader's own keeps in step: chosen, asked for again when the browser wants it, brought together, left. Elsewhere: save and open. */
export function FolderSection({ folder, readonly }: Pick<NotebookActions, 'folder'> & { readonly: boolean }) {
  const { t, locale, number } = useTexts();
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const { said, busy, run } = useAct();
  const [state, setState] = useState<FolderLine>();
  const [report, setReport] = useState<FolderReport>();
  const refresh = async (): Promise<void> => {
    const answer = await folder.state();
    setState(answer.ok ? answer.value : undefined);
  };
  useEffect(() => void refresh(), []);

  const act = (work: () => ReturnType<typeof folder.sync>): void => run(async () => {
    const answer = await work();
    setReport(answer.ok ? answer.value : undefined);
    await refresh();
    return answer;
  });

  return (
    <section><h2>{t('notebook.folder')}</h2><p class="soft">{t('notebook.folder_line')}</p>
      {!folder.canChoose && <p class="notice-plain">{t('notebook.folder_elsewhere')}</p>}
      {folder.canChoose && !readonly && !state && <p><button type="button" class="second" disabled={busy} onClick={() => act(folder.choose)}>{t('notebook.folder_choose')}</button></p>}
      {state && (
        <>
          <p>
            <strong>{state.name}</strong> · {state.last === undefined ? t('notebook.folder_never') : t('notebook.folder_last', [moment.format(state.last)])}
            {!state.open && <> · <span class="differs">{t('notebook.folder_closed')}</span></>}
          </p>
          <div class="actions">
            <button type="button" class={state.open ? undefined : 'primary'} disabled={busy || readonly} onClick={() => act(folder.sync)}>{t(state.open ? 'notebook.folder_sync' : 'notebook.folder_allow')}</button>
            <button type="button" disabled={busy || readonly} onClick={() => act(folder.choose)}>{t('notebook.folder_other')}</button>
            <button type="button" disabled={busy} onClick={() => run(async () => {
              const answer = await folder.leave();
              setReport(undefined);
              await refresh();
              return answer;
            }, t('notebook.folder_left'))}>{t('notebook.folder_leave')}</button>
          </div>
        </>
      )}
      <div role="status" class="said">
        {busy ? t('notebook.folder_busy') : said}
        {report && !busy && <p>{t('notebook.folder_report', [number(report.taken), number(report.given)])}</p>}
        {report && !busy && report.unusable.length > 0 && (
          <ul class="lines">{report.unusable.map(({ name, state: how }) => <li key={name}><span>{name}: {t(`notebook.folder_file.${how}`)}</span></li>)}</ul>
        )}
      </div>
    </section>
  );
}
