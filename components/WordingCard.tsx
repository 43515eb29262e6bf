import type { BiasNote, LanguageNote } from '../lib/model.ts';
import { explain, keyPart } from '../lib/texts/explain.ts';
import { CardActions } from './CardActions.tsx';
import type { CardFrame } from './card-frame.ts';
import { CardShell } from './CardShell.tsx';
import { useTexts } from './texts.tsx';
import { Quote } from './Quote.tsx';
import { Part } from './Part.tsx';

/** How it is said: the category, the very words, why they weigh, a plainer way, and what the category means. */
export function WordingCard({ props, back, note }: CardFrame & { note: BiasNote | LanguageNote }) {
  const texts = useTexts();
  const { t } = texts;
  const definition = t(`definition.${note.kind}.${keyPart(note.category)}`);
  const why = explain(note.reason, texts);
  return (
    <CardShell
      kind={t(`kind.${note.kind}`)}
      tone={note.kind}
      title={t(`category.${note.kind}.${keyPart(note.category)}`) || t(`kind.${note.kind}`)}
      back={back}
      onClose={props.onClose}
      onPrint={props.onPrint}
      actions={<CardActions props={props} note={note} span={[note.begin, note.end]} />}
    >
      <Part title={t('card.quotes')} unseen>
        <Quote words={note.quote} />
        {why && <p>{why}</p>}
        {note.suggestion && (
          <dl class="pairs">
            <dt>{t(note.kind === 'bias' ? 'note.suggestion' : 'note.suggestion_language')}</dt>
            <dd>{note.suggestion}</dd>
          </dl>
        )}
        {definition && <p class="small">{definition}</p>}
      </Part>
    </CardShell>
  );
}
