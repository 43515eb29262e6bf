/** All that can be set, and all that is kept: one page, no hidden corners. */
import { Skeleton } from '../Notice.tsx';
import { useTexts } from '../texts.tsx';
import { Datasets, Dismissals, Shortcuts, SilenceProof, Storage } from './Kept.tsx';
import { Marks } from './Marks.tsx';
import type { OptionsProps } from './options-props.ts';
import { Rules } from './Rules.tsx';
import { Sites } from './Sites.tsx';

const sections = ['sites', 'marks', 'rules', 'datasets', 'dismissals', 'shortcuts', 'storage', 'silence'] as const;

export function Options(props: OptionsProps) {
  const { t } = useTexts();
  const { state } = props;
  return (
    <div class="options">
      <header><h1>{t('options.title')}</h1>
        <nav aria-label={t('options.contents')}><ul>{sections.map((id) => <li key={id}><a href={`#${id}`}>{t(`options.${id}`)}</a></li>)}</ul></nav>
      </header>
      <main aria-busy={!state}>
        {!state && <Skeleton lines={8} label={t('options.loading')} />}
        {state?.newer && <p class="ephemeral">{t('options.newer')}</p>}
        {state && (
          <>
            <Sites {...props} sites={state.sites} />
            <Marks {...props} state={state} />
            <Rules {...props} />
            <Datasets state={state} packs={props.packs} />
            <Dismissals {...props} state={state} />
            <Shortcuts {...props} state={state} />
            <Storage {...props} state={state} />
            <SilenceProof state={state} />
          </>
        )}
      </main>
    </div>
  );
}
