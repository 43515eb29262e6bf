import type { SourceClass } from '../lib/model.ts';
import { useTexts } from './texts.tsx';

const order: readonly SourceClass[] = ['named', 'institution', 'media', 'collective', 'anonymous', 'none'];

/** What the article rests on: shares of its sentences by class of source, as one bar; the legend says the same in words. */
export function SourceBar({ rests }: { rests: Readonly<Record<SourceClass, number>> }) {
  const { t, percent } = useTexts();
  const shares = order.filter((source) => rests[source] > 0);
  return (
    <section class="rests" aria-label={t('rests.title')}>
      <h2>{t('rests.title')}</h2>
      {shares.length === 0 ? <p class="small">{t('rests.empty')}</p> : (
        <>
          <div class="bar" aria-hidden="true">
            {shares.map((source) => <span key={source} class={`share share-${source}`} style={{ flexGrow: rests[source] }} />)}
          </div>
          <ul class="legend">
            {shares.map((source) => (
              <li key={source} class="small"><span class={`dot share-${source}`} aria-hidden="true" />{t('rests.item', [t(`legend.${source}`), percent(rests[source])])}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
