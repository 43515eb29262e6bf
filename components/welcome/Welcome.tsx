/** The first page after the installation: a sample to try everything on, before anything is allowed. One screen, no tour. */
import { useTexts } from '../texts.tsx';
import { sampleParagraphs, sampleTitle } from './sample-article.ts';

export interface WelcomeProps {
  onStep: (direction: 1 | -1) => void;
  onFlag: () => void;
  onOptions: () => void;
  /** The keys as the browser has them now; empty ones are not told. */
  keys: { previous: string; next: string; flag: string };
  /** The sample could not be annotated. */
  failed?: boolean;
}

export function Welcome({ onStep, onFlag, onOptions, keys, failed }: WelcomeProps) {
  const { t } = useTexts();
  const key = (name: string) => name !== '' && <> <kbd>{name}</kbd></>;
  return (
    <div class="welcome">
      {/* Beside the article, as our own page reading sees it too: what is explained here is not to be annotated. */}
      <aside aria-label={t('welcome.title')}>
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.lead')}</p>
        {failed && <p class="notice notice-error" role="alert">{t('welcome.failed')}</p>}
        <ol class="tries">
          <li>{t('welcome.try_card')}</li>
          <li>{t('welcome.try_flag')} <span class="actions"><button type="button" onMouseDown={(event) => event.preventDefault()} onClick={onFlag}>{t('card.flag')}{key(keys.flag)}</button></span></li>
          <li>{t('welcome.try_keys')} <span class="actions">
            <button type="button" onClick={() => onStep(-1)}>{t('welcome.previous')}{key(keys.previous)}</button>
            <button type="button" onClick={() => onStep(1)}>{t('welcome.next')}{key(keys.next)}</button>
          </span></li>
        </ol>
        <p class="soft">{t('welcome.where')} <button type="button" class="link" onClick={onOptions}>{t('welcome.options')}</button></p>
        <p><strong>{t('welcome.then')}</strong></p>
      </aside>
      <main class="sheet">
        <article lang="de">
          <h2>{sampleTitle}</h2>
          {sampleParagraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
        </article>
        <p class="small">{t('welcome.sample')}</p>
      </main>
    </div>
  );
}
