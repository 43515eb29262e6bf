import type { PackFault } from '../../lib/dataset/check-pack.ts';
import { useTexts } from '../texts.tsx';

const shownFaults = 10;

/** What is wrong with a file: where, what stands there, what to do. The author's own words, in English, stand behind a click. */
export function PackFaults({ name, faults, onClose }: { name: string; faults: readonly PackFault[]; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <section class="asking" role="alert" aria-label={t('packs.refused')}>
      <p><strong>{name}</strong></p>
      <p>{t('packs.refused')}</p>
      <ul class="lines">
        {faults.slice(0, shownFaults).map(({ path, value, reason, code = 'shape' }, at) => (
          <li key={`${at} ${path}`}>
            <div>
              <p>{t(`pack_fault.${code}`)}</p>
              {path !== '' && <p class="small">{t('packs.place', [path])}</p>}
              {value !== '' && <p class="small">{t('packs.stands', [value])}</p>}
              <details class="small"><summary>{t('packs.detail')}</summary><p lang="en">{reason}</p></details>
            </div>
          </li>
        ))}
      </ul>
      {faults.length > shownFaults && <p class="small soft">{t('packs.more_faults', undefined, faults.length - shownFaults)}</p>}
      <p class="actions"><button type="button" class="second" onClick={onClose}>{t('card.close')}</button></p>
    </section>
  );
}
