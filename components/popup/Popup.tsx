import { useState } from 'preact/hooks';
import type { Note, PlacedFlag } from '../../lib/model.ts';
import { Card } from '../Card.tsx';
import { failureText } from '../failure-text.ts';
import { KindChoices } from '../KindChoices.tsx';
import { Skeleton } from '../Notice.tsx';
import { useTexts } from '../texts.tsx';
import { Found, type TabId } from './Found.tsx';
import { Offer } from './Offer.tsx';
import type { PopupDensity, PopupProps } from './popup-props.ts';
import { Verdict } from './Verdict.tsx';

const densities: readonly PopupDensity[] = ['core', 'normal', 'everything'];

interface Opened {
  notes: readonly Note[];
  flags: readonly PlacedFlag[];
}

/** The popup: what this page is, what it rests on, what was found, and one primary action. */
export function Popup(props: PopupProps) {
  const { t } = useTexts();
  const { page } = props;
  const [tab, setTab] = useState<TabId>('names');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState('');
  const [choosing, setChoosing] = useState(false);
  const document = page?.status === 'annotated' ? page.document : undefined;

  function open(next: Opened): void {
    const [note] = next.notes;
    const span = note ? ([note.begin, note.end] as const) : next.flags[0]?.span;
    if (span) props.onFollow?.(span);
    setOpened(next);
  }

  async function run(act: () => ReturnType<PopupProps['onFlag']>, done: string) {
    const answer = await act();
    setSaid(answer.ok ? done : failureText(t, answer.error));
  }

  return (
    <main class={page && !document ? 'popup' : 'popup popup-full'} aria-busy={!page}>
      <Verdict page={page} onOff={props.onOff} />
      {page?.settings.ephemeral && <p class="ephemeral small">{t('flag.ephemeral')}</p>}
      {!page && <div class="middle"><Skeleton lines={6} label={t('verdict.loading')} /></div>}
      {page && !document && <Offer page={page} onAnnotate={props.onAnnotate} allowSite={props.allowSite} onOff={props.onOff} onRetry={props.onRetry} />}
      {page && document && (
        <div class="middle" key={opened ? 'card' : 'lists'}>
          {opened ? (
            <>
              <div class="back-row">
                <button type="button" class="link" onClick={() => setOpened(null)}>
                  <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3 5 8l5 5" /></svg>{t(`tab.${tab}`)}
                </button>
              </div>
              <Card notes={opened.notes} flags={opened.flags} article={document} load={props.load} onShow={props.onShow} flagActions={props.flagActions} focus />
            </>
          ) : (
            <Found
              document={document}
              page={page}
              tab={tab}
              onTab={setTab}
              loadAll={props.loadAll}
              onOpen={open}
              onExport={() => void run(props.onExport, t('popup.exported'))}
            />
          )}
        </div>
      )}
      {page && document && (
        <footer class="bottom">
          <div role="status">{said && <p class="notice">{said}</p>}</div>
          {choosing && props.kindsOf && <KindChoices {...props.kindsOf} hidden={page.settings.hidden ?? []} />}
          <div class="actions">
            <button type="button" class="primary" disabled={page.settings.ephemeral} title={t('popup.flag_hint')} onClick={() => void run(props.onFlag, '')}>{t('card.flag')}</button>
            <select aria-label={t('popup.density')} value={page.settings.density} onChange={(event) => props.onDensity(event.currentTarget.value as PopupDensity)}>
              {densities.map((density) => <option key={density} value={density}>{t(`density.${density}`)}</option>)}
            </select>
            {props.kindsOf && (
              <button type="button" class="icon" aria-expanded={choosing} aria-label={t('options.kinds_on', [props.kindsOf.site])} title={t('options.kinds_on', [props.kindsOf.site])} onClick={() => setChoosing(!choosing)}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 4h2M2 8h2M2 12h2M7 4h7M7 8h7M7 12h7" /></svg>
              </button>
            )}
          </div>
        </footer>
      )}
      <nav class="ways" aria-label={t('popup.ways')}>
        {props.onPanel && <button type="button" class="link" onClick={props.onPanel}>{t('popup.panel')}</button>}
        {props.onNotebook && <button type="button" class="link" onClick={props.onNotebook}>{t('popup.notebook')}</button>}
        {props.onPrint && document && <button type="button" class="link" onClick={props.onPrint}>{t('print.open')}</button>}
        {props.onOptions && <button type="button" class="link" onClick={props.onOptions}>{t('popup.options')}</button>}
      </nav>
    </main>
  );
}
