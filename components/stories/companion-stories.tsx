/** The side panel's states. */
import type { ComponentChild } from 'preact';
import type { EntityCard } from '../../lib/cards/card.ts';
import { Companion, type CompanionProps } from '../companion/Companion.tsx';
import { EntityGraph } from '../companion/EntityGraph.tsx';
import { Ledger } from '../companion/Ledger.tsx';
import type { PopupPage } from '../popup/popup-props.ts';
import * as sample from './sample.ts';
import { annotated, crowd, document, done, flagActions, hardNames, nothing, settings } from './shared.ts';

function companion(page: PopupPage | undefined, props: Partial<CompanionProps> = {}) {
  return (
    <Companion
      page={page}
      inView={[0, sample.text.length]}
      load={sample.load}
      loadAll={async () => ({ ok: true, value: Object.values(sample.entityCards) })}
      onShow={nothing}
      onAnnotate={done}
      onOff={nothing}
      onRetry={nothing}
      onNotebook={nothing}
      flagActions={flagActions}
      {...props}
    />
  );
}

/** So many names that the picture shows only some; each knows the next two. */
const manyCards: readonly EntityCard[] = Array.from({ length: 30 }, (_, index) => ({
  kind: 'entity',
  id: `e${index}`,
  name: hardNames[index % hardNames.length]!.replace(/$/, ` ${index + 1}`),
  type: 'company',
  description: '',
  facts: [],
  relations: [1, 2].map((step) => ({ entity: `e${(index + step * step) % 30}`, name: '', label: 'arbeitet zusammen mit', evidence: [] })),
}));

/** Five thousand notes, as a long live ticker could have them. */
const flood = Array.from({ length: 10 }, (_, turn) => crowd.map((note) => ({ ...note, id: `${note.id}-${turn}`, entity: `${note.entity}-${turn}` }))).flat();

export const companionStories: Readonly<Record<string, () => ComponentChild>> = {
  'panel-here': () => companion(annotated),
  'panel-out-of-view': () => companion(annotated, { inView: undefined }),
  'panel-loading': () => companion(undefined),
  'panel-flood': () => companion({ ...annotated, document: { ...document, notes: flood } }),
  'panel-not-allowed': () => companion({ status: 'not-allowed', flags: [], settings }, { allowSite: { name: 'example.org', onAllow: done } }),
  'panel-private': () => companion({ ...annotated, settings: { ...settings, ephemeral: true } }),
  'ledger': () => <Ledger sources={sample.summary.sources} onShow={nothing} />,
  'ledger-empty': () => <Ledger sources={[]} onShow={nothing} />,
  'ledger-hard-names': () => <Ledger sources={hardNames.map((name, index) => ({ name, source: 'media', statements: 3, words: 1200 - index, direct: 1, indirect: 2, first: [index, index + 1] }))} onShow={nothing} />,
  'graph': () => <EntityGraph cards={Object.values(sample.entityCards)} onOpen={nothing} />,
  'graph-empty': () => <EntityGraph cards={[]} onOpen={nothing} />,
  'graph-many': () => <EntityGraph cards={manyCards} onOpen={nothing} />,
};
