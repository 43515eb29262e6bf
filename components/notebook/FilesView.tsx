import { useEffect, useState } from 'preact/hooks';
import type { RestorePlan } from '../../lib/notebook/restore-plan.ts';
import { useAct } from '../options/use-act.ts';
import { useTexts } from '../texts.tsx';
import { MakePack } from './MakePack.tsx';
import { ExportAs } from './FlagDetail.tsx';
import { FolderSection } from './FolderSection.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import type { FileRefused, ImportDone, ImportOffer, ImportReading, NotebookActions, SnapshotLine } from './notebook-props.ts';
import { RestorePreview } from './RestorePreview.tsx';
import { SightingsSection } from './SightingsSection.tsx';

/** In and out: save everything, read a file in with a preview, take an import back, go back to a snapshot. */
export function FilesView({ actions, readonly }: { actions: NotebookActions; readonly: boolean }) {
  const { t, date } = useTexts();
  const { said, run } = useAct();
  const [offer, setOffer] = useState<ImportOffer>();
  const [fault, setFault] = useState<FileRefused>();
  const [reading, setReading] = useState<{ entries: number; stop: AbortController }>();
  const [done, setDone] = useState<readonly ImportDone[]>([]);
  const [snapshots, setSnapshots] = useState<readonly SnapshotLine[]>([]);
  const [file, setFile] = useState<File>();
  const [plan, setPlan] = useState<{ name: string; plan: RestorePlan }>();

  const refresh = async (): Promise<void> => {
    setDone(await actions.imports());
    setSnapshots(await actions.snapshots());
  };
  useEffect(() => void refresh(), []);

  const take = async (read: (progress: (entries: number) => void, signal: AbortSignal) => Promise<ImportReading>): Promise<void> => {
    const stop = new AbortController();
    setFault(undefined);
    setOffer(undefined);
    setReading({ entries: 0, stop });
    const result = await read((entries) => setReading({ entries, stop }), stop.signal);
    setReading(undefined);
    if (result.ok) setOffer(result.offer);
    else if ('fault' in result) setFault(result);
  };

  const look = async (name: string, from: Parameters<typeof actions.planRestore>[0]): Promise<void> => {
    setFault(undefined);
    setPlan(undefined);
    const answer = await actions.planRestore(from);
    if (answer.ok) setPlan({ name, plan: answer.plan });
    else setFault(answer);
  };
  const restore = plan && (
    <RestorePreview name={plan.name} plan={plan.plan} onClose={() => setPlan(undefined)} onRestore={() => run(async () => {
      const answer = await actions.goBack(plan.plan);
      if (answer.ok) {
        setPlan(undefined);
        setOffer(undefined);
      }
      return answer;
    }, t('notebook.restore_done'))} />
  );

  return (
    <div class="files">
      <FolderSection folder={actions.folder} readonly={readonly} />
      <section><h2>{t('notebook.save')}</h2><p class="soft">{t('notebook.save_line')}</p>
        <ExportAs label={t('notebook.export_all')} onExport={(format) => run(() => actions.exportAs(format), t('notebook.exported'))} />
      </section>
      {!readonly && (
        <section><h2>{t('notebook.read_in')}</h2><p class="soft">{t('notebook.read_in_line')}</p>
          <label class="field"><span>{t('notebook.choose_file')}</span>
            <input type="file" accept=".json,.jsonld,.jsonl,application/json" onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              setFile(file);
              setPlan(undefined);
              if (file) void take((progress, signal) => actions.readFile(file, progress, signal));
            }} />
          </label>
          {reading && <p role="status">{t('notebook.reading', undefined, reading.entries)} <button type="button" class="link" onClick={() => reading.stop.abort()}>{t('notebook.stop')}</button></p>}
          {fault && (
            <div class="notice notice-error" role="alert">
              <p>{fault.fault}</p>
              {fault.detail && <details class="small"><summary>{t('file_fault.expected')}</summary><p lang="en">{fault.detail}</p></details>}
            </div>
          )}
          {offer && <ImportPreview offer={offer} onDiscard={() => { void actions.discard(offer.id); setOffer(undefined); }} onCommit={(choices) => run(async () => {
            const answer = await actions.commit(offer.id, choices);
            if (answer.ok) setOffer(undefined);
            await refresh();
            return answer;
          }, t('notebook.taken_in'))} />}
          {offer && file && offer.format === 'notebook' && !plan && <p><button type="button" class="link" onClick={() => void look(file.name, { file })}>{t('notebook.restore_file')}</button></p>}
          {file && restore}
        </section>
      )}
      <p role="status" class="said">{said}</p>
      <SightingsSection sightings={actions.sightings} readonly={readonly} />
      <MakePack makePack={actions.makePack} />
      {done.length > 0 && (
        <section><h2>{t('notebook.imports')}</h2>
          <ul class="lines">{done.map((one) => <li key={one.id}><span>{one.name} · {date(one.at)} · {t('notebook.fresh', undefined, one.fresh)}</span>
            {!readonly && <button type="button" class="link" onClick={() => run(async () => {
              const answer = await actions.undoImport(one.id);
              await refresh();
              return answer;
            }, t('notebook.import_undone'))}>{t('flag.undo')}</button>}</li>)}</ul>
        </section>
      )}
      {snapshots.length > 0 && (
        <section><h2>{t('notebook.snapshots')}</h2><p class="soft">{t('notebook.snapshots_line')}</p>
          <ul class="lines">{snapshots.map((one) => <li key={one.id}><span>{date(one.at)} · {t('notebook.flags', undefined, one.flags)}</span>
            {!readonly && <button type="button" class="link" onClick={() => { setFile(undefined); void look(`${t('notebook.snapshot')} ${date(one.at)}`, { snapshot: one.id }); }}>{t('notebook.compare_snapshot')}</button>}</li>)}</ul>
          {!file && restore}
        </section>
      )}
    </div>
  );
}
