import { useState } from 'preact/hooks';
import type { Stance } from '../../lib/model.ts';
import { useAct } from '../options/use-act.ts';
import { useTexts } from '../texts.tsx';
import { ExportAs } from './FlagDetail.tsx';
import { MakePack } from './MakePack.tsx';
import type { NotebookActions } from './notebook-props.ts';

export interface BulkActionsProps {
  /** The selected flags that are shown. */
  ids: readonly string[];
  shown: number;
  bin: boolean;
  readonly: boolean;
  stances: readonly Stance[];
  actions: NotebookActions;
  onSelectAll: (on: boolean) => void;
  onDone: () => void;
}

/** What can be done to all selected flags at once; throwing away can be undone right here. */
export function BulkActions({ ids, shown, bin, readonly, stances, actions, onSelectAll, onDone }: BulkActionsProps) {
  const { t } = useTexts();
  const { said, run } = useAct();
  const [undo, setUndo] = useState<readonly string[]>([]);
  const [tag, setTag] = useState('');
  const [asking, setAsking] = useState(false);
  const [packing, setPacking] = useState(false);
  const none = ids.length === 0;
  return (
    <div class="bulk">
      <label class="choice"><input type="checkbox" checked={!none && ids.length === shown} disabled={shown === 0} onChange={(event) => onSelectAll(event.currentTarget.checked)} /><span>{t('notebook.select_all', [shown])}</span></label>
      <span aria-live="polite" class="small">{t('notebook.flags', undefined, shown)}{!none && ` · ${t('notebook.selected', undefined, ids.length)}`}</span>
      {!none && (
        <span class="bulk-actions" role="group" aria-label={t('notebook.selected', undefined, ids.length)}>
          <ExportAs label={t('notebook.export_selected')} onExport={(format) => run(() => actions.exportAs(format, ids), t('notebook.exported'))} />
          {!bin && <button type="button" aria-expanded={packing} onClick={() => setPacking(!packing)}>{t('notebook.pack_of')}</button>}
          {!readonly && !bin && (
            <>
              <select aria-label={t('notebook.set_stance')} value="" onChange={(event) => { const stance = event.currentTarget.value as Stance; run(() => actions.change(ids, { stance }), t('notebook.saved')); }}>
                <option value="" disabled>{t('notebook.set_stance')}</option>
                {stances.map((stance) => <option key={stance} value={stance}>{t(`stance.${stance}`)}</option>)}
              </select>
              <span class="export-as">
                <input type="text" aria-label={t('notebook.add_tag')} placeholder={t('notebook.add_tag')} value={tag} maxLength={100} onInput={(event) => setTag(event.currentTarget.value)} />
                <button type="button" disabled={tag.trim() === ''} onClick={() => run(() => actions.change(ids, (flag) => ({ tags: [...flag.tags, tag.trim()] })), t('notebook.saved'))}>{t('notebook.add')}</button>
              </span>
              <button type="button" onClick={() => run(async () => {
                const answer = await actions.remove(ids);
                if (answer.ok) {
                  setUndo(ids);
                  onDone();
                }
                return answer;
              }, t('notebook.removed'))}>{t('flag.delete')}</button>
            </>
          )}
          {!readonly && bin && (
            <>
              <button type="button" onClick={() => run(async () => {
                const answer = await actions.restore(ids);
                if (answer.ok) onDone();
                return answer;
              }, t('notebook.restored'))}>{t('notebook.restore')}</button>
              <button type="button" class="danger" onClick={() => setAsking(true)}>{t('notebook.purge')}</button>
            </>
          )}
        </span>
      )}
      {packing && !none && !bin && <MakePack makePack={actions.makePack} ids={ids} />}
      {asking && !none && (
        <div class="asking" role="alertdialog" aria-label={t('notebook.purge')}>
          <p>{t('notebook.purge_line', undefined, ids.length)}</p>
          <div class="actions">
            <button type="button" class="danger" onClick={() => { setAsking(false); run(async () => { const answer = await actions.purge(ids); if (answer.ok) onDone(); return answer; }, t('notebook.purged')); }}>{t('notebook.purge')}</button>
            <button type="button" onClick={() => setAsking(false)}>{t('flag.cancel')}</button>
          </div>
        </div>
      )}
      <p role="status" class="said">{said}{undo.length > 0 && said && <> <button type="button" class="link" onClick={() => run(async () => { const answer = await actions.restore(undo); if (answer.ok) setUndo([]); return answer; }, t('notebook.restored'))}>{t('flag.undo')}</button></>}</p>
    </div>
  );
}
