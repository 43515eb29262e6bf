import { useEffect, useRef, useState } from 'preact/hooks';
import type { Note } from '../lib/model.ts';
import type { DismissActions, DismissScope } from './card-props.ts';
import { failureText } from './failure-text.ts';
import { useTexts } from './texts.tsx';

const scopes: readonly DismissScope[] = ['note', 'site', 'everywhere'];

/** Names and claims are dismissed one by one; all else by the rule that found it. */
function wordFor({ kind }: Note): 'entity' | 'claim' | 'rule' {
  return kind === 'entity' || kind === 'claim' ? kind : 'rule';
}

/** "Not right": first how far it goes, then that it is done, and the way back. In place of the card's other actions while it is open. */
export function Dismiss({ note, actions, onClose }: { note: Note; actions: DismissActions; onClose: () => void }) {
  const { t } = useTexts();
  const [done, setDone] = useState<string>();
  const [failure, setFailure] = useState('');
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }), [done]);

  async function choose(scope: DismissScope) {
    const answer = await actions.dismiss(note, scope);
    if (answer.ok) setDone(answer.value);
    setFailure(answer.ok ? '' : failureText(t, answer.error));
  }

  async function takeBack(id: string) {
    const answer = await actions.undo(id);
    if (answer.ok) onClose();
    else setFailure(failureText(t, answer.error));
  }

  const label = (scope: DismissScope) => (scope === 'note' ? t('dismiss.note') : t(`dismiss.${scope}.${wordFor(note)}`));
  return (
    <div class="dismiss" ref={root} role="group" aria-label={t('card.dismiss')}>
      {done === undefined ? (
        <>
          <p class="small">{t('dismiss.question')}</p>
          {scopes.map((scope) => <button key={scope} type="button" class="link" onClick={() => void choose(scope)}>{label(scope)}</button>)}
          <button type="button" class="link quiet" onClick={onClose}>{t('dismiss.cancel')}</button>
        </>
      ) : (
        <>
          <p class="small" role="status">{t('dismiss.done')}</p>
          <button type="button" class="link" onClick={() => void takeBack(done)}>{t('dismiss.undo')}</button>
        </>
      )}
      {failure && <p class="small" role="alert">{failure}</p>}
    </div>
  );
}
