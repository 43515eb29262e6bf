/** The page for paper of one tab: asks its reader once what it knows, looks up what stands behind it, and shows both. Only wires. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { failureText } from '../../components/failure-text.ts';
import { type PrintDensity, PrintPage } from '../../components/print/PrintPage.tsx';
import type { Card } from '../../lib/cards/card.ts';
import { visibleNotes } from '../../lib/margin/visible-notes.ts';
import type { PageState } from '../../lib/messages/calls.ts';
import { askBackground, askReader } from '../../lib/messages/messaging.ts';
import type { Note } from '../../lib/model.ts';
import type { Texts } from '../../lib/texts/texts.ts';

/** So many claims are looked up at once. */
const atOnce = 20;

export function App({ tab, texts }: { tab: number; texts: Texts }) {
  const [state, setState] = useState<PageState>();
  const [failure, setFailure] = useState('');
  const [density, setDensity] = useState<PrintDensity>('core');
  const [cards, setCards] = useState<ReadonlyMap<string, Card>>(new Map());

  useEffect(() => {
    void (async () => {
      const answer = await askReader(tab, 'state', {});
      if (!answer.ok) return setFailure(failureText(texts.t, answer.error));
      if (!answer.value.document) return setFailure(texts.t('print.unread'));
      setDensity(answer.value.settings.density);
      setState(answer.value);
      // The browser writes titles into its history, and this page of a private window may stand in an ordinary one.
      if (!answer.value.settings.ephemeral) document.title = texts.t('print.title', [answer.value.document.page.title]);
    })();
  }, []);

  const page = useMemo(() => {
    if (!state?.document) return undefined;
    const blocks = state.blocks ?? [];
    return { document: state.document, blocks, flags: state.flags, notes: visibleNotes(state.document.notes, blocks, { density, hidden: state.settings.hidden }) };
  }, [state, density]);

  useEffect(() => {
    if (page) void lookUp(page.notes, cards).then((more) => setCards((known) => new Map([...known, ...more])));
  }, [page]);

  return (
    <PrintPage
      {...(page ? { page } : {})}
      failure={failure}
      cards={cards}
      density={density}
      today={Date.now()}
      onDensity={setDensity}
      onPrint={() => print()}
    />
  );
}

/** What stands behind the names and claims of these notes, as far as it is not known yet. What cannot be looked up is left out: its note stands all the same. */
async function lookUp(notes: readonly Note[], known: ReadonlyMap<string, Card>): Promise<ReadonlyMap<string, Card>> {
  const found = new Map<string, Card>();
  const wanted = (kind: 'entity' | 'claim') => [...new Set(notes.flatMap((note) => (note.kind === 'entity' && kind === 'entity' ? [note.entity] : note.kind === 'claim' && kind === 'claim' ? [note.claim] : [])))].filter((id) => !known.has(id));
  const entities = await askBackground('cards', { entities: wanted('entity').slice(0, 2_000) });
  for (const card of entities.ok ? entities.value : []) found.set(card.id, card);
  const claims = wanted('claim');
  for (let first = 0; first < claims.length; first += atOnce) {
    const answers = await Promise.all(claims.slice(first, first + atOnce).map((claim) => askBackground('card', { claim })));
    for (const answer of answers) if (answer.ok) found.set(answer.value.id, answer.value);
  }
  return found;
}
