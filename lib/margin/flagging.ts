/** The reader's own flags in the page: begin one from a selection, keep it, change it, throw it away and take that back. */
import type { FlagActions, FlagDraft } from '../../components/card-props.ts';
import { failure, success } from '../messages/failures.ts';
import type { Answer } from '../messages/calls.ts';
import type { Flag, PlacedFlag, Span } from '../model.ts';
import type { MarginKit } from './reader-ports.ts';
import type { ReadingState } from './reading-state.ts';
import { selectedWords } from './selected-words.ts';
import type { Surface } from './surface.ts';
import { newId } from './new-id.ts';

/** How many characters of the surroundings go with a quote (W3C text quote selector). */
const context = 32;

/** The longest stretch (UTF-16 code units) that can be flagged: a claim, not a chapter. */
const longest = 5000;

export interface FlaggingPorts {
  document: Document;
  reader: MarginKit;
  surface: Surface;
  state: () => ReadingState | undefined;
  /** The flags of the page are now these. */
  update: (flags: readonly PlacedFlag[]) => void;
}

/** Opens the form for what is selected, or says why it cannot be flagged. */
export function flagSelection(ports: FlaggingPorts): Answer<null> {
  const { t } = ports.reader.texts;
  const state = ports.state();
  if (!state) return failure('page_not_read', 'the page was not read yet');
  const words = selectedWords(ports.document, state.map, state.article.text);
  if (typeof words === 'string') ports.surface.notice(t(`margin.selection.${words}`));
  else if (words[1] - words[0] > longest) ports.surface.notice(t('margin.selection.too_long'), [words]);
  else openForm(ports, state, words);
  return success(null);
}

/** Opens the form for words of the article. */
export function openForm(ports: FlaggingPorts, state: ReadingState, span: Span): void {
  const { surface, reader } = ports;
  const quote = state.article.text.slice(...span);
  const id = newId();
  surface.show({
    key: `form ${id}`,
    label: reader.texts.t('flag.title'),
    spans: [span],
    focus: true,
    sticky: true,
    content: {
      kind: 'form',
      props: {
        quote,
        ephemeral: state.settings.ephemeral,
        onKeep: (draft) => keep(ports, makeFlag(ports.document, state, span, draft, id)),
        onCancel: () => surface.panel.close(),
      },
    },
  });
}

async function keep(ports: FlaggingPorts, flag: Flag): Promise<Answer<PlacedFlag>> {
  const answer = await ports.reader.ask('keepFlag', { flag });
  if (!answer.ok) return answer;
  const others = (ports.state()?.flags ?? []).filter((placed) => placed.flag.id !== flag.id);
  ports.surface.panel.close();
  ports.document.getSelection()?.removeAllRanges();
  ports.update([...others, answer.value]);
  ports.surface.announce(ports.reader.texts.t('margin.kept'));
  return answer;
}

/** A new flag. The same id for one form, so that a second try keeps no second flag. */
function makeFlag(document: Document, { article, page }: ReadingState, [start, end]: Span, draft: FlagDraft, id: string): Flag {
  const { text, signals } = article;
  const url = document.URL.split('#')[0]!;
  const now = Date.now();
  return {
    id,
    page: { address: page?.address ?? url, site: page?.site ?? document.location.hostname, url, title: (signals.title ?? document.title).slice(0, 500) },
    quote: { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - context), start), suffix: text.slice(end, end + context) },
    position: { start, end },
    stance: draft.stance,
    note: draft.note,
    tags: [],
    ...(draft.confirmedBy ? { confirmedBy: draft.confirmedBy } : {}),
    created: now,
    changed: now,
  };
}

/** What a flag's card can do. The marks follow at once; a flag thrown away is remembered until the page is left, so that it can come back. */
export function flagActions(ports: FlaggingPorts): FlagActions {
  const thrownAway = new Map<string, PlacedFlag>();
  const current = (): readonly PlacedFlag[] => ports.state()?.flags ?? [];
  const follow = (flag: Flag): void => {
    ports.update(current().map((placed) => (placed.flag.id === flag.id ? { ...placed, flag } : placed)));
  };
  return {
    async change(id, draft) {
      const answer = await ports.reader.ask('changeFlag', { id, ...draft });
      if (answer.ok) follow(answer.value);
      return answer;
    },
    async delete(id) {
      const answer = await ports.reader.ask('deleteFlag', { id });
      const gone = current().find((placed) => placed.flag.id === id);
      if (answer.ok && gone) {
        thrownAway.set(id, gone);
        ports.update(current().filter((placed) => placed !== gone));
      }
      return answer;
    },
    async restore(id) {
      const answer = await ports.reader.ask('restoreFlag', { id });
      const back = thrownAway.get(id);
      if (answer.ok && back) ports.update([...current(), { ...back, flag: answer.value }]);
      return answer;
    },
  };
}
