/** The states of the options and of the welcome page. */
import type { ComponentChild } from 'preact';
import type { Rule } from '../../lib/model.ts';
import { exampleOf } from '../../lib/rule-example.ts';
import { Options } from '../options/Options.tsx';
import type { OptionsProps, OptionsState } from '../options/options-props.ts';
import { Welcome } from '../welcome/Welcome.tsx';
import { packActs, sampleOverview, samplePack } from './sample-packs.ts';
import { done, hardNames, nothing, refused } from './shared.ts';

const day = Date.UTC(2026, 10, 24);

const state: OptionsState = {
  sites: { builtIn: { all: 120, granted: 120 }, granted: ['example.org'], off: ['blog.example.com'], hidden: { 'example.org': ['language'] } },
  density: 'core',
  ruler: false,
  quiet: false,
  dismissals: [
    { id: 'd1', scope: 'note', kind: 'bias', rule: 'bias.intensifier', quote: 'geradezu', where: 'https://www.example.org/nordlicht', at: day },
    { id: 'd2', scope: 'everywhere', kind: 'language', rule: 'language.calque', quote: 'am Ende des Tages', at: day },
  ],
  packs: sampleOverview,
  shortcuts: [{ description: 'Ausgewählte Behauptung merken', keys: 'Alt+Shift+M' }, { description: 'Zur nächsten Markierung', keys: '' }],
  storage: { bytes: 84_213, flags: 17, lastBackup: day },
  silence: { permissions: ['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'], requests: 0, policy: "connect-src 'none'" },
};

const rules: readonly Rule[] = [
  { id: 'bias.intensifier', kind: 'bias', category: 'intensifier', on: true, doc: 'An adverb that presses right before another word.', precision: { judged: 22, right: 20 } },
  { id: 'bias.generalisation', kind: 'bias', category: 'generalisation', on: false, doc: 'All of a group where a few cases are told.' },
  { id: 'attribution-laut', kind: 'attribution', on: true, doc: 'The source as a phrase.' },
];

function options(given: OptionsState | undefined, props: Partial<OptionsProps> = {}) {
  return (
    <Options
      state={given}
      rules={rules}
      exampleOf={exampleOf}
      packs={packActs}
      onAllow={done}
      onAllowBuiltIn={done}
      onWithdraw={done}
      onTurnOn={done}
      onHidden={done}
      onDensity={done}
      onRuler={done}
      onQuiet={done}
      onUndismiss={done}
      onShortcuts={nothing}
      onNotebook={nothing}
      onBackup={refused}
      onWipe={done}
      {...props}
    />
  );
}

const keys = { previous: 'Alt+Shift+K', next: 'Alt+Shift+J', flag: 'Alt+Shift+M' };

export const optionsStories: Readonly<Record<string, () => ComponentChild>> = {
  'options': () => options(state),
  'options-loading': () => options(undefined),
  'options-fresh': () => options({ ...state, sites: { builtIn: { all: 120, granted: 3 }, granted: [], off: [], hidden: {} }, dismissals: [], storage: { bytes: 0, flags: 0 } }),
  'options-newer': () => options({ ...state, newer: true }),
  'options-hard-names': () => options({
    ...state,
    sites: { ...state.sites, granted: [null, ...hardNames], off: hardNames },
    dismissals: hardNames.map((quote, index) => ({ id: String(index), scope: 'site', kind: 'claim', rule: 'x', quote, where: 'donaudampfschifffahrtsgesellschaft.example.org', at: day })),
    packs: { packs: hardNames.map((title) => ({ ...samplePack, id: title, title })) },
  }),
  'welcome': () => <Welcome onStep={nothing} onFlag={nothing} onOptions={nothing} keys={keys} />,
  'welcome-no-keys': () => <Welcome onStep={nothing} onFlag={nothing} onOptions={nothing} keys={{ previous: '', next: '', flag: '' }} failed />,
};
