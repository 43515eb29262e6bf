/**
 * Flags as schema.org `Claim`s, and as `ClaimReview`s where a reader who gives a name rated the claim. The rating is the reader's word ("doubted"), never a
 * number: there is no truth score. Not read back.
 */
import type { Flag } from '../model.ts';
import type { FlagWords } from './flag-words.ts';

/** Takes flags and, if the reader wants to stand by the ratings, a name; gives one JSON-LD value. An `unsure` flag is no rating. Flags in the bin are left out. */
export function flagsToClaims(flags: readonly Flag[], { language, stance }: Pick<FlagWords, 'language' | 'stance'>, reader?: string): object {
  const name = reader?.trim();
  const graph = flags
    .filter(({ deleted }) => deleted === undefined)
    .map((flag) => {
      const claim = claimOf(flag);
      if (!name || flag.stance === 'unsure') return claim;
      return {
        '@type': 'ClaimReview',
        '@id': `urn:uuid:${flag.id}#review`,
        claimReviewed: flag.quote.exact,
        itemReviewed: claim,
        author: { '@type': 'Person', name },
        reviewRating: { '@type': 'Rating', alternateName: stance(flag.stance), ...(flag.confirmedBy ? { ratingExplanation: flag.confirmedBy } : {}) },
        datePublished: new Date(flag.changed).toISOString(),
        inLanguage: language,
        ...(flag.note ? { reviewBody: flag.note } : {}),
        ...(flag.link ? { citation: flag.link } : {}),
      };
    });
  return { '@context': 'https://schema.org', '@graph': graph };
}

function claimOf({ id, quote, page, created, says, tags }: Flag): object {
  return {
    '@type': 'Claim',
    '@id': `urn:uuid:${id}`,
    text: quote.exact,
    appearance: { '@type': 'CreativeWork', url: page.address, name: page.title },
    dateCreated: new Date(created).toISOString(),
    ...(says?.source ? { claimInterpreter: { '@type': 'Thing', name: says.source } } : {}),
    ...(says?.subject ? { about: { '@type': 'Thing', name: says.subject } } : {}),
    ...(tags.length > 0 ? { keywords: tags.join(', ') } : {}),
  };
}
