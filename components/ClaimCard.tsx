import type { CardFact, ClaimCard as ClaimCardData } from '../lib/cards/card.ts';
import type { ClaimNote } from '../lib/model.ts';
import { CardActions } from './CardActions.tsx';
import type { CardFrame } from './card-frame.ts';
import type { CardProps } from './card-props.ts';
import { entityPage } from './card-pages.ts';
import { CardShell } from './CardShell.tsx';
import { Fact, commonSource } from './Evidence.tsx';
import { FailureNotice, Skeleton } from './Notice.tsx';
import type { Outcome } from './outcome.ts';
import { useTexts } from './texts.tsx';
import { useAnswer } from './use-answer.ts';
import { Part } from './Part.tsx';

/**
 * What the article at hand says, and what the sources say of the same: side by side where they differ. Never a verdict.
 * Several notes are claims that agree with the sources at one place; a differing one comes alone.
 */
export function ClaimCard({ props, back, onGo, notes }: CardFrame & { notes: readonly [ClaimNote, ...ClaimNote[]] }) {
  const texts = useTexts();
  const { t } = texts;
  const [note] = notes;
  const loaded = useAnswer(notes.map(({ claim }) => claim).join(' '), () => loadClaims(notes, props.load));
  const cards = loaded.state === 'ready' ? loaded.value : [];
  const differs = note.relation === 'contradicts';
  const shown = new Set(cards.map((card) => card.id));
  const others = uniqueBy(cards.flatMap((card) => card.others), (fact) => fact.claim).filter((fact) => !shown.has(fact.claim));
  const source = commonSource(texts, [...cards.map((card) => card.fact), ...others]);
  const about = uniqueBy(cards.flatMap((card) => [card.subject, ...card.objects]), (link) => link.entity);

  return (
    <CardShell
      kind={t(differs ? 'kind.claim_differs' : 'kind.claim')}
      tone={differs ? 'differs' : 'claim'}
      title={note.quote}
      quoted
      line={t(`claim.${note.relation}`)}
      back={back}
      onClose={props.onClose}
      onPrint={props.onPrint}
      actions={<CardActions props={props} note={note} span={[note.begin, note.end]} />}
    >
      {differs && note.difference && <Difference note={note} fact={cards[0]?.fact} published={props.article.published} />}
      {loaded.state === 'loading' && <Skeleton lines={3} label={t('card.loading')} />}
      {loaded.state === 'failed' && <FailureNotice error={loaded.error} onRetry={loaded.retry} />}
      {cards.length > 0 && (
        <Part title={source || t('card.says')}>
          <ul class="facts">{cards.map((card) => <Fact key={card.id} fact={card.fact} withSource={!source} />)}</ul>
        </Part>
      )}
      {others.length > 0 && (
        <Part title={t('claim.others')}>
          <ul class="facts">{others.map((fact) => <Fact key={fact.claim} fact={fact} withSource={!source} />)}</ul>
        </Part>
      )}
      {about.length > 0 && (
        <Part title={t('claim.about')} unseen>
          <ul class="chips">
            {about.map((link) => (
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

/** Looks up all claims of a place; fails only when none of them is there. */
async function loadClaims(notes: readonly ClaimNote[], load: CardProps['load']): Promise<Outcome<readonly ClaimCardData[]>> {
  const answers = await Promise.all(notes.map(({ claim }) => load({ claim })));
  const cards = answers.flatMap((answer) => (answer.ok && answer.value.kind === 'claim' ? [answer.value] : []));
  const failed = answers.find((answer) => !answer.ok);
  return cards.length === 0 && failed ? failed : { ok: true, value: cards };
}

function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
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
