import type { NotebookActions } from '../../components/notebook/notebook-props.ts';
import { currentDataset, forgetDataset } from '../../lib/background/current-dataset.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { failure, success } from '../../lib/messages/failures.ts';
import { sealPack, writePackFile } from '../../lib/packs/pack-file.ts';
import { packFromFlags } from '../../lib/proposal/pack-from-flags.ts';
import { contentHash } from '../../lib/store/content-hash.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';

/** Saves a pack made of the chosen flags, or all that are not in the bin; what installed packs name already is named by them. Code: `pack_empty` where none of them asserts anything. */
export function createMakePack(store: NotebookStore): NotebookActions['makePack'] {
  return async (head, ids) => {
    const flags = await store.flags.all();
    if (!flags.ok) return flags;
    const chosen = ids && new Set(ids);
    forgetDataset();
    const { pack, left } = packFromFlags(chosen ? flags.value.filter(({ id }) => chosen.has(id)) : flags.value, head, (await currentDataset()).dataset.packs);
    if (pack.claims.length === 0) return failure('pack_empty', `${left.length} flags, none of which could be used`);
    saveFile(`${pack.id}-${pack.version}.pack.json`, new Blob([writePackFile(await sealPack(pack, contentHash))], { type: 'application/json' }));
    return success({ claims: pack.claims.length, entities: pack.entities.length, left: left.length });
  };
}
