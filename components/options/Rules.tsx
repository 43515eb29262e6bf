/** Every rule: what it marks, on an example, and how often it was right when its hits were judged by hand. */
import { useMemo, useState } from 'preact/hooks';
import type { NoteKind, Rule } from '../../lib/model.ts';
import { keyPart } from '../../lib/texts/explain.ts';
import { answers } from '../popup/Item.tsx';
import { useTexts } from '../texts.tsx';
import type { OptionsProps } from './options-props.ts';
import { Section } from './Section.tsx';

const kinds: readonly NoteKind[] = ['attribution', 'bias', 'language', 'consistency'];

export function Rules({ rules, exampleOf }: Pick<OptionsProps, 'rules' | 'exampleOf'>) {
  const { t, number } = useTexts();
  const [query, setQuery] = useState('');
  const searched = query.trim();
  const shown = useMemo(() => rules.filter((rule) => answers(searched, rule.id, rule.doc, exampleOf(rule.id)?.text, nameOf(rule, t))), [rules, searched]);
  return (
    <Section id="rules" title={t('options.rules')} line={t('options.rules_line')} said={searched ? t('options.rules_found', [number(shown.length)], shown.length) : ''}>
      <input type="search" value={query} placeholder={t('options.rules_search')} aria-label={t('options.rules_search')} onInput={(event) => setQuery(event.currentTarget.value)} />
      {kinds.map((kind) => {
        const mine = shown.filter((rule) => rule.kind === kind);
        return mine.length > 0 && (
          <details key={kind} open={searched !== ''}>
            <summary><h3>{t(`kind.${kind}`)} <span class="soft">({number(mine.length)})</span></h3></summary>
            <ul class="rules">{mine.map((rule) => <RuleLine key={rule.id} rule={rule} example={exampleOf(rule.id)} />)}</ul>
          </details>
        );
      })}
    </Section>
  );
}

function RuleLine({ rule, example }: { rule: Rule; example: { text: string; marked: string } | undefined }) {
  const { t, number, locale } = useTexts();
  const name = nameOf(rule, t);
  const { precision } = rule;
  return (
    <li>
      <p><code>{rule.id}</code> {name && <strong>{name}</strong>} {!rule.on && <span class="tag">{t('options.rule_off')}</span>}</p>
      {locale === 'en' && <p class="soft">{rule.doc}</p>}
      {example && <p class="example" lang="de"><Example {...example} /></p>}
      <p class="small">{precision ? t('options.precision', [number(precision.right), number(precision.judged)]) : t('options.precision_none')}</p>
    </li>
  );
}

/** A sentence with its marked words; places that lie apart are joined by " … ". */
function Example({ text, marked }: { text: string; marked: string }) {
  const begin = text.indexOf(marked);
  return begin < 0 ? <>{text}</> : <>{text.slice(0, begin)}<mark>{marked}</mark>{text.slice(begin + marked.length)}</>;
}

/** The category in words, where the rule has one. */
function nameOf(rule: Rule, t: ReturnType<typeof useTexts>['t']): string {
  return rule.category ? t(`category.${rule.kind}.${keyPart(rule.category)}`) : '';
}
