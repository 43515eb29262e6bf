import { pageKind, pageTone, type CardPage } from './card-pages.ts';
import { useTexts } from './texts.tsx';

/** Everything else that stands at the same place, each one step away. */
export function CardStack({ pages, onGo }: { pages: readonly CardPage[]; onGo: (page: CardPage) => void }) {
  const { t } = useTexts();
  return (
    <nav class="part stack" aria-label={t('card.also_here')}>
      <p class="small">{t('card.also_here')}</p>
      <ul>
        {pages.map((page) => (
          <li key={page.id}>
            <button type="button" class="row" onClick={() => onGo(page)}>
              <span class={`swatch swatch-${pageTone(page)}`} aria-hidden="true" />
              <span class="row-kind">{t(pageKind(page))}</span>
              <span class="row-words">{page.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
