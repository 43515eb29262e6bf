import { useId, useState } from 'preact/hooks';
import type { PackInfo } from '../../lib/packs/overview.ts';
import { longestFile } from '../../lib/packs/limits.ts';
import { failureText } from '../failure-text.ts';
import { Skeleton } from '../Notice.tsx';
import { useTexts } from '../texts.tsx';
import { PackContents } from './PackContents.tsx';
import { PackFaults } from './PackFaults.tsx';
import { PackPreviewView } from './PackPreviewView.tsx';
import type { PacksProps, Previewed } from './packs-props.ts';

/** A file under consideration. */
interface Chosen {
  name: string;
  text: string;
  previewed: Previewed;
}

/** The datasets there are: switch, remove, take back; add one from a file, looked through before anything changes. */
export function Packs(props: PacksProps) {
  const { t } = useTexts();
  const { overview } = props;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const input = useId();

  async function run(act: () => ReturnType<PacksProps['onUndo']>, done: string): Promise<boolean> {
    setBusy(true);
    setSaid('');
    const answer = await act();
    setSaid(answer.ok ? done : failureText(t, answer.error));
    setBusy(false);
    return answer.ok;
  }

  async function look(file: File): Promise<void> {
    setChosen(null);
    setSaid(t('packs.reading'));
    setBusy(true);
    // A byte is at least a quarter of what is counted: what is larger is not read at all.
    const isTooLarge = file.size > longestFile * 4;
    const text = isTooLarge ? '' : await file.text();
    const tooLarge = { ok: true as const, value: { faults: [{ path: '', value: `${Math.round(file.size / 1024 / 1024)} MiB`, reason: 'is too large', code: 'too_large' as const }] } };
    const answer = isTooLarge || text.length > longestFile ? tooLarge : await props.onPreview(text);
    setBusy(false);
    setSaid(answer.ok ? '' : failureText(t, answer.error));
    if (answer.ok) setChosen({ name: file.name, text, previewed: answer.value });
  }

  if (!overview) return <Skeleton lines={3} label={t('packs.loading')} />;
  return (
    <div class="packs" aria-busy={busy}>
      <ul class="lines">
        {overview.packs.map((pack) => (
          <PackLine
            key={pack.id}
            pack={pack}
            onSwitch={(on) => void run(() => props.onSwitch(pack.id, on), t(on ? 'packs.switched_on' : 'packs.switched_off', [pack.title]))}
            onRemove={() => void run(() => props.onRemove(pack.id), t('packs.removed', [pack.title]))}
          />
        ))}
      </ul>
      {overview.undo && (
        <p class="small">
          {t(`packs.last_${overview.undo.what}`, [overview.undo.title])}{' '}
          <button type="button" class="link" disabled={busy} onClick={() => void run(props.onUndo, t('packs.undone'))}>{t('packs.undo')}</button>
        </p>
      )}
      <p class="field">
        <label for={input}>{t('packs.choose')}</label>
        <input
          id={input}
          type="file"
          accept=".json,application/json"
          disabled={busy}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
            if (file) void look(file);
          }}
        />
      </p>
      {chosen && 'faults' in chosen.previewed && <PackFaults name={chosen.name} faults={chosen.previewed.faults} onClose={() => setChosen(null)} />}
      {chosen && !('faults' in chosen.previewed) && (
        <PackPreviewView
          name={chosen.name}
          preview={chosen.previewed}
          busy={busy}
          onCancel={() => setChosen(null)}
          onInstall={() => {
            const { text, previewed } = chosen;
            const title = 'info' in previewed ? previewed.info.title : '';
            void run(() => props.onInstall(text), t('packs.done', [title])).then((done) => done && setChosen(null));
          }}
        />
      )}
      <p role="status" class="said">{said}</p>
    </div>
  );
}

function PackLine({ pack, onSwitch, onRemove }: { pack: PackInfo; onSwitch: (on: boolean) => void; onRemove: () => void }) {
  const { t, date, list } = useTexts();
  const origin = pack.installed === undefined ? t('packs.bundled') : t('packs.installed', [date(pack.installed)]);
  return (
    <li>
      <span>
        <label>
          <input type="checkbox" checked={pack.on} aria-label={t('packs.switch', [pack.title])} onChange={(event) => onSwitch(event.currentTarget.checked)} />{' '}
          <strong>{pack.title}</strong> <span class="soft">{pack.version} · {origin}</span>
        </label>
        <br />
        <span class="small"><PackContents pack={pack} /></span>
        <br />
        <span class="small soft">{pack.authors.length > 0 ? t('packs.by', [list(pack.authors), pack.licence]) : t('packs.licence', [pack.licence])}</span>
      </span>
      {!pack.bundled && <button type="button" class="link" aria-label={t('packs.remove_label', [pack.title])} onClick={onRemove}>{t('packs.remove')}</button>}
    </li>
  );
}
