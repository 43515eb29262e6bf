/** What Randnotiz keeps: datasets, what was found not right, keys, storage with backup and wipe, and the proof that nothing leaves. */
import { useState } from 'preact/hooks';
import { Packs } from '../packs/Packs.tsx';
import { useTexts } from '../texts.tsx';
import type { OptionsProps, OptionsState } from './options-props.ts';
import { Section } from './Section.tsx';
import { useAct } from './use-act.ts';

type With<Names extends keyof OptionsProps> = Pick<OptionsProps, Names> & { state: OptionsState };

export function Datasets({ state, packs }: With<'packs'>) {
  const { t } = useTexts();
  return (
    <Section id="datasets" title={t('options.datasets')} line={t('options.datasets_line')}>
      <Packs {...packs} overview={state.packs} />
    </Section>
  );
}

export function Dismissals({ state, onUndismiss }: With<'onUndismiss'>) {
  const { t, date } = useTexts();
  const { said, run } = useAct();
  return (
    <Section id="dismissals" title={t('options.dismissals')} line={t('options.dismissals_line')} said={said}>
      {state.dismissals.length === 0 && <p class="soft">{t('options.dismissals_none')}</p>}
      <ul class="lines">
        {state.dismissals.map(({ id, scope, kind, rule, quote, where, at }) => (
          <li key={id}>
            <span>{t(`kind.${kind}`)}: <q>{quote}</q><br /><span class="small">{t(`options.scope_${scope}`, [where ?? rule])} · {date(at)}</span></span>
            <button type="button" class="link" onClick={() => run(() => onUndismiss(id), t('options.undismissed'))}>{t('options.undismiss')}<span class="hidden"> <q>{quote}</q></span></button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Shortcuts({ state, onShortcuts }: With<'onShortcuts'>) {
  const { t } = useTexts();
  return (
    <Section id="shortcuts" title={t('options.shortcuts')} line={t('options.shortcuts_line')}>
      <dl class="pairs">
        {state.shortcuts.map(({ description, keys }) => <div key={description}><dt>{description}</dt><dd>{keys ? <kbd>{keys}</kbd> : t('options.no_key')}</dd></div>)}
      </dl>
      <p><button type="button" class="second" onClick={onShortcuts}>{t('options.change_keys')}</button></p>
    </Section>
  );
}

export function Storage({ state, onBackup, onWipe, onNotebook }: With<'onBackup' | 'onWipe' | 'onNotebook'>) {
  const { t, number, date } = useTexts();
  const { said, busy, run } = useAct();
  const [asking, setAsking] = useState(false);
  const { bytes, flags, lastBackup } = state.storage;
  return (
    <Section id="storage" title={t('options.storage')} line={t('options.storage_line')} said={said}>
      <p>{t('options.stored', [number(flags), bytesText(bytes, number)], flags)}</p>
      <p>{lastBackup === undefined ? t('options.backup_never') : t('options.backup_last', [date(lastBackup)])}</p>
      <p class="actions">
        <button type="button" class="primary" disabled={busy} onClick={() => run(() => onBackup(), t('popup.exported'))}>{t('options.backup')}</button>
        <button type="button" onClick={onNotebook}>{t('options.restore')}</button>
        <button type="button" aria-expanded={asking} onClick={() => setAsking(!asking)}>{t('options.wipe')}</button>
      </p>
      {asking && (
        <div class="asking" role="group" aria-label={t('options.wipe')}>
          <p>{t('options.wipe_means', [number(flags)], flags)}</p>
          <p class="actions">
            <button type="button" class="danger" disabled={busy} onClick={() => {
              run(() => onWipe(), t('options.wiped'));
              setAsking(false);
            }}>{t('options.wipe_now')}</button>
            <button type="button" onClick={() => setAsking(false)}>{t('flag.cancel')}</button>
          </p>
        </div>
      )}
    </Section>
  );
}

export function SilenceProof({ state }: { state: OptionsState }) {
  const { t, number, date } = useTexts();
  const { permissions, requests, policy } = state.silence;
  const { bytes, lastBackup } = state.storage;
  return (
    <Section id="silence" title={t('options.silence')} line={t('options.silence_line')}>
      <dl class="pairs">
        <div><dt>{t('options.requests')}</dt><dd><strong>{number(requests)}</strong></dd></div>
        <div><dt>{t('options.policy')}</dt><dd><code>{policy}</code></dd></div>
        <div><dt>{t('options.permissions')}</dt><dd><ul>{permissions.map((name) => <li key={name}><code>{name}</code>: {t(`permission.${name}`)}</li>)}</ul></dd></div>
        <div><dt>{t('options.bytes')}</dt><dd>{bytesText(bytes, number)}</dd></div>
        <div><dt>{t('options.last_backup')}</dt><dd>{lastBackup === undefined ? t('options.never') : date(lastBackup)}</dd></div>
      </dl>
    </Section>
  );
}

/** Bytes in the unit that leaves up to four digits. */
function bytesText(bytes: number, number: (value: number) => string): string {
  const [size, unit] = bytes < 10_000 ? [bytes, 'B'] : bytes < 10_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${number(Math.round(size))} ${unit}`;
}
