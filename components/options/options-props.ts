/** What the options show and what they ask for. The entry point wires them; stories and tests hand in plain values. */
import type { Dismissal, NoteKind, Rule } from '../../lib/model.ts';
import type { PackOverview } from '../../lib/packs/overview.ts';
import type { Outcome } from '../outcome.ts';
import type { PacksProps } from '../packs/packs-props.ts';
import type { PopupDensity } from '../popup/popup-props.ts';

export interface OptionsSites {
  /** How many sites are built in, and how many of them the browser lets us read (a person may have withdrawn some). */
  builtIn: { all: number; granted: number };
  /** Sites that the person let Randnotiz on besides; `null` stands for all websites. */
  granted: readonly (string | null)[];
  /** Sites on which Randnotiz is off. */
  off: readonly string[];
  /** Kinds of note hidden on a site. */
  hidden: Readonly<Record<string, readonly NoteKind[]>>;
}

/** What can be proved of our silence, measured at this moment. */
export interface Silence {
  permissions: readonly string[];
  /** Requests to anywhere outside the package that this page has made; the policy holds for all others too. */
  requests: number;
  /** The line of the package by which the browser itself refuses every request. */
  policy: string;
}

export interface OptionsStorage {
  /** Bytes on the disk: notebook, settings and what the browser needs to keep them. */
  bytes: number;
  flags: number;
  /** When a file of the notebook was last saved (ms); undefined: never. */
  lastBackup?: number;
}

export interface OptionsState {
  sites: OptionsSites;
  density: PopupDensity;
  ruler: boolean;
  quiet: boolean;
  dismissals: readonly Dismissal[];
  /** Absent where they cannot be read. */
  packs?: PackOverview;
  shortcuts: readonly { description: string; keys: string }[];
  storage: OptionsStorage;
  silence: Silence;
  /** The settings were written by a newer version: what it added is left alone. */
  newer?: boolean;
}

type Act<Data = void> = (data: Data) => Promise<Outcome<unknown>>;

export interface OptionsProps {
  /** Absent while it is read. */
  state?: OptionsState;
  rules: readonly Rule[];
  /** What is done with packs. */
  packs: Omit<PacksProps, 'overview'>;
  /** An example of a rule: a sentence, and the words of it that are marked. */
  exampleOf: (rule: string) => { text: string; marked: string } | undefined;
  /** Give a host; the browser asks. */
  onAllow: Act<string>;
  onAllowBuiltIn: Act;
  onWithdraw: Act<string | null>;
  onTurnOn: Act<string>;
  onHidden: Act<{ site: string; hidden: readonly NoteKind[] }>;
  onDensity: Act<PopupDensity>;
  onRuler: Act<boolean>;
  onQuiet: Act<boolean>;
  onUndismiss: Act<string>;
  onShortcuts: () => void;
  onNotebook: () => void;
  onBackup: Act;
  onWipe: Act;
}
