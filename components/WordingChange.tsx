import { useMemo } from 'preact/hooks';
import { compareWordings } from '../lib/notebook/wordings.ts';
import { useTexts } from './texts.tsx';

/** A flagged sentence as it was and as it is now: what is gone struck out, what is new underlined; both are said to screen readers. */
export function WordingChange({ was, now }: { was: string; now: string | undefined }) {
  const { t } = useTexts();
  const parts = useMemo(() => compareWordings(was, now ?? ''), [was, now]);
  if (now === undefined) return <p class="wording"><span class="small">{t('flag.was')}</span> <del>{was}</del></p>;
  return (
    <div class="wording">
      <p class="small">{t('flag.now')}</p>
      <p class="quote quote-bare">
        {parts.map(({ kind, text }, index) => {
          if (kind === 'same') return text;
          if (kind === 'gone') return <del key={index}><span class="hidden">{t('flag.gone')} </span>{text}</del>;
          return <ins key={index}><span class="hidden">{t('flag.new')} </span>{text}</ins>;
        })}
      </p>
      <p class="small">{t('flag.was')}</p>
      <p class="quote">{was}</p>
    </div>
  );
}
