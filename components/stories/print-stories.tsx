/** The page for paper in its states. */
import type { ComponentChild } from 'preact';
import { PrintPage, type PrintPageProps } from '../print/PrintPage.tsx';
import * as sample from './sample.ts';
import { crowd, document, nothing } from './shared.ts';

const cards = new Map([...Object.values(sample.entityCards), ...Object.values(sample.claimCards)].map((card) => [card.id, card]));
const page = { document, blocks: [], notes: sample.notes, flags: [sample.placedFlag] };

function paper(props: Partial<PrintPageProps>) {
  return <PrintPage cards={cards} density="everything" today={sample.flag.created} onDensity={nothing} onPrint={nothing} {...props} />;
}

export const printStories: Readonly<Record<string, () => ComponentChild>> = {
  'print': () => paper({ page }),
  'print-loading': () => paper({}),
  'print-empty': () => paper({ page: { ...page, notes: [], flags: [] } }),
  'print-failed': () => paper({ failure: 'Der Artikel ist noch nicht gelesen. Öffnen Sie ihn, warten Sie auf die Marken und versuchen Sie es noch einmal.' }),
  'print-crowd': () => paper({ page: { ...page, notes: crowd } }),
};
