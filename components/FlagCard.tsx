import { useEffect, useState } from 'preact/hooks';
import type { Failure } from './outcome.ts';
import type { Flag, FlagChange, PlacedFlag } from '../lib/model.ts';
import type { CardFrame } from './card-frame.ts';
import type { FlagActions } from './card-props.ts';
import { CardShell } from './CardShell.tsx';
import { FlagForm } from './FlagForm.tsx';
import { FailureNotice, Notice } from './Notice.tsx';
import { useTexts } from './texts.tsx';
import { Part } from './Part.tsx';
import { WordingChange } from './WordingChange.tsx';

/** A flag of the reader's own: what they made of it and when; change it, throw it away, take that back. */
export function FlagCard({ props, back, placed }: CardFrame & { placed: PlacedFlag }) {
  const { t, date } = useTexts();
  const { flag, editing, failure, run, setEditing } = useFlag(placed.flag, props.flagActions);
  const span = placed.span;
  const drafts = props.flagActions?.drafts;

  async function edit() {
    if (!drafts) return setEditing(true);
    setEditing((await drafts.of(flag.id)) ?? true);
  }

  if (editing && props.flagActions) {
    return (
      <div class="part">
        <FlagForm
          quote={flag.quote.exact}
          flag={flag}
          {...(editing === true ? {} : { draft: editing })}
          onKeep={(draft) => run((actions) => actions.change(flag.id, draft))}
          {...(drafts ? { onDraft: (draft: FlagChange) => drafts.save(flag.id, draft) } : {})}
          onCancel={() => {
            drafts?.drop(flag.id);
            setEditing(undefined);
          }}
        />
      </div>
    );
  }

  if (flag.deleted !== undefined) {
    return (
      <CardShell kind={t('kind.flag')} tone="flag" title={flag.quote.exact} quoted back={back} onClose={props.onClose} onPrint={props.onPrint}>
        <div role="status"><Notice action={{ label: t('flag.undo'), onClick: () => void run((actions) => actions.restore(flag.id)) }}>{t('flag.deleted')}</Notice></div>
        {failure && <FailureNotice error={failure} />}
      </CardShell>
    );
  }

  return (
    <CardShell
      kind={t('kind.flag')}
      tone="flag"
      title={flag.quote.exact}
      quoted
      line={flag.stance === 'confirmed' && flag.confirmedBy ? t('flag.confirmed', [flag.confirmedBy]) : t(`stance.${flag.stance}`)}
      back={back}
      onClose={props.onClose}
      onPrint={props.onPrint}
      actions={props.flagActions && (
        <>
          <button type="button" class="link" onClick={() => void edit()}>{t('flag.edit')}</button>
          {span && <button type="button" class="link" onClick={() => props.onShow(span)}>{t('place.show')}</button>}
          <button type="button" class="link quiet" onClick={() => void run((actions) => actions.delete(flag.id))}>{t('flag.delete')}</button>
        </>
      )}
    >
      <Part title={t('kind.flag')} unseen>
        {flag.note && <p class="own-note">{flag.note}</p>}
        <p class="small">{t('flag.made', [date(flag.created)])}{placed.state === 'elsewhere' && ` · ${flag.page.title}`}</p>
        {placed.state !== 'exact' && <p class="small">{t(`flag_state.${placed.state}`)}</p>}
        {placed.state === 'changed' && span && <WordingChange was={flag.quote.exact} now={props.article.text.slice(...span)} />}
        {placed.state === 'lost' && <WordingChange was={flag.quote.exact} now={undefined} />}
        {flag.tags.length > 0 && <p class="small">{flag.tags.map((tag) => <span key={tag} class="tag">{tag}</span>)}</p>}
        {flag.link && <p class="small"><a href={flag.link} target="_blank" rel="noreferrer noopener">{t('export.label.evidence')}: {hostOf(flag.link)}</a></p>}
      </Part>
      {failure && <FailureNotice error={failure} />}
    </CardShell>
  );
}

/** The host of an address; the address itself where it names none: a file may bring any. */
function hostOf(link: string): string {
  return URL.parse(link)?.hostname || link;
}

/** Keeps the flag as it is after the last action, and what went wrong with it. */
function useFlag(given: Flag, actions: FlagActions | undefined) {
  const [flag, setFlag] = useState(given);
  const [editing, setEditing] = useState<FlagChange | true>();
  const [failure, setFailure] = useState<Failure | null>(null);
  // Another window or device may have changed it, and that one's clock may be behind.
  useEffect(() => setFlag(given), [given]);
  async function run(act: (actions: FlagActions) => ReturnType<FlagActions['delete']>) {
    if (!actions) throw new Error('This surface offers no actions on flags.');
    const answer = await act(actions);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) {
      setFlag(answer.value);
      setEditing(undefined);
    }
    return answer;
  }
  return { flag, editing, failure, run, setEditing };
}
