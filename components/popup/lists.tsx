/** The lists behind the popup's tabs. Each row leads to its card. */
import { useState } from 'preact/hooks';
import type { EntityCard } from '../../lib/cards/card.ts';
import type { AnnotationDocument, ClaimNote, Note, PlacedFlag } from '../../lib/model.ts';
import { explain, keyPart } from '../../lib/texts/explain.ts';
import { SourceTag } from '../Evidence.tsx';
import { Portion } from '../Portion.tsx';
import { useTexts } from '../texts.tsx';
import { claimsOf, namesOf, sourcesOf, wordingOf, type SourceGroup } from './groups.ts';
import { Item, answers } from './Item.tsx';

export interface ListProps {
  document: AnnotationDocument;
  query: string;
  onOpen: (opened: { notes: readonly Note[]; flags: readonly PlacedFlag[] }) => void;
}

export function NameList({ document, query, onOpen, cards }: ListProps & { cards: ReadonlyMap<string, EntityCard> }) {
  const { t, number } = useTexts();
  const rows = namesOf(document.notes).filter((row) => answers(query, row.label, cards.get(row.entity)?.description));
  return (
    <ul>
      <Portion rows={rows}>
        {(row) => (
          <li key={row.entity}>
            <Item
              title={row.label}
              count={t('popup.times', [number(row.notes.length)], row.notes.length)}
              lines={[cards.get(row.entity)?.description]}
              onClick={() => onOpen({ notes: row.notes.slice(0, 1), flags: [] })}
            />
          </li>
        )}
      </Portion>
    </ul>
  );
}

export function ClaimList({ document, query, onOpen, flags, statements }: ListProps & { flags: ReadonlySet<string>; statements: ReadonlyMap<string, string> }) {
  const { t } = useTexts();
  const said = (note: ClaimNote) => (note.difference ? `${t('claim.there')}: ${note.difference.there}` : statements.get(note.claim));
  return (
    <>
      {claimsOf(document.notes, flags).map(({ relation, places }) => {
        const rows = places.filter((notes) => answers(query, notes[0].quote, ...notes.map(said)));
        return rows.length > 0 && (
          <section key={relation}>
            <h3 class="group small">{t(`relation_group.${relation}`)}</h3>
            <ul>
              <Portion rows={rows}>
                {(notes) => (
                  <li key={notes[0].id}>
                    <Item words={notes[0].quote} lines={notes.map(said)} onClick={() => onOpen({ notes, flags: [] })} />
                  </li>
                )}
              </Portion>
            </ul>
          </section>
        );
      })}
    </>
  );
}

export function SourceList({ document, query, onOpen }: ListProps) {
  const { t } = useTexts();
  const rows = sourcesOf(document).filter((row) => answers(query, row.name, t(`source.${row.source}`), ...row.notes.map((note) => note.quote)));
  return <ul><Portion rows={rows}>{(row) => <SourceRow key={row.key} row={row} document={document} onOpen={onOpen} />}</Portion></ul>;
}

/** A source with its statements behind it. */
function SourceRow({ row, document, onOpen }: { row: SourceGroup } & Pick<ListProps, 'document' | 'onOpen'>) {
  const { t, number } = useTexts();
  const [open, setOpen] = useState(false);
  const said = (note: SourceGroup['notes'][number]) => note.content.map(([begin, end]) => document.text.slice(begin, end)).join(' … ') || note.quote;
  const single = row.notes.length === 1 ? row.notes[0] : undefined;
  return (
    <li>
      <Item
        title={row.name || t('popup.in_article')}
        tag={<SourceTag source={row.source} />}
        count={t('popup.statements', [number(row.notes.length)], row.notes.length)}
        words={open ? undefined : row.notes[0] && said(row.notes[0])}
        onClick={() => (single ? onOpen({ notes: [single], flags: [] }) : setOpen(!open))}
        expanded={single ? undefined : open}
      />
      {open && (
        <ul class="inner">
          <Portion rows={row.notes}>
            {(note) => (
              <li key={note.id}>
                <Item
                  words={said(note)}
                  lines={[note.source === 'none' ? undefined : t(`attribution_type.${note.type === 'free-indirect' ? 'free_indirect' : note.type}`)]}
                  onClick={() => onOpen({ notes: [note], flags: [] })}
                />
              </li>
            )}
          </Portion>
        </ul>
      )}
    </li>
  );
}

export function WordingList({ document, query, onOpen }: ListProps) {
  const texts = useTexts();
  const { t, number } = texts;
  return (
    <>
      {wordingOf(document.notes).map(({ kind, category, notes }) => {
        const name = t(`category.${kind}.${keyPart(category)}`) || t(`kind.${kind}`);
        const rows = notes.filter((note) => answers(query, name, note.quote));
        return rows.length > 0 && (
          <section key={`${kind}.${category}`}>
            <h3 class="group"><span class={`swatch swatch-${kind === 'consistency' ? 'differs' : kind}`} aria-hidden="true" />{name} <span class="item-count">{number(rows.length)}</span></h3>
            <ul>
              <Portion rows={rows}>
                {(note) => (
                  <li key={note.id}>
                    <Item
                      words={note.kind === 'consistency' ? note.spans.map((span) => document.text.slice(...span)).join(' – ') : note.quote}
                      lines={[explain(note.reason, texts)]}
                      onClick={() => onOpen({ notes: [note], flags: [] })}
                    />
                  </li>
                )}
              </Portion>
            </ul>
          </section>
        );
      })}
    </>
  );
}

export function FlagList({ flags, query, onOpen }: { flags: readonly PlacedFlag[] } & Pick<ListProps, 'query' | 'onOpen'>) {
  const { t, date } = useTexts();
  const rows = flags.filter(({ flag }) => answers(query, flag.quote.exact, flag.note));
  return (
    <ul>
      <Portion rows={rows}>
        {(placed) => (
          <li key={placed.flag.id}>
            <Item
              title={t(`stance.${placed.flag.stance}`)}
              count={date(placed.flag.created)}
              words={placed.flag.quote.exact}
              lines={[[placed.flag.note, placed.state === 'exact' ? '' : t(`flag_state.${placed.state}`)].filter(Boolean).join(' · ')]}
              onClick={() => onOpen({ notes: [], flags: [placed] })}
            />
          </li>
        )}
      </Portion>
    </ul>
  );
}
