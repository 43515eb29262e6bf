import { useState } from 'preact/hooks';
import { useTexts } from '../texts.tsx';
import type { ImportChoice, ImportOffer } from './notebook-props.ts';

const choices: readonly ImportChoice[] = ['merge', 'mine', 'theirs'];

/** What a file would bring: counts, the new flags, and each conflict with both sides; nothing is taken in before the last button. */
export function ImportPreview({ offer, onCommit, onDiscard }: { offer: ImportOffer; onCommit: (choices: ReadonlyMap<string, ImportChoice>) => void; onDiscard: () => void }) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ImportChoice>>(new Map());
  const { counts } = offer;
  return (
    <section class="import-preview" aria-label={t('notebook.preview', [offer.name])}>
      <h3>{t('notebook.preview', [offer.name])}</h3>
      <ul class="counts">
        <li>{t('notebook.fresh', undefined, counts.fresh)}</li>
        <li>{t('notebook.same', undefined, counts.same)}</li>
        <li>{t('notebook.changed', undefined, counts.changed)}</li>
        <li>{t('notebook.conflicts', undefined, counts.conflicts)}</li>
        {counts.skipped > 0 && <li>{t('notebook.skipped', undefined, counts.skipped)}</li>}
      </ul>
      {offer.fresh.length > 0 && <ul class="lines">{offer.fresh.slice(0, 20).map((flag) => <li key={flag.id}><span><q>{flag.quote.exact}</q> · {flag.page.site}</span></li>)}</ul>}
      {offer.conflicts.map(({ mine, theirs }) => mine && theirs && (
        <fieldset key={mine.id} class="choices">
          <legend>{mine.quote.exact}</legend>
          <p class="small">{t('notebook.mine')}: {t(`stance.${mine.stance}`)} {mine.note}</p>
          <p class="small">{t('notebook.theirs')}: {t(`stance.${theirs.stance}`)} {theirs.note}</p>
          {choices.map((choice) => (
            <label key={choice} class="choice"><input type="radio" name={mine.id} checked={(chosen.get(mine.id) ?? 'merge') === choice} onChange={() => setChosen(new Map(chosen).set(mine.id, choice))} /><span>{t(`notebook.choices.${choice}`)}</span></label>
          ))}
        </fieldset>
      ))}
      <div class="actions"><button type="button" class="primary" onClick={() => onCommit(chosen)}>{t('notebook.take_in')}</button><button type="button" onClick={onDiscard}>{t('flag.cancel')}</button></div>
    </section>
  );
}
