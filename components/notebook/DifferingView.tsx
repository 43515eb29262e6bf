import { useEffect, useState } from 'preact/hooks';
import type { Flag } from '../../lib/model.ts';
import type { Differing } from '../../lib/notebook/differing.ts';
import { Skeleton } from '../Notice.tsx';
import { Quote } from '../Quote.tsx';
import { useTexts } from '../texts.tsx';
import type { NotebookActions } from './notebook-props.ts';

/** Claims that several articles report differently, side by side: both quotations, both dates, and the field in which they differ. */
export function DifferingView({ flags, actions }: { flags: readonly Flag[]; actions: NotebookActions }) {
  const { t } = useTexts();
  const [pairs, setPairs] = useState<readonly Differing[]>();
  useEffect(() => {
    let gone = false;
    const compare = async (): Promise<void> => {
      const found = await actions.differing();
      if (!gone) setPairs(found);
    };
    void compare();
    return () => {
      gone = true;
    };
  }, [flags]);
  if (!pairs) return <Skeleton lines={4} label={t('notebook.comparing')} />;
  if (pairs.length === 0) return <p class="notice">{t('notebook.none_differ')}</p>;
  return (
    <ul class="differing">
      {pairs.map(({ one, other, difference }) => (
        <li key={`${one.id} ${other.id}`}>
          <p><strong>{t('notebook.differ_in', [t(`claim_field.${difference.field}`)])}</strong> {difference.here} – {difference.there}</p>
          <div class="side-by-side"><Side flag={one} /><Side flag={other} /></div>
          {difference.mayHaveChanged && <p class="small">{t('claim.may_have_changed')}</p>}
        </li>
      ))}
    </ul>
  );
}

function Side({ flag }: { flag: Flag }) {
  const { date } = useTexts();
  return (
    <div>
      <Quote words={flag.quote.exact} />
      <p class="small"><a href={flag.page.url} rel="noreferrer noopener" target="_blank">{flag.page.title || flag.page.site}</a> · {flag.page.site} · {date(flag.created)}</p>
    </div>
  );
}
