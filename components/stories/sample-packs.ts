/** Packs for the stories and the tests. */
import type { PackFault } from '../../lib/dataset/check-pack.ts';
import type { PackInfo, PackOverview, PackPreview } from '../../lib/packs/overview.ts';
import type { PacksProps } from '../packs/packs-props.ts';
import { done, hardNames } from './shared.ts';

export const samplePack: PackInfo = {
  id: 'norden', title: 'Roboter aus dem Norden', version: '1.0.0', language: 'de', licence: 'MIT', authors: ['Redaktion Küste'], sources: ['Roboter aus dem Norden'],
  entities: 12, claims: 34, bundled: true, on: true,
};
export const ownPack: PackInfo = { ...samplePack, id: 'eigenes', title: hardNames[0]!, bundled: false, on: false, authors: [], installed: Date.UTC(2026, 10, 24) };

export const sampleOverview: PackOverview = { packs: [samplePack, ownPack], undo: { what: 'install', title: 'Roboter aus dem Süden' } };

const none = { added: [], removed: [], changed: [] };
export const sampleUpdate: PackPreview = {
  info: { ...ownPack, version: '1.1.0' },
  kind: 'update',
  diff: {
    head: [{ field: 'version', before: '1.0.0', after: '1.1.0' }],
    sources: none,
    entities: { added: [{ id: 'kiel', label: 'Kiel' }], removed: [], changed: [{ id: 'nordlicht', label: 'Nordlicht Robotik', fields: [{ field: 'description', before: 'Start-up aus Kiel.', after: 'Unternehmen aus Kiel.' }] }] },
    claims: { ...none, removed: [{ id: 'staff', label: 'Nordlicht hat 60 Beschäftigte.' }] },
    findings: none,
  },
  conflicts: [{ kind: 'statement', id: 'funding', field: 'quantity', here: 'Nordlicht hat 30 Millionen Euro eingesammelt.', there: 'Nordlicht hat 40 Millionen Euro eingesammelt.', pack: 'Roboter aus dem Norden' }],
  conflictCount: 1,
};

/** Acts that succeed. */
export const packActs: Omit<PacksProps, 'overview'> = { onPreview: async () => ({ ok: true, value: sampleUpdate }), onInstall: done, onSwitch: done, onRemove: done, onUndo: done };

export const sampleFaults: readonly PackFault[] = [
  { path: 'checksum', value: '8840029a173b7a59073482f31d93d75d62dca00ef97b3500ddfeace0ba528d3d', reason: 'does not fit: the content has 6b8a2fcb2e3b001d0179f4d838a7af7d7ea85efda666a28b0b707fd795ff41d6', code: 'checksum' },
  { path: 'entities[nordlicht].forms[0].inflection', value: 'noun', reason: 'must be one of: name, noun-s, noun-en, adjective-noun, invariant' },
];
