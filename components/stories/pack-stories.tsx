/** The states of the packs' surface. */
import type { ComponentChild } from 'preact';
import { PackFaults } from '../packs/PackFaults.tsx';
import { PackPreviewView } from '../packs/PackPreviewView.tsx';
import { Packs } from '../packs/Packs.tsx';
import type { PacksProps } from '../packs/packs-props.ts';
import { ownPack, packActs, sampleFaults, sampleOverview, sampleUpdate } from './sample-packs.ts';
import { germanTexts } from '../../lib/texts/table-texts.ts';
import { nothing } from './shared.ts';

function packs(props: Partial<PacksProps> = {}) {
  return <Packs overview={sampleOverview} {...packActs} {...props} />;
}

const page = (child: ComponentChild) => <div class="options"><section class="section"><h2>{germanTexts.t('options.datasets')}</h2>{child}</section></div>;

export const packStories: Readonly<Record<string, () => ComponentChild>> = {
  'packs-list': () => page(packs()),
  'packs-loading': () => page(packs({ overview: undefined })),
  'packs-preview-new': () => page(<PackPreviewView name="norden.pack.json" preview={{ info: ownPack, kind: 'new', conflicts: [], conflictCount: 0 }} busy={false} onInstall={nothing} onCancel={nothing} />),
  'packs-preview-update': () => page(<PackPreviewView name="norden.pack.json" preview={sampleUpdate} busy={false} onInstall={nothing} onCancel={nothing} />),
  'packs-faults': () => page(<PackFaults name="norden.pack.json" faults={sampleFaults} onClose={nothing} />),
};
