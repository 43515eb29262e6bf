import type { ConsistencyNote } from '../lib/model.ts';
import { explain, keyPart } from '../lib/texts/explain.ts';
import { CardActions } from './CardActions.tsx';
import type { CardFrame } from './card-frame.ts';
import { CardShell } from './CardShell.tsx';
import { useTexts } from './texts.tsx';
import { Quote } from './Quote.tsx';
import { Part } from './Part.tsx';

/** The places of the article that do not agree, in its own words, each one step away. */
export function ConsistencyCard({ props, back, note }: CardFrame & { note: ConsistencyNote }) {
  const texts = useTexts();
  const { t } = texts;
  const titles = [t('place.first'), t('place.second')];
  return (
    <CardShell
      kind={t('kind.consistency')}
      tone="differs"
      title={t(`category.consistency.${keyPart(note.category)}`) || t('kind.consistency')}
      line={explain(note.reason, texts)}
      back={back}
      onClose={props.onClose}
      onPrint={props.onPrint}
      actions={<CardActions props={props} note={note} span={note.spans[0]} />}
    >
      <Part title={t('card.quotes')} unseen>
        <dl class="sides">
          {note.spans.map((span, index) => (
            <div key={span.join('-')}>
              <dt>{titles[index] ?? t('place.further')}</dt>
              <dd>
                <Quote words={props.article.text.slice(...span)} />
                <button type="button" class="link" onClick={() => props.onShow(span)}>{t('place.show')}</button>
              </dd>
            </div>
          ))}
        </dl>
      </Part>
    </CardShell>
  );
}
