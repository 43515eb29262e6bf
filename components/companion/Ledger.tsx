/** The source ledger: who speaks in the article, how often, with how many words, directly or not, and how much stays without a name. */
import type { LedgerRow, Span } from '../../lib/model.ts';
import { SourceTag } from '../Evidence.tsx';
import { Notice } from '../Notice.tsx';
import { useTexts } from '../texts.tsx';

/** Of all words that rest on somebody, the share whose source has no name (0..1); undefined where nobody speaks. */
export function anonymousShare(sources: readonly LedgerRow[]): number | undefined {
  const spoken = sources.filter(({ source }) => source !== 'none');
  const words = spoken.reduce((sum, row) => sum + row.words, 0);
  const unnamed = spoken.filter(({ source }) => source === 'anonymous').reduce((sum, row) => sum + row.words, 0);
  return words > 0 ? unnamed / words : undefined;
}

export function Ledger({ sources, onShow }: { sources: readonly LedgerRow[]; onShow: (span: Span) => void }) {
  const { t, number, percent } = useTexts();
  const rows = sources.filter(({ source }) => source !== 'none').toSorted((one, other) => other.words - one.words);
  const share = anonymousShare(sources);
  if (rows.length === 0) return <Notice>{t('empty.sources')}</Notice>;
  return (
    <section class="part">
      {share !== undefined && <p>{t(share > 0 ? 'ledger.anonymous' : 'ledger.all_named', [percent(share)])}</p>}
      <table class="ledger">
        <caption class="hidden">{t('ledger.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.who')}</th>
            <th scope="col">{t('ledger.statements')}</th>
            <th scope="col">{t('ledger.words')}</th>
            <th scope="col">{t('ledger.direct')}</th>
            <th scope="col">{t('ledger.indirect')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.name} ${row.first[0]}`}>
              <th scope="row">
                <button type="button" class="link" title={t('place.show')} onClick={() => onShow(row.first)}>{row.name}</button> <SourceTag source={row.source} />
              </th>
              <td>{number(row.statements)}</td>
              <td>{number(row.words)}</td>
              <td>{number(row.direct)}</td>
              <td>{number(row.indirect)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
