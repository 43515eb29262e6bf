/** A form that was left half-written on this page: found again, and offered. */
import type { KeptDraft } from '../messages/calls.ts';
import type { Span } from '../model.ts';
import { type FlaggingPorts, openForm } from './flagging.ts';
import type { ReadingState } from './reading-state.ts';

/** Offers the form of a new flag that was left half-written on this page; while another form is open, or where there is none, nothing happens. */
export async function offerDraft(ports: FlaggingPorts): Promise<void> {
  const { surface, reader } = ports;
  const drafts = await reader.ask('pageDrafts', {});
  const state = ports.state();
  const draft = drafts.ok ? drafts.value.find(({ quote }) => quote !== undefined) : undefined;
  if (!draft?.quote || !state || surface.panel.content) return;
  const span = placeOf(state, draft);
  const { t } = reader.texts;
  surface.show({
    key: `draft ${draft.id}`,
    label: t('flag.draft'),
    spans: span ? [span] : [],
    focus: false,
    sticky: true,
    content: {
      kind: 'draft',
      props: {
        quote: draft.quote.exact,
        changed: draft.changed,
        onGo: () => {
          surface.panel.close();
          if (span) surface.frame([span]);
          openForm(ports, state, span ?? [draft.position?.start ?? 0, draft.position?.end ?? 0], draft);
        },
        onLater: () => surface.panel.close(),
        onDrop: () => {
          surface.panel.close();
          void reader.ask('dropDraft', { id: draft.id });
        },
      },
    },
  });
  surface.announce(t('flag.draft'));
}

/** Where the words of a draft stand now: where they stood, else with the same surroundings, else at their only place. */
function placeOf({ article: { text } }: ReadingState, { quote, position }: KeptDraft): Span | undefined {
  if (!quote) return undefined;
  const { exact, prefix, suffix } = quote;
  if (position && text.slice(position.start, position.end) === exact) return [position.start, position.end];
  const around = text.indexOf(prefix + exact + suffix);
  const begin = around >= 0 ? around + prefix.length : text.indexOf(exact);
  if (begin < 0 || (around < 0 && text.includes(exact, begin + 1))) return undefined;
  return [begin, begin + exact.length];
}
