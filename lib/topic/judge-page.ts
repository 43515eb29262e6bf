import type { Article, PageVerdict } from '../model.ts';
import type { Reading } from '../text/reading.ts';

/** Decides what the page is: its language, whether an article, whether about technology, and so whether to annotate it. */
export function judgePage(article: Article, _reading: Reading): PageVerdict {
  return {
    url: article.signals.url ?? '',
    title: article.signals.title ?? '',
    language: 'und',
    languageConfidence: 0,
    article: article.looksLikeArticle ?? true,
    tech: false,
    techScore: 0,
    verdict: 'skip',
    reasons: [],
  };
}
