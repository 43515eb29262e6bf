/** The article with its notes, for paper: numbered marks in the text, endnotes below, nothing that only a screen can do. */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Card } from '../../lib/cards/card.ts';
import type { AnnotationDocument, Block, Note, PlacedFlag } from '../../lib/model.ts';
import { Notice, Skeleton } from '../Notice.tsx';
import { useTexts } from '../texts.tsx';
import { Endnote } from './Endnote.tsx';
import { type NumberedBlock, numberText } from './numbered-text.ts';
import { thingsOf } from './things.ts';

export type PrintDensity = 'core' | 'normal' | 'everything';

export interface PrintPageProps {
  /** Absent while it is asked for. */
  page?: { document: AnnotationDocument; blocks: readonly Block[]; notes: readonly Note[]; flags: readonly PlacedFlag[] };
  /** In place of the page: why there is none, as a sentence. */
  failure?: string;
  /** What stands behind names and claims, by their ids, as far as it has come. */
  cards: ReadonlyMap<string, Card>;
  density: PrintDensity;
  /** On which day, in milliseconds. */
  today: number;
  onDensity: (density: PrintDensity) => void;
  onPrint: () => void;
}

const densities: readonly PrintDensity[] = ['core', 'normal', 'everything'];

export function PrintPage({ page, failure, cards, density, today, onDensity, onPrint }: PrintPageProps) {
  const { t, date } = useTexts();
  const things = useMemo(() => (page ? thingsOf(page.notes, page.flags) : []), [page]);
  const text = useMemo(() => page && numberText(page.document.text, page.blocks, things), [page, things]);
  if (failure) return <main class="print"><h1>{t('print.none')}</h1><Notice tone="error">{failure}</Notice></main>;
  if (!page || !text) return <main class="print" aria-busy><h1 class="hidden">{t('card.print')}</h1><Skeleton lines={8} label={t('card.loading')} /></main>;
  const byKey = new Map(things.toReversed().map((thing) => [thing.key, thing]));
  const { url, title } = page.document.page;
  return (
    <main class="print">
      <div class="tools" role="toolbar" aria-label={t('print.bar')}>
        <select aria-label={t('popup.density')} value={density} onChange={(event) => onDensity(event.currentTarget.value as PrintDensity)}>
          {densities.map((one) => <option key={one} value={one}>{t(`density.${one}`)}</option>)}
        </select>
        <button type="button" class="primary" onClick={onPrint}>{t('print.now')}</button>
      </div>
      <article lang={page.document.page.language}>
        {text.blocks.some(({ kind }) => kind === 'title') ? null : <h1>{title}</h1>}
        {text.blocks.map((block, index) => <TextBlock key={index} block={block} />)}
      </article>
      <section class="endnotes" aria-labelledby="notes">
        <h2 id="notes">{t('print.notes')}</h2>
        {text.keys.length === 0 ? <p>{t('margin.no_marks')}</p> : (
          <ol>
            {text.keys.map((key, index) => <Endnote key={key} number={index + 1} thing={byKey.get(key)!} cards={cards} article={title} />)}
          </ol>
        )}
      </section>
      <footer class="colophon">
        <p>{t('print.source', [title, url])}</p>
        <p>{t('print.made', [date(today)])}</p>
      </footer>
    </main>
  );
}

const tags = { title: 'h1', lead: 'p', heading: 'h2', paragraph: 'p', item: 'p', quote: 'blockquote' } as const;

function TextBlock({ block }: { block: NumberedBlock }) {
  const { t } = useTexts();
  const Tag = tags[block.kind];
  return (
    <Tag class={block.kind}>
      {block.runs.map((run, index) => (
        <span key={index}>
          {run.tones.reduceRight<ComponentChild>((words, tone) => <span class={`mark-${tone}`}>{words}</span>, run.text)}
          {run.numbers.map((number, at) => (
            <sup key={number}>{at > 0 && ','}<a id={run.first.includes(number) ? `mark-${number}` : undefined} href={`#note-${number}`} aria-label={t('print.to_note', [number])}>{number}</a></sup>
          ))}
        </span>
      ))}
    </Tag>
  );
}
