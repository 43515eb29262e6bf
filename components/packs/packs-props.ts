/** What the packs' surface shows and asks for. The entry point wires it to messages; stories and tests hand in plain values. */
import type { PackFault } from '../../lib/dataset/check-pack.ts';
import type { PackOverview, PackPreview } from '../../lib/packs/overview.ts';
import type { Outcome } from '../outcome.ts';

export type Previewed = PackPreview | { faults: readonly PackFault[] };

export interface PacksProps {
  /** Absent while it is read. */
  overview?: PackOverview;
  /** What a file's text would do, or what is wrong with it. */
  onPreview: (text: string) => Promise<Outcome<Previewed>>;
  onInstall: (text: string) => Promise<Outcome<unknown>>;
  onSwitch: (id: string, on: boolean) => Promise<Outcome<unknown>>;
  onRemove: (id: string) => Promise<Outcome<unknown>>;
  onUndo: () => Promise<Outcome<unknown>>;
}
