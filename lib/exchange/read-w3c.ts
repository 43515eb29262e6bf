/** W3C Web Annotations become flags: ours to the letter, others' as far as a flag can hold them (quote, page, comments, tags, links, times). */
import type { Stance } from '../model.ts';
import { type Foreign, isOfType, isRecord, many, type PageOf, text, toFlag } from './foreign.ts';

const stances: readonly string[] = ['unsure', 'doubtful', 'confirmed'] satisfies Stance[];

/** Whether a value calls itself an annotation. */
export function isAnnotation(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && isOfType(value['type'] ?? value['@type'], 'Annotation');
}

/** Takes one annotation; gives its flag, or why there is none. */
export function readAnnotation(annotation: Record<string, unknown>, pageOf: PageOf): Foreign {
  const target = many(annotation['target']).find((one) => typeof one === 'string' || isRecord(one));
  const isObject = isRecord(target);
  const source = isObject ? many(target['source'] ?? target['id'])[0] : target;
  const url = text(isRecord(source) ? source['id'] : source);
  const bodies = many(annotation['body']).filter((body) => isRecord(body) || typeof body === 'string');
  const found = bodies.map(readBody);
  const bodyValue = text(annotation['bodyValue']);
  const own = text(isObject ? target['schema:url'] : undefined);
  const stance = found.flatMap((body) => body.stance ?? [])[0];
  return toFlag(
    {
      id: text(annotation['id'] ?? annotation['@id']),
      url,
      page: url && own ? { address: url, url: own } : undefined,
      title: text(isObject ? (target['schema:name'] ?? target['title']) : undefined),
      selectors: isObject ? many(target['selector']) : [],
      stance,
      note: [...found.flatMap((body) => body.note ?? []), ...(bodyValue === undefined ? [] : [bodyValue])].join('\n\n'),
      tags: found.flatMap((body) => body.tag ?? []),
      link: found.flatMap((body) => body.link ?? [])[0],
      confirmedBy: found.flatMap((body) => body.confirmedBy ?? [])[0],
      says: found.flatMap((body) => body.says ?? [])[0],
      created: text(annotation['created']),
      modified: text(annotation['modified']),
    },
    pageOf,
  );
}

interface Body {
  stance?: Stance;
  note?: string;
  tag?: string;
  link?: string;
  confirmedBy?: string;
  says?: unknown;
}

/** What one body says, by its purpose. A body without one is a comment if it is text, and evidence if it is a resource of the web. */
function readBody(body: unknown): Body {
  if (typeof body === 'string') return /^https?:/i.test(body) ? { link: body } : {};
  const record = body as Record<string, unknown>;
  const value = text(record['value']);
  const purposes = many(record['purpose']);
  const has = (name: string) => purposes.some((purpose) => purpose === name || purpose === `oa:${name}`);
  if (value === undefined) {
    const source = record['source'] ?? record['id'];
    const link = text(isRecord(source) ? source['id'] : source);
    return link && /^https?:/i.test(link) ? { link } : {};
  }
  const stance = /^stance:(\w+)$/.exec(value)?.[1];
  if (stance && stances.includes(stance) && (has('assessing') || has('tagging'))) return { stance: stance as Stance };
  if (has('tagging')) return { tag: value };
  if (has('identifying')) return { confirmedBy: value };
  if (has('describing') && record['format'] === 'application/json') return readSays(value);
  return { note: value };
}

function readSays(value: string): Body {
  try {
    return { says: JSON.parse(value) as unknown };
  } catch {
    return { note: value };
  }
}
