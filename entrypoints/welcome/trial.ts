/**
 * The background of the welcome page, in the page itself: the same engines and cards, and a memory that ends with the page. So everything
 * can be tried, and nothing of it is kept.
 */
import { bundledPacks } from 'virtual:randnotiz/packs';
import { sampleTitle } from '../../components/welcome/sample-article.ts';
import { annotate } from '../../lib/annotate.ts';
import { claimCard } from '../../lib/cards/claim-card.ts';
import { entityCard } from '../../lib/cards/entity-card.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import type { Asking } from '../../lib/margin/reader-ports.ts';
import type { AnnotatedPage, Answer, BackgroundCalls, ReaderSettings } from '../../lib/messages/calls.ts';
import { failure, success } from '../../lib/messages/failures.ts';
import type { AnnotationDocument, Flag } from '../../lib/model.ts';

type Trial = { [Name in keyof BackgroundCalls]?: (data: never) => Answer<unknown> };

/** Gives what answers the reader on this page; `changed` is told when the reader has to paint anew. */
export function createTrial(): Asking {
  const dataset = createDataset(bundledPacks);
  const flags = new Map<string, Flag>();
  let settings: ReaderSettings = { density: 'normal', hidden: [], off: false, ephemeral: false, dismissed: [] };

  const edit = (id: string, change: Partial<Flag>): Answer<Flag> => {
    const known = flags.get(id);
    if (!known) return failure('flag_unknown', `no flag ${id}`);
    flags.set(id, { ...known, ...change });
    return success({ ...known, ...change });
  };

  const trial = {
    annotate: ({ article }: Parameters<BackgroundCalls['annotate']>[0]): Answer<AnnotatedPage> =>
      success({ document: ofSample(annotate(article, dataset, { force: true })), flags: [], settings, page: { address: location.href, site: location.host } }),
    bringSurfaces: () => success(null),
    card(asked: Parameters<BackgroundCalls['card']>[0]) {
      const card = 'entity' in asked ? entityCard(dataset, asked.entity) : claimCard(dataset, asked.claim);
      return card ? success(card) : failure('card_unknown', JSON.stringify(asked));
    },
    keepFlag({ flag }: { flag: Flag }) {
      flags.set(flag.id, flag);
      return success({ flag, state: 'exact', span: [flag.position.start, flag.position.end] });
    },
    changeFlag: ({ id, ...change }: { id: string }) => edit(id, change),
    deleteFlag: ({ id }: { id: string }) => edit(id, { deleted: Date.now() }),
    restoreFlag({ id }: { id: string }) {
      const { deleted: _deleted, ...flag } = flags.get(id) ?? {};
      if ('id' in flag) flags.set(id, flag);
      return edit(id, {});
    },
    pageDrafts: () => success([]),
    keepDraft: () => success(null),
    dropDraft: () => success(null),
    dismiss({ dismissal }: Parameters<BackgroundCalls['dismiss']>[0]) {
      const where = dismissal.scope === 'everywhere' ? {} : { where: dismissal.scope === 'site' ? location.host : location.href };
      settings = { ...settings, dismissed: [...(settings.dismissed ?? []), { ...dismissal, ...where }] };
      return success(settings);
    },
    undismiss({ id }: { id: string }) {
      settings = { ...settings, dismissed: (settings.dismissed ?? []).filter((one) => one.id !== id) };
      return success(null);
    },
    setDensityHere({ density }: Pick<ReaderSettings, 'density'>) {
      settings = { ...settings, density };
      return success(settings);
    },
  } satisfies Trial;

  return {
    ask: async (name, data) => {
      const answer = (trial as Trial)[name];
      return (answer ? answer(data as never) : failure('not_permitted', `${name}: not on the welcome page`)) as never;
    },
  };
}

/** What is explained beside the sample is read along with it, and is not to be annotated. */
function ofSample(document: AnnotationDocument): AnnotationDocument {
  const begin = document.text.indexOf(sampleTitle);
  return { ...document, notes: document.notes.filter((note) => note.begin >= begin) };
}
