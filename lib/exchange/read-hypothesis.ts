/** Annotations of Hypothesis, as its client exports them (`{export_date, annotations}`) and as its interface lists them (`{rows}`), become flags. */
import { stanceTag } from '../formats/flags-hypothesis.ts';
import type { Stance } from '../model.ts';
import { type Foreign, isRecord, many, type PageOf, text, toFlag } from './foreign.ts';

/** Whether a value looks like one of its annotations. */
export function isHypothesis(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && typeof value['uri'] === 'string' && Array.isArray(value['target']);
}

/** Takes one annotation; gives its flag, or why there is none: a reply or a page note has no quote. */
export function readHypothesis(annotation: Record<string, unknown>, pageOf: PageOf): Foreign {
  if (many(annotation['references']).length > 0) return { skipped: 'reply' };
  const target = many(annotation['target']).find(isRecord);
  const tags = many(annotation['tags']).filter((tag) => typeof tag === 'string');
  const document = annotation['document'];
  const said = tags.find((tag) => /^randnotiz:(?:unsure|doubtful|confirmed)$/.test(tag));
  return toFlag(
    {
      id: text(annotation['id']),
      url: text(annotation['uri']) ?? text(target?.['source']),
      title: text(isRecord(document) ? many(document['title'])[0] : undefined),
      selectors: many(target?.['selector']),
      stance: said?.slice(stanceTag.length) as Stance | undefined,
      note: text(annotation['text']),
      tags: tags.filter((tag) => tag !== said),
      created: text(annotation['created']),
      modified: text(annotation['updated']),
    },
    pageOf,
  );
}
