/** The form of a flag: the words, what the engines recognise in them, a stance, a note, tags, a link to evidence. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Flag, FlagChange, Stance } from '../lib/model.ts';
import type { FlagHints } from './card-props.ts';
import { ChangedElsewhere } from './ChangedElsewhere.tsx';
import { failureText } from './failure-text.ts';
import { isEdited, sentDraft, shownValues, tagsIn, webAddress } from './flag-values.ts';
import type { Outcome } from './outcome.ts';
import { Quote } from './Quote.tsx';
import { SaysFields } from './SaysFields.tsx';
import { useTexts } from './texts.tsx';
import { useDraft } from './use-draft.ts';

export interface FlagFormProps {
  /** The flagged words. */
  quote: string;
  /** The flag that is changed, as it stands now: another window may change it while the form is open. Absent for a new one. */
  flag?: Flag;
  /** What was typed before and not sent. */
  draft?: FlagChange;
  /** Asked once: what is recognised, and what was flagged before. */
  hints?: () => Promise<Outcome<FlagHints>>;
  /** A private window: nothing can be kept, and the form says so. */
  ephemeral?: boolean;
  /** Without title and words: the surface shows them itself. */
  bare?: boolean;
  /** Keeps what was filled in: of a new flag everything, else what was touched. A failure is shown, and nothing typed is lost. */
  onKeep: (draft: FlagChange) => Promise<Outcome<unknown>>;
  /** Told what was typed so far. */
  onDraft?: (draft: FlagChange) => void;
  onCancel?: () => void;
}

const stances: readonly Stance[] = ['unsure', 'doubtful', 'confirmed'];
/** On a touch screen a field that has the focus brings the keyboard up, which nobody asked for. */
const isTouch = (): boolean => globalThis.matchMedia?.('(pointer: coarse)').matches ?? false;

/** Keeps or changes a claim of the reader's own. Ctrl+Enter sends it from anywhere. */
export function FlagForm({ quote, flag, draft, hints, ephemeral, bare, onKeep, onDraft, onCancel }: FlagFormProps) {
  const { t } = useTexts();
  const id = useId();
  const [edits, setEdits] = useState<FlagChange>(draft ?? {});
  /** The flag as it was when the reader began to type. */
  const base = useRef(flag);
  const found = useHints(hints);
  const shown = shownValues(edits, flag, found?.says);
  const [tags, setTags] = useState(shown.tags.join(', '));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const writer = useDraft(ephemeral ? undefined : onDraft);
  const form = useRef<HTMLFormElement>(null);
  const focusField = !bare && !isTouch();

  function type(next: FlagChange) {
    if (!isEdited(edits)) base.current = flag;
    setEdits(next);
    writer.note(next);
  }

  const edit = (change: FlagChange): void => type({ ...edits, ...change });

  async function keep(event: Event) {
    event.preventDefault();
    if (busy || ephemeral) return;
    const link = edits.link === undefined ? undefined : webAddress(edits.link);
    if (edits.link !== undefined && link === undefined) return setFailure(t('flag.bad_link'));
    setBusy(true);
    setFailure('');
    writer.stop();
    const answer = await onKeep(sentDraft({ ...edits, ...(link === undefined ? {} : { link }) }, flag, found?.says));
    setBusy(false);
    if (answer.ok) {
      setEdits({});
    } else {
      setFailure(failureText(t, answer.error));
      writer.note(edits);
    }
  }

  return (
    <form
      class="form"
      ref={form}
      noValidate
      aria-labelledby={bare ? undefined : `${id}-title`}
      aria-label={bare ? t('flag.edit_title') : undefined}
      onSubmit={(event) => void keep(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.current?.requestSubmit();
      }}
    >
      {!bare && <h2 class="name" id={`${id}-title`} tabIndex={-1} data-focus={focusField ? undefined : true}>{t(flag ? 'flag.edit_title' : 'flag.title')}</h2>}
      {!bare && <Quote words={quote} />}
      {found && found.before.length > 0 && <Before before={found.before} />}
      <fieldset class="choices">
        <legend>{t('flag.stance')}</legend>
        {stances.map((value) => (
          <label key={value} class="choice">
            <input type="radio" name={`${id}-stance`} value={value} checked={shown.stance === value} onChange={() => edit({ stance: value })} />
            <span>{t(`stance.${value}`)}</span>
          </label>
        ))}
      </fieldset>
      {shown.stance === 'confirmed' && (
        <label class="field">
          <span>{t('flag.confirmed_by')}</span>
          <input type="text" value={shown.confirmedBy} maxLength={500} placeholder={t('flag.confirmed_hint')} onInput={(event) => edit({ confirmedBy: event.currentTarget.value })} />
        </label>
      )}
      <label class="field">
        <span>{t('flag.note')}</span>
        <textarea rows={2} value={shown.note} maxLength={5000} data-focus={focusField ? true : undefined} onInput={(event) => edit({ note: event.currentTarget.value })} />
      </label>
      <SaysFields says={shown.says} onChange={(says) => edit({ says })} />
      <div class="two">
        <label class="field"><span>{t('flag.tags')}</span>
          <input type="text" value={edits.tags ? tags : shown.tags.join(', ')} maxLength={2000} placeholder={t('flag.tags_hint')} onInput={(event) => { setTags(event.currentTarget.value); edit({ tags: tagsIn(event.currentTarget.value) }); }} />
        </label>
        <label class="field"><span>{t('flag.link')}</span>
          <input type="text" inputMode="url" value={shown.link} maxLength={2000} onInput={(event) => edit({ link: event.currentTarget.value })} />
        </label>
      </div>
      {flag && base.current && <ChangedElsewhere base={base.current} flag={flag} edits={edits} onTake={type} />}
      {failure && <p class="notice notice-error" role="alert">{failure}</p>}
      <p class={ephemeral ? 'notice' : 'small'}>{t(ephemeral ? 'flag.ephemeral' : 'flag.private')}</p>
      <div class="actions">
        <button type="submit" class="primary" title={t('flag.send_key')} disabled={busy || ephemeral || (bare && !isEdited(edits))}>{t(busy ? 'flag.keeping' : flag ? 'flag.save' : 'flag.keep')}</button>
        {onCancel && <button type="button" onClick={() => { writer.stop(); onCancel(); }}>{t('flag.cancel')}</button>}
      </div>
    </form>
  );
}

/** "You flagged this at … in …". */
function Before({ before }: { before: FlagHints['before'] }) {
  const { t, date } = useTexts();
  return (
    <div class="before small" role="status"><ul>
      {before.map(({ id, title, site, url, created, samePage }) => (
        <li key={id}>
          {samePage ? t('flag.before_here', [date(created)]) : <>{t('flag.before', [date(created)])} <a href={url} target="_blank" rel="noreferrer noopener">{title || site}</a></>}
        </li>
      ))}
    </ul></div>
  );
}

function useHints(hints: FlagFormProps['hints']): FlagHints | undefined {
  const [found, setFound] = useState<FlagHints>();
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const answer = await hints?.();
      if (!gone && answer?.ok) setFound(answer.value);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, []);
  return found;
}
