/** The proposal for the seed article with nothing known beforehand, measured against the careful reading. */
import { resolvePlace } from '../../lib/dataset/evidence.ts';
import type { Span } from '../../lib/model.ts';
import { proposePack } from '../../lib/proposal/propose-pack.ts';
import { type Hits, hits, unionRatio } from '../reading/measure.ts';
import { type ClaimRead, loadReading, seedArticle } from '../reading/load.ts';

/** A claim counts as found where a proposed one has, by the character, at least this share of the words in common. */
const sameWords = 0.5;

/** Proposes a pack for the seed article; gives what of its named entities and central claims was found, and what of the proposals is in the reading at all. */
export function measureProposal(): { entities: Hits<string>; claims: Hits<ClaimRead>; precision: { entities: number; claims: number } } {
  const text = seedArticle();
  const reading = loadReading(text);
  const proposal = proposePack({ text, signals: {} });
  const named = [...new Set(reading.mentions.map(({ entity }) => entity))];
  const wordsOf = (id: string) => new Set(reading.mentions.filter(({ entity }) => entity === id).flatMap(({ begin, end, otherEnd }) => [text.slice(begin, end), text.slice(begin, otherEnd ?? end)]).flatMap(basesOf));
  const read = new Map(named.map((id) => [id, wordsOf(id)]));
  const isNamed = (id: string, form: string) => read.get(id)!.has(form.toLowerCase());
  const forms = proposal.entities.map((entity) => entity.forms.map((form) => form.text));
  const spans = proposal.claims.map(({ evidence }): Span => {
    const place = resolvePlace(evidence[0]!, 'seed', text);
    if (!('found' in place)) throw new Error(place.reason);
    return [place.found.begin, place.found.end];
  });
  const isSame = (span: Span, other: Span) => unionRatio([span], [other]) >= sameWords;
  return {
    entities: hits(named, (id) => forms.some((all) => all.some((form) => isNamed(id, form)))),
    claims: hits(reading.claims.filter(({ central }) => central), ({ span }) => spans.some((one) => isSame(one, span))),
    precision: {
      entities: forms.filter((all) => all.some((form) => named.some((id) => isNamed(id, form)))).length / forms.length,
      claims: spans.filter((span) => reading.claims.some((one) => isSame(span, one.span))).length / spans.length,
    },
  };
}

/** A mention's words, and what they are without the ending of a genitive or a plural. */
function basesOf(words: string): string[] {
  const lower = words.toLowerCase();
  return [lower, lower.replace(/['’]?s$/, ''), lower.replace(/e?n$/, '')];
}
