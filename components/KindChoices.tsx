/** Which kinds of notes are marked on one website: a box for each, ticked where it is. */
import type { NoteKind } from '../lib/model.ts';
import { useTexts } from './texts.tsx';

const kinds: readonly NoteKind[] = ['entity', 'claim', 'attribution', 'bias', 'language', 'consistency'];

export interface KindChoicesProps {
  site: string;
  /** What is not marked there. */
  hidden: readonly string[];
  /** Told what is not to be marked from now on. */
  onHidden: (hidden: readonly NoteKind[]) => void;
}

export function KindChoices({ site, hidden, onHidden }: KindChoicesProps) {
  const { t } = useTexts();
  return (
    <fieldset class="choices">
      <legend>{t('options.kinds_on', [site])}</legend>
      {kinds.map((kind) => (
        <label key={kind} class="choice">
          <input type="checkbox" checked={!hidden.includes(kind)} onChange={(event) => {
            const isShown = event.currentTarget.checked;
            onHidden(kinds.filter((one) => (one === kind ? !isShown : hidden.includes(one))));
          }} />
          {t(`kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}
