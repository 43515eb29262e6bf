import type { Card } from '../../lib/cards/card.ts';
import type { Note } from '../../lib/model.ts';
import { explainNote, keyPart } from '../../lib/texts/explain.ts';
import { notePage, pageKind } from '../card-pages.ts';
import { Quotation } from '../Evidence.tsx';
import { Quote } from '../Quote.tsx';
import { useTexts } from '../texts.tsx';
import type { Thing } from './things.ts';

/** One endnote: its number leads back to the first mark; then what it is, what is said of it, and the words behind it, with their source where that is not the article itself. */
export function Endnote({ number, thing, cards, article }: { number: number; thing: Thing; cards: ReadonlyMap<string, Card>; article: string }) {
  const { t } = useTexts();
  const { note, placed } = thing;
  return (
    <li id={`note-${number}`} value={number}>
      {note && <NoteText note={note} cards={cards} article={article} />}
      {placed && (
        <p>
          <b>{t('kind.flag')}</b>: {placed.flag.stance === 'confirmed' && placed.flag.confirmedBy ? t('flag.confirmed', [placed.flag.confirmedBy]) : t(`stance.${placed.flag.stance}`)}
          {placed.flag.note && `. ${placed.flag.note}`}
        </p>
      )}
      <a class="up" href={`#mark-${number}`} aria-label={t('print.to_mark', [number])}>↑</a>
    </li>
  );
}

function NoteText({ note, cards, article }: { note: Note; cards: ReadonlyMap<string, Card>; article: string }) {
  const texts = useTexts();
  const { t } = texts;
  const card = cards.get(note.kind === 'entity' ? note.entity : note.kind === 'claim' ? note.claim : '');
  if (note.kind === 'entity') return <p><b>{note.label}</b>{card?.kind === 'entity' && `: ${card.description}`}</p>;
  if (note.kind === 'claim') {
    const fact = card?.kind === 'claim' ? card.fact : undefined;
    return (
      <>
        <p><b>{t(pageKind(notePage(note)))}</b>: {note.difference ? explainNote(note, texts) : (fact?.statement ?? explainNote(note, texts))}</p>
        {fact?.evidence.slice(0, 1).map((evidence) => <Quotation key={evidence.quote} evidence={evidence} withSource={evidence.source !== article} />)}
      </>
    );
  }
  const category = 'category' in note ? t(`category.${note.kind}.${keyPart(note.category)}`) : '';
  return (
    <>
      <p><b>{category || t(`kind.${note.kind}`)}</b>: {explainNote(note, texts)}</p>
      {note.kind !== 'attribution' && note.kind !== 'consistency' && <Quote words={note.quote} />}
    </>
  );
}
