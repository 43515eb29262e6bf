/** What is to be said of the words that the reader sees; with one switch, of the whole article. */
import { useMemo, useState } from 'preact/hooks';
import type { AnnotationDocument, Note, Span } from '../../lib/model.ts';
import { explain, keyPart } from '../../lib/texts/explain.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import { pageKind, pageTone, notePage } from '../card-pages.ts';
import { Notice } from '../Notice.tsx';
import { answers, Item } from '../popup/Item.tsx';
import { Portion } from '../Portion.tsx';
import { useTexts } from '../texts.tsx';
import { notesIn } from './in-view.ts';

export interface HereProps {
  document: AnnotationDocument;
  /** The stretch of the article that is in sight; undefined while none is. */
  inView: Span | undefined;
  onOpen: (note: Note) => void;
}

export function Here({ document, inView, onOpen }: HereProps) {
  const texts = useTexts();
  const { t, number } = texts;
  const [follows, setFollows] = useState(true);
  const [query, setQuery] = useState('');
  const searched = query.trim();
  const wanted = useMemo(() => (follows ? (inView ? notesIn(document.notes, inView) : []) : document.notes), [document, inView, follows]);
  const rows = useMemo(() => (searched ? wanted.filter((note) => answers(searched, note.quote, titleOf(note, texts))) : wanted), [wanted, searched]);
  return (
    <>
      <div class="part here-head">
        <label class="choice"><input type="checkbox" checked={follows} onChange={(event) => setFollows(event.currentTarget.checked)} />{t('panel.follow')}</label>
        <input type="search" value={query} placeholder={t('popup.search')} aria-label={t('popup.search')} onInput={(event) => setQuery(event.currentTarget.value)} />
      </div>
      {rows.length === 0 && <Notice>{searched ? t('popup.search_empty', [searched]) : t(follows && !inView ? 'panel.out_of_view' : 'panel.nothing_here')}</Notice>}
      {rows.length > 0 && <h2 class="part small">{t('panel.count', [number(rows.length)], rows.length)}</h2>}
      <ul>
        <Portion rows={rows}>
          {(note) => (
            <li key={note.id}>
              <Item
                title={titleOf(note, texts)}
                sign={<span class={`swatch swatch-${pageTone(notePage(note))}`} aria-hidden="true" />}
                words={note.kind === 'entity' ? undefined : note.quote}
                lines={[note.kind === 'entity' ? t(`entity_type.${note.type}`) : explain(note.reason, texts)]}
                onClick={() => onOpen(note)}
              />
            </li>
          )}
        </Portion>
      </ul>
    </>
  );
}

/** A name, a category, or else the kind of note. */
function titleOf(note: Note, { t }: Pick<Texts, 't'>): string {
  if (note.kind === 'entity') return note.label;
  return ('category' in note && t(`category.${note.kind}.${keyPart(note.category)}`)) || t(pageKind(notePage(note)));
}
