import { useEffect, useState } from 'preact/hooks';
import type { Flag } from '../../lib/model.ts';
import { useAct } from '../options/use-act.ts';
import { useTexts } from '../texts.tsx';
import type { NotebookActions } from './notebook-props.ts';

/** The quiet reminder to save a file: shown when much has changed for long, gone when it is saved or put off. */
export function Reminder({ flags, actions }: { flags: readonly Flag[]; actions: NotebookActions }) {
  const { t } = useTexts();
  const { said, run } = useAct();
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const due = await actions.reminder.isDue(flags);
      if (!gone) setIsDue(due);
    };
    void look();
    return () => {
      gone = true;
    };
  }, [flags]);
  if (!isDue) return said ? <p role="status" class="said">{said}</p> : null;
  return (
    <aside class="reminder" aria-label={t('notebook.save')}>
      <p>{t('notebook.reminder')}</p>
      <div class="actions">
        <button type="button" onClick={() => run(async () => {
          const answer = await actions.exportAs('notebook');
          if (answer.ok) setIsDue(false);
          return answer;
        }, t('notebook.exported'))}>{t('notebook.export_all')}</button>
        <button type="button" onClick={() => run(async () => {
          setIsDue(false);
          return actions.reminder.later();
        })}>{t('notebook.reminder_later')}</button>
      </div>
    </aside>
  );
}
