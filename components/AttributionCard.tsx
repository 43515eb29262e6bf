import type { AttributionNote, Span } from '../lib/model.ts';
import { CardActions } from './CardActions.tsx';
import type { CardFrame } from './card-frame.ts';
import { entityPage, notePage } from './card-pages.ts';
import { CardShell } from './CardShell.tsx';
import { SourceTag } from './Evidence.tsx';
import { explain } from '../lib/texts/explain.ts';
import { useTexts } from './texts.tsx';
import { capitalised } from './words.ts';
import { Quote } from './Quote.tsx';
import { Part } from './Part.tsx';

/** Who says it, how it is rendered, by which words it is introduced, and what it rests on. */
export function AttributionCard({ props, back, onGo, note }: CardFrame & { note: AttributionNote }) {
  const texts = useTexts();
  const { t } = texts;
  const words = (spans: readonly Span[]) => spans.map(([begin, end]) => props.article.text.slice(begin, end)).join(' … ');
  const speaker = words(note.speaker);
  const known = props.article.notes.find((other) => other.kind === 'entity' && other.entity === note.entity);
  const meant = known?.kind === 'entity' ? known.label : note.speakerName;
  const content = words(note.content);
  const cue = words(note.cue);
  const behind = note.chain.flatMap((id) => props.article.notes.filter((other): other is AttributionNote => other.id === id && other.kind === 'attribution'));

  return (
    <CardShell
      kind={t('kind.attribution')}
      tone="attribution"
      title={meant || capitalised(speaker) || t('attribution.nobody')}
      line={explain(note.reason, texts)}
      back={back}
      onClose={props.onClose}
      onPrint={props.onPrint}
      actions={<CardActions props={props} note={note} span={[note.begin, note.end]} />}
    >
      <Part title={t('kind.attribution')} unseen>
        <p><SourceTag source={note.source} /> {note.source !== 'none' && <span class="tag">{t(`attribution_type.${plainKey(note.type)}`)}</span>}</p>
        <Quote words={content || note.quote} />
        {(meant || cue) && (
          <dl class="pairs">
            {speaker && meant && speaker !== meant && <><dt>{t('attribution.speaker')}</dt><dd>{speaker}</dd></>}
            {cue && <><dt>{t('attribution.cue')}</dt><dd><i>{cue}</i></dd></>}
          </dl>
        )}
        {known?.kind === 'entity' && (
          <ul class="chips"><li><button type="button" class="chip" onClick={() => onGo(entityPage(known))}>{known.label}</button></li></ul>
        )}
      </Part>
      {behind.length > 0 && (
        <Part title={t('attribution.chain')}>
          <ul class="chips">
            {behind.map((source) => (
              <li key={source.id}><button type="button" class="chip" onClick={() => onGo(notePage(source))}>{words(source.speaker) || source.quote}</button></li>
            ))}
          </ul>
        </Part>
      )}
    </CardShell>
  );
}

/** An id as a key part: letters, digits and underscores only. */
function plainKey(type: AttributionNote['type']): 'direct' | 'indirect' | 'reported' | 'free_indirect' | 'mixed' {
  return type === 'free-indirect' ? 'free_indirect' : type;
}
