import { useState } from 'preact/hooks';
import type { AnnotationDocument, PageVerdict } from '../../lib/model.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import { keyPart } from '../../lib/texts/explain.ts';
import { useTexts } from '../texts.tsx';
import { sourcesOf } from './groups.ts';
import type { PopupPage } from './popup-props.ts';

/** What this page is, in one line, and a second one to say what follows from it. */
export function verdictOf(page: PopupPage, { t, locale, list, number }: Texts): { title: string; line: string } {
  const verdict = page.document?.page;
  switch (page.status) {
    case 'annotated': return {
      title: t(verdict?.verdict === 'skip' ? 'verdict.annotated_forced' : 'verdict.annotated'),
      line: page.document ? glance(page.document, { t, number }) : '',
    };
    case 'unread': return verdict ? { title: t('verdict.annotated'), line: t('verdict.not_allowed_line') } : { title: t('verdict.unread'), line: t('verdict.unread_line') };
    case 'not-allowed': return isClosed(page) ? { title: t('verdict.closed'), line: '' } : { title: t('verdict.not_allowed'), line: t('verdict.not_allowed_line') };
    case 'off': return { title: t('verdict.off'), line: t('verdict.off_line') };
    case 'failed': return { title: t('verdict.failed'), line: '' };
    default: return verdict ? skipVerdict(verdict, { t, locale, list, number }) : { title: t('verdict.skipped'), line: t('verdict.skipped_line') };
  }
}

/** A page that browsers keep from every extension: nothing can be offered there. */
export function isClosed({ failure }: PopupPage): boolean {
  return failure?.code === 'page_not_reachable' || failure?.code === 'page_local_file';
}

/** Reading time and number of sources. */
function glance(document: AnnotationDocument, { t, number }: Pick<Texts, 't' | 'number'>): string {
  const time = Math.max(1, Math.round(document.summary.minutes));
  const count = sourcesOf(document).filter(({ source }) => source !== 'none').length;
  return t('verdict.at_a_glance', [t('verdict.minutes', [number(time)], time), t('verdict.sources', [number(count)], count)]);
}

/** Why a page was skipped: the first thing that was missing. */
function skipVerdict(verdict: PageVerdict, { t, locale }: Pick<Texts, 't' | 'locale' | 'list' | 'number'>): { title: string; line: string } {
  if (verdict.language === 'und') return { title: t('verdict.no_language'), line: t('verdict.no_language_line') };
  if (!verdict.language.startsWith('de')) {
    return { title: t('verdict.other_language'), line: t('verdict.other_language_line', [languageName(verdict.language, locale)]) };
  }
  if (!verdict.article) return { title: t('verdict.no_article'), line: t('verdict.no_article_line') };
  if (!verdict.tech) return { title: t('verdict.no_tech'), line: t('verdict.no_tech_line') };
  return { title: t('verdict.skipped'), line: t('verdict.skipped_line') };
}

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `host:heise.de` → "Bekannte Tech-Website: heise.de". */
export function reasonText(reason: string, { t, locale }: Pick<Texts, 't' | 'locale'>): string {
  const colon = reason.indexOf(':');
  const name = colon < 0 ? reason : reason.slice(0, colon);
  const value = colon < 0 ? '' : reason.slice(colon + 1);
  const shown = name === 'lang' ? languageName(value, locale) : value;
  return t(`page_reason.${keyPart(name)}`, [shown]) || (value ? t('page_reason.other', [name, value]) : reason);
}

/** The popup's head: sign, verdict, and the reasons for those who ask. */
export function Verdict({ page, onOff }: { page: PopupPage | undefined; onOff?: (off: boolean) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState(false);
  const { title, line } = page ? verdictOf(page, texts) : { title: t('verdict.loading'), line: '' };
  const reasons = page?.document?.page.reasons ?? [];
  const genre = page?.document?.page.genre;
  const hasMore = reasons.length > 0 || (onOff && page && page.status === 'annotated');

  return (
    <header class="top">
      <Sign />
      <div>
        <h1>{title}</h1>
        {line && <p class="small">{line}</p>}
        {genre && <p class="small">{t('verdict.genre', [genre.marker])}</p>}
      </div>
      {hasMore && <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>{t('verdict.why')}</button>}
      {open && (
        <div class="why">
          <ul>{reasons.map((reason) => <li key={reason} class="small">{reasonText(reason, texts)}</li>)}</ul>
          {onOff && page?.status === 'annotated' && <button type="button" class="link" onClick={() => onOff(true)}>{t('popup.turn_off')}</button>}
        </div>
      )}
    </header>
  );
}

/** The sign: a text block with a line in the margin. */
function Sign() {
  return (
    <svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
      <path class="margin" d="M3 3h2v10H3z" />
      <path d="M7 3h6v1H7zM7 6h6v1H7zM7 9h6v1H7zM7 12h4v1H7z" />
    </svg>
  );
}
