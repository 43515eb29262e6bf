import type { PackInfo } from '../../lib/packs/overview.ts';
import { useTexts } from '../texts.tsx';

/** How much is in a pack, and what it rests on, in one line. */
export function PackContents({ pack }: { pack: PackInfo }) {
  const { t, number, list } = useTexts();
  const counts = [t('packs.count_names', [number(pack.entities)], pack.entities), t('packs.count_claims', [number(pack.claims)], pack.claims)];
  return <>{counts.join(', ')} · {t('packs.from', [list(pack.sources)])}</>;
}
