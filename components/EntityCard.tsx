import { useState } from 'preact/hooks';
import type { CardAccount, CardRelation, EntityCard as EntityCardData } from '../lib/cards/card.ts';
import type { EntityNote, Span } from '../lib/model.ts';
import { CardActions } from './CardActions.tsx';
import type { CardFrame } from './card-frame.ts';
import { entityPage } from './card-pages.ts';
import { CardShell } from './CardShell.tsx';
import { Fact, Quotation, commonSource } from './Evidence.tsx';
import { FailureNotice, Skeleton } from './Notice.tsx';
import { PositionStrip } from './PositionStrip.tsx';
import { useTexts } from './texts.tsx';
import { useAnswer } from './use-answer.ts';
import { Part } from './Part.tsx';
import { isOfTheWeb } from './web-address.ts';

/** So many statements stand open; the rest is one gesture away. */
const shownFacts = 3;

/** Who or what it is, what the sources say of it, how it relates to others, where it stands in this article. */
export function EntityCard({ props, back, onGo, entity, title }: CardFrame & { entity: string; title: string }) {
  const { t } = useTexts();
  const [evidenceOpen, setEvidenceOpen] = useState(false);
  const loaded = useAnswer(`entity:${entity}`, () => props.load({ entity }));
  const card = loaded.state === 'ready' && loaded.value.kind === 'entity' ? loaded.value : null;
  const marks = props.article.notes.filter((note): note is EntityNote => note.kind === 'entity' && note.entity === entity);
  const type = card?.type ?? marks[0]?.type;
  const first = marks[0];
  const backed = card?.relations.filter((relation) => relation.evidence.length > 0) ?? [];

  return (
    <CardShell
      kind={type ? t(`entity_type.${type}`) : t('kind.entity')}
      tone="entity"
      title={card?.name ?? title}
      line={card?.description}
      back={back}
      onClose={props.onClose}
      onPrint={props.onPrint}
      actions={
        <CardActions props={props} note={first} span={first && sentenceAround(props.article.text, first)}>
          {backed.length > 0 && (
            <button type="button" class="link" aria-expanded={evidenceOpen} onClick={() => setEvidenceOpen(!evidenceOpen)}>
              {t('card.evidence', [backed.length])}
            </button>
          )}
        </CardActions>
      }
    >
      {loaded.state === 'loading' && <Skeleton lines={3} label={t('card.loading')} />}
      {loaded.state === 'failed' && <FailureNotice error={loaded.error} onRetry={loaded.retry} />}
      {card?.accounts && <Accounts accounts={card.accounts} />}
      {card && <Facts card={card} />}
      {card && card.relations.length > 0 && (
        <Part title={t('card.relations')} unseen>
          <ul class="chips">
            {card.relations.map((relation) => (
              <li key={`${relation.entity} ${relation.label}`}>
                <button type="button" class="chip" onClick={() => onGo(entityPage({ entity: relation.entity, label: relation.name }))}>
                  {relation.name} <span class="soft">· {relation.label}</span>
                </button>
              </li>
            ))}
          </ul>
          {evidenceOpen && <RelationEvidence relations={backed} />}
        </Part>
      )}
      {card?.link && isOfTheWeb(card.link) && <OutsideLink href={card.link} name={card.name} />}
      <PositionStrip spans={marks.map((mark): Span => [mark.begin, mark.end])} text={props.article.text} onShow={props.onShow} />
    </CardShell>
  );
}

/** Packs that describe it differently, each by its title. */
function Accounts({ accounts }: { accounts: readonly CardAccount[] }) {
  const { t } = useTexts();
  return (
    <Part title={t('card.accounts')}>
      <ul class="facts">
        {accounts.map(({ pack, name, description }) => (
          <li key={pack} class="fact"><p>{name}: {description}</p><p class="small soft">{t('card.account_of', [pack])}</p></li>
        ))}
      </ul>
    </Part>
  );
}

/** What a button at the foot has opened may lie below the fold. */
const intoView = (opened: HTMLElement | null): void => opened?.scrollIntoView?.({ block: 'nearest' });

/** The words behind each relation. */
function RelationEvidence({ relations }: { relations: readonly CardRelation[] }) {
  const { t } = useTexts();
  return (
    <ul class="facts" ref={intoView}>
      {relations.map((relation) => (
        <li key={`${relation.entity} ${relation.label}`} class="fact">
          <p>{t('card.relation_label', [relation.label, relation.name])}</p>
          {relation.evidence.map((evidence) => <Quotation key={evidence.quote} evidence={evidence} />)}
        </li>
      ))}
    </ul>
  );
}

function Facts({ card }: { card: EntityCardData }) {
  const texts = useTexts();
  const { t } = texts;
  const [all, setAll] = useState(false);
  if (card.facts.length === 0) return null;
  const source = commonSource(texts, card.facts);
  const rest = card.facts.length - shownFacts;
  return (
    <Part title={source || t('card.says')}>
      <ul class="facts">
        {(all ? card.facts : card.facts.slice(0, shownFacts)).map((fact) => <Fact key={fact.claim} fact={fact} withSource={!source} />)}
      </ul>
      {rest > 0 && <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>{t('card.more_facts', undefined, rest)}</button>}
    </Part>
  );
}

/** General knowledge stands apart from what the article says: one address to read on. */
function OutsideLink({ href, name }: { href: string; name: string }) {
  const { t } = useTexts();
  return (
    <p class="part outside small">
      {t('card.link_hint')}{' '}
      <a class="link" href={href} target="_blank" rel="noopener noreferrer">
        {t('card.link')}<span class="hidden"> {t('card.link_label', [name])}</span>&nbsp;<span aria-hidden="true">↗</span>
      </a>
    </p>
  );
}

/** The sentence that a mark stands in: what a reader would flag. Looks no farther than 400 characters either way. */
function sentenceAround(text: string, { begin }: { begin: number }): Span {
  const from = Math.max(text.lastIndexOf('\n', begin - 1) + 1, begin - 400);
  const stretch = text.slice(from, begin + 400).split('\n', 1)[0] ?? '';
  const found = new Intl.Segmenter('de', { granularity: 'sentence' }).segment(stretch).containing(begin - from);
  if (!found) return [begin, begin];
  return [from + found.index, from + found.index + found.segment.trimEnd().length];
}
