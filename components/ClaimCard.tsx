import type { CardFact } from '../lib/cards/card.ts';
import type { ClaimNote } from '../lib/model.ts';
import { CardActions } from './CardActions.tsx';
import type { CardFrame } from './CardPage.tsx';
import { entityPage } from './card-pages.ts';
import { CardShell } from './CardShell.tsx';
import { Fact } from './Evidence.tsx';
import { FailureNotice, Skeleton } from './Notice.tsx';
import { useTexts } from './texts.tsx';
import { useAnswer } from './use-answer.ts';
import { Part } from './Part.tsx';

/** What the article at hand says, and what the sources say of the same: side by side where they differ. Never a verdict. */
export function ClaimCard({ props, back, onGo, note }: CardFrame & { note: ClaimNote }) {
  const { t } = useTexts();
  const loaded = useAnswer(`claim:${note.claim}`, () => props.load({ claim: note.claim }));
  const card = loaded.state === 'ready' && loaded.value.kind === 'claim' ? loaded.value : null;
  const differs = note.relation === 'contradicts';

  return (
    <CardShell
      kind={t(differs ? 'kind.claim_differs' : 'kind.claim')}
      tone={differs ? 'differs' : 'claim'}
      title={note.quote}
      quoted
      line={t(`claim.${note.relation}`)}
      back={back}
      onClose={props.onClose}
      actions={<CardActions props={props} note={note} span={[note.begin, note.end]} />}
    >
      {differs && note.difference && <Difference note={note} fact={card?.fact} published={props.article.published} />}
      {loaded.state === 'loading' && <Skeleton lines={3} label={t('card.loading')} />}
      {loaded.state === 'failed' && <FailureNotice error={loaded.error} onRetry={loaded.retry} />}
      {card && (
        <Part title={t('card.says')}>
          <ul class="facts"><Fact fact={card.fact} withSource /></ul>
        </Part>
      )}
      {card && card.others.length > 0 && (
        <Part title={t('claim.others')}>
          <ul class="facts">{card.others.map((fact) => <Fact key={fact.claim} fact={fact} withSource />)}</ul>
        </Part>
      )}
      {card && (
        <Part title={t('claim.about')} unseen>
          <ul class="chips">
            {[card.subject, ...card.objects].map((link) => (
              <li key={link.entity}>
                <button type="button" class="chip" onClick={() => onGo(entityPage({ entity: link.entity, label: link.name }))}>{link.name}</button>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </CardShell>
  );
}

/** The differing field in both versions, each with when it was said. */
function Difference({ note, fact, published }: { note: ClaimNote; fact: CardFact | undefined; published: string | undefined }) {
  const { t, date } = useTexts();
  const difference = note.difference;
  if (!difference) return null;
  const evidence = fact?.evidence[0];
  return (
    <Part title={t('claim.differs_in', [t(`claim_field.${difference.field}`)])}>
      <dl class="sides">
        <div>
          <dt>{t('claim.here')}</dt>
          <dd><strong>{difference.here}</strong>{published && <span class="small">{date(published)}</span>}</dd>
        </div>
        <div>
          <dt>{t('claim.there')}</dt>
          <dd><strong>{difference.there}</strong>{evidence?.date && <span class="small">{date(evidence.date)}</span>}</dd>
        </div>
      </dl>
      {difference.mayHaveChanged && <p class="small">{t('claim.may_have_changed')}</p>}
    </Part>
  );
}
