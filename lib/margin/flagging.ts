/** The reader's own flags in the page: begin one from a selection, keep it, change it, throw it away and take that back. */
import type { FlagActions } from '../../components/card-props.ts';
import { describe } from '../anchor/describe.ts';
import { failure, success } from '../messages/failures.ts';
import type { Answer, KeptDraft } from '../messages/calls.ts';
import type { Flag, FlagChange, PlacedFlag, Span } from '../model.ts';
import { draftKeeper } from './drafting.ts';
import type { MarginKit } from './reader-ports.ts';
import type { ReadingState } from './reading-state.ts';
import { selectedWords } from './selected-words.ts';
import type { Surface } from './surface.ts';
import { newId } from './new-id.ts';

/** The longest stretch (UTF-16 code units) that can be flagged: a claim, not a chapter. */
const longest = 5000;

/** So much of an article is sent with a question about some of its words. */
const longestAround = 60_000;

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

/** Opens the form for words of the article, or goes on with one that was left half-written. */
export function openForm(ports: FlaggingPorts, state: ReadingState, span: Span, draft?: KeptDraft): void {
  const { surface, reader } = ports;
  const id = draft?.id ?? newId();
  const about = draft?.quote && draft.position ? { quote: draft.quote, position: draft.position } : describe(state.article.text, span);
  const drafts = draftKeeper(reader.ask, about);
  // The words of an older draft may be gone: what stands in their place says nothing of them.
  const areHere = !draft || state.article.text.slice(...span) === about.quote.exact;
  surface.show({
    key: `form ${id}`,
    label: reader.texts.t('flag.title'),
    spans: [span],
    focus: true,
    sticky: true,
    content: {
      kind: 'form',
      key: id,
      props: {
        quote: about.quote.exact,
        ...(draft ? { draft: draft.form } : {}),
        ephemeral: state.settings.ephemeral,
        ...(areHere ? { hints: () => reader.ask('aboutWords', around(state.article.text, span)) } : {}),
        async onKeep(filled) {
          await drafts.settled();
          return keep(ports, makeFlag(ports.document, state, about, filled, id));
        },
        onDraft: (typed) => drafts.save(id, typed),
        onCancel: () => {
          drafts.drop(id);
          surface.panel.close();
        },
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

type About = Pick<Flag, 'quote' | 'position'>;

/** As much of the article as is sent to be looked at, with the words in it. */
function around(text: string, [begin, end]: Span): { text: string; begin: number; end: number } {
  const from = text.length <= longestAround ? 0 : Math.max(0, begin - longestAround / 3);
  return { text: text.slice(from, from + longestAround), begin: begin - from, end: end - from };
}

/** A new flag. The same id for one form, so that a second try keeps no second flag. */
function makeFlag(document: Document, { article: { signals }, page }: ReadingState, about: About, draft: FlagChange, id: string): Flag {
  const url = document.URL.split('#')[0]!;
  const now = Date.now();
  return {
    id,
    page: { address: page?.address ?? url, site: page?.site ?? document.location.hostname, url, title: (signals.title ?? document.title).slice(0, 500) },
    ...about,
    stance: draft.stance ?? 'unsure',
    note: draft.note ?? '',
    tags: draft.tags ?? [],
    ...(draft.confirmedBy ? { confirmedBy: draft.confirmedBy } : {}),
    ...(draft.link ? { link: draft.link } : {}),
    ...(draft.says ? { says: draft.says } : {}),
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
  const drafts = draftKeeper(ports.reader.ask);
  return {
    drafts,
    async change(id, draft) {
      await drafts.settled();
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
