import type { Article, PageSignals, PageVerdict } from '../model.ts';
import { siteOf } from '../sites/site-of.ts';
import type { Site } from '../sites/site-of.ts';
import type { Reading } from '../text/reading.ts';
import { genreOf } from './genre.ts';
import { languageOf } from './language.ts';
import { scoreTopic } from './topic-score.ts';
import type { TopicScore } from './topic-score.ts';

/** From this score on a text is about technology; measured, see docs/evaluation.md. */
const techFrom = 4;
/** What a tech host or section is worth, in the same coin. */
const siteBonus = 4;
/** Words behind the score: of so few a chance hit could be one. On a tech site the address is a word of its own. */
const fewest = { strong: 2, terms: 4 };
const fewestOnSite = { strong: 1, terms: 2 };
/** How fast the score becomes certainty. */
const slope = 4;

/** Shorter texts give too little to note. */
const fewestWords = 60;

/** Decides what the page is: its language, whether an article, whether about technology, and so whether to annotate it. */
export function judgePage(article: Article, reading: Reading): PageVerdict {
  const { signals } = article;
  const language = languageOf(reading);
  const topic = scoreTopic(reading);
  const site = siteAt(signals);
  const says = articleReason(signals);
  const isArticle = article.looksLikeArticle ?? (says !== undefined || topic.words >= fewestWords);
  const onSite = site !== undefined && (site.whole || site.section !== undefined);
  const techScore = 1 / (1 + Math.exp((techFrom - topic.value - (onSite ? siteBonus : 0)) / slope));
  const tech = techScore >= 0.5 && hasTerms(topic, onSite ? fewestOnSite : fewest);

  const against = [
    ...(topic.words === 0 ? ['no-text'] : []),
    ...(isArticle ? [] : ['not-article']),
    ...(topic.words > 0 && topic.words < fewestWords ? ['too-short'] : []),
    ...(tech ? [] : ['not-tech']),
  ];
  const genre = genreOf(signals);
  return {
    url: signals.url ?? '',
    title: signals.title ?? firstLine(article),
    language: language.tag,
    languageConfidence: language.confidence,
    article: isArticle,
    tech,
    techScore: Math.round(techScore * 1000) / 1000,
    verdict: language.tag === 'de' && against.length === 0 ? 'annotate' : 'skip',
    reasons: [
      `lang:${language.tag}`,
      ...against,
      ...(site ? [`host:${site.host}`] : []),
      ...(site?.section ? [`section:${site.section}`] : []),
      ...(topic.terms > 0 ? [`terms:${topic.terms}`] : []),
      ...(says ? [says] : []),
    ],
    ...(genre ? { genre } : {}),
  };
}

function siteAt({ url, sections }: PageSignals): Site | undefined {
  const parts = /^https?:\/\/(?:[^/?#@]*@)?([^/:?#]+)(?::\d+)?([^?#]*)/i.exec(url ?? '');
  return parts ? siteOf(parts[1]!, parts[2] || '/', sections) : undefined;
}

function hasTerms(topic: TopicScore, least: { strong: number; terms: number }): boolean {
  return topic.strong >= least.strong && topic.terms >= least.terms;
}

/** The page's own word that it is an article. */
function articleReason({ ogType, structuredTypes }: PageSignals): string | undefined {
  if (ogType?.toLowerCase() === 'article') return 'og:article';
  const type = structuredTypes?.find((name) => /(?:Article|BlogPosting|Review)$/.test(name));
  return type && `json-ld:${type}`;
}

/** Plain text has no title but its first line, when that is short and stands alone. */
function firstLine({ text, blocks }: Article): string {
  const title = blocks?.find((block) => block.kind === 'title');
  if (title) return text.slice(title.begin, title.end);
  const line = text.slice(0, 300).split('\n', 1)[0]!.trim();
  return line.length <= 200 && line.length < text.trim().length ? line : '';
}
