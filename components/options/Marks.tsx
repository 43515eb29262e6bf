/** How much is marked, and what the marks look like. */
import { useTexts } from '../texts.tsx';
import type { OptionsProps, OptionsState } from './options-props.ts';
import { Section } from './Section.tsx';
import { useAct } from './use-act.ts';

const densities = ['core', 'normal', 'everything'] as const;
/** In the order of the card's gravity: what a mark looks like and what it stands for. */
const looks = [['entity', 'entity'], ['claim', 'claim'], ['differs', 'claim_differs'], ['attribution', 'attribution'], ['bias', 'bias'], ['language', 'language'], ['flag', 'flag']] as const;

export function Marks({ state, onDensity, onRuler, onQuiet }: Pick<OptionsProps, 'onDensity' | 'onRuler' | 'onQuiet'> & { state: OptionsState }) {
  const { t } = useTexts();
  const { said, run } = useAct();
  return (
    <Section id="marks" title={t('options.marks')} said={said}>
      <fieldset class="choices choices-below">
        <legend>{t('popup.density')}</legend>
        {densities.map((density) => (
          <label key={density} class="choice">
            <input type="radio" name="density" checked={state.density === density} onChange={() => run(() => onDensity(density))} />
            <span>{t(`density.${density}`)}<span class="soft"> – {t(`density_means.${density}`)}</span></span>
          </label>
        ))}
      </fieldset>
      <label class="choice"><input type="checkbox" checked={state.ruler} onChange={(event) => {
        const on = event.currentTarget.checked;
        run(() => onRuler(on));
      }} />{t('options.ruler')}</label>
      <label class="choice"><input type="checkbox" checked={state.quiet} onChange={(event) => {
        const on = event.currentTarget.checked;
        run(() => onQuiet(on));
      }} /><span>{t('options.quiet')}<span class="soft"> – {t('options.quiet_means')}</span></span></label>
      <h3>{t('options.looks')}</h3>
      <ul class="looks">{looks.map(([tone, kind]) => <li key={kind}><span class={`swatch swatch-${tone}`} aria-hidden="true" />{t(`kind.${kind}`)}</li>)}</ul>
      <p class="soft">{t('options.kinds_line')}</p>
    </Section>
  );
}
