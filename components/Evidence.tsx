import { useState } from 'preact/hooks';
import type { CardEvidence, CardFact } from '../lib/cards/card.ts';
import type { SourceClass } from '../lib/model.ts';
import type { Texts } from '../lib/texts/texts.ts';
import { useTexts } from './texts.tsx';
import { Quote } from './Quote.tsx';

/** "laut „Titel“, 3. Oktober 2025": where the words stand. */
export function sourceLine({ t, date }: Texts, evidence: CardEvidence): string {
  if (!evidence.source) return t('card.according');
  return evidence.date ? t('card.according_dated', [evidence.source, date(evidence.date)]) : t('card.according_source', [evidence.source]);
}

/** The one source line of all facts, or nothing when they come from several sources (then each quotation names its own). */
export function commonSource(texts: Texts, facts: readonly { evidence: readonly CardEvidence[] }[]): string {
  const lines = new Set(facts.flatMap((fact) => fact.evidence.map((evidence) => sourceLine(texts, evidence))));
  return lines.size === 1 ? [...lines].join('') : '';
}

/** Verbatim words of a source. */
export function Quotation({ evidence, withSource }: { evidence: CardEvidence; withSource?: boolean }) {
  const texts = useTexts();
  return (
    <figure class="evidence">
      <Quote words={evidence.quote} />
      {withSource && <figcaption class="small">{sourceLine(texts, evidence)}</figcaption>}
    </figure>
  );
}

/** Whose words a statement rests on, as a small tag: the name where there is one, else the class. */
export function SourceTag({ source, name }: { source: SourceClass; name?: string }) {
  const { t } = useTexts();
  return <span class={`tag tag-${source}`}>{name && source !== 'anonymous' ? name : t(`source.${source}`)}</span>;
}

/** One statement with its tag and its verbatim evidence; the first place stands open, further ones are one gesture away. */
export function Fact({ fact, withSource }: { fact: CardFact; withSource?: boolean }) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  const rest = fact.evidence.length - 1;
  return (
    <li class="fact">
      <p>{fact.statement} <SourceTag source={fact.attribution.source} name={fact.attribution.name} /></p>
      {(all ? fact.evidence : fact.evidence.slice(0, 1)).map((evidence) => <Quotation key={evidence.quote} evidence={evidence} withSource={withSource} />)}
      {rest > 0 && <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>{t('card.more_evidence', undefined, rest)}</button>}
    </li>
  );
}
