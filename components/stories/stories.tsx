/** The states to look at. Add one here and it is shown, pictured and checked by axe with the others. */
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AnnotationDocument, Note } from '../../lib/model.ts';
import { Card } from '../Card.tsx';
import type { CardProps } from '../card-props.ts';
import { DraftNotice } from '../DraftNotice.tsx';
import { FlagForm } from '../FlagForm.tsx';
import { Popup } from '../popup/Popup.tsx';
import type { PopupPage, PopupProps } from '../popup/popup-props.ts';
import { companionStories } from './companion-stories.tsx';
import { notebookStories } from './notebook-stories.tsx';
import { optionsStories } from './options-stories.tsx';
import { packStories } from './pack-stories.tsx';
import { printStories } from './print-stories.tsx';
import * as sample from './sample.ts';
import { annotated, crowd, document, done, flagActions, hardNames, never, nothing, refused, settings } from './shared.ts';

function card(notes: readonly Note[], props: Partial<CardProps> = {}) {
  return (
    <Card
      notes={notes}
      article={{ text: sample.text, notes: sample.notes, published: '2026-11-20' }}
      load={sample.load}
      onShow={nothing}
      onFlag={nothing}
      dismissActions={{ dismiss: async () => ({ ok: true, value: 'd' }), undo: async () => ({ ok: true, value: null }) }}
      onClose={nothing}
      onPrint={nothing}
      flagActions={flagActions}
      {...props}
    />
  );
}

function popup(page: PopupPage | undefined, props: Partial<PopupProps> = {}) {
  return (
    <Popup
      page={page}
      load={sample.load}
      loadAll={async () => ({ ok: true, value: Object.values(sample.entityCards) })}
      onShow={nothing}
      onFlag={refused}
      onAnnotate={done}
      onDensity={nothing}
      kindsOf={{ site: 'example.org', onHidden: nothing }}
      onOff={nothing}
      onRetry={nothing}
      onPanel={nothing}
      onNotebook={nothing}
      onOptions={nothing}
      onExport={done}
      flagActions={flagActions}
      {...props}
    />
  );
}

const skipped = (page: Partial<AnnotationDocument['page']>): PopupPage =>
  ({ status: 'skipped', document: { ...document, notes: [], page: { ...document.page, verdict: 'skip', ...page } }, flags: [], settings });

/** A form in which something was typed while another window changed the same. */
function TwoWindows() {
  const [flag, setFlag] = useState(sample.flag);
  useEffect(() => setFlag({ ...sample.flag, note: 'Im anderen Fenster geschrieben.', changed: sample.flag.changed + 1 }), []);
  return <div class="card part"><FlagForm quote={flag.quote.exact} flag={flag} draft={{ note: 'Hier geschrieben.' }} onKeep={refused} onCancel={nothing} /></div>;
}

export const stories: Readonly<Record<string, () => ComponentChild>> = {
  'card-entity': () => card([sample.entityNote('Nordlicht Robotik', 2)]),
  'card-entity-loading': () => card([sample.entityNote('Nordlicht Robotik', 2)], { load: () => never() }),
  'card-entity-failed': () => card([sample.entityNote('Nordlicht Robotik', 2, 'unknown')]),
  'card-entity-hard-name': () => card([sample.entityNote('Nordlicht', 3, 'hard', hardNames[0])], {
    load: async () => ({
      ok: true,
      value: {
        ...sample.entityCards['nordlicht']!,
        name: hardNames[0]!,
        relations: hardNames.map((name) => ({ entity: name, name, label: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz', evidence: [] })),
      },
    }),
  }),
  'card-claim': () => card([sample.claimNote]),
  'card-claim-differs': () => card([sample.differingNote]),
  'card-attribution-anonymous': () => card([sample.insiderNote]),
  'card-attribution-speech': () => card([sample.speechNote]),
  'card-bias': () => card([sample.biasNote]),
  'card-language': () => card([sample.languageNote]),
  'card-consistency': () => card([sample.consistencyNote]),
  'card-stack': () => card([sample.differingNote, sample.consistencyNote, sample.entityNote('Nordlicht', 3), sample.languageNote]),
  'card-flag': () => card([], { flags: [sample.placedFlag] }),
  'card-flag-changed': () => card([], { flags: [{ ...sample.placedFlag, state: 'changed', flag: { ...sample.flag, quote: { ...sample.flag.quote, exact: 'viel mehr als alle deutschen Mitbewerber' }, tags: ['prüfen'], link: 'https://www.example.org/beleg' } }] }),
  'card-flag-elsewhere': () => card([], { flags: [{ ...sample.placedFlag, state: 'elsewhere', flag: { ...sample.flag, stance: 'confirmed', confirmedBy: 'Handelsregister Kiel' } }] }),
  'form-new': () => <div class="card part"><FlagForm quote={sample.flag.quote.exact} onKeep={refused} onCancel={nothing} /></div>,
  'form-hints': () => <div class="card part"><FlagForm quote={sample.flag.quote.exact} hints={async () => ({ ok: true, value: sample.hints })} onKeep={refused} onCancel={nothing} /></div>,
  'form-edit': () => <div class="card part"><FlagForm quote={sample.flag.quote.exact} flag={{ ...sample.flag, stance: 'confirmed', confirmedBy: 'Handelsregister Kiel', says: sample.hints.says }} onKeep={refused} onCancel={nothing} /></div>,
  'form-two-windows': () => <TwoWindows />,
  'form-draft': () => <div class="card"><div class="part"><DraftNotice quote={sample.flag.quote.exact} changed={sample.flag.created} onGo={nothing} onLater={nothing} onDrop={nothing} /></div></div>,
  'form-private': () => <div class="card part"><FlagForm quote={sample.flag.quote.exact} ephemeral onKeep={refused} onCancel={nothing} /></div>,
  'popup-annotated': () => popup(annotated),
  'popup-loading': () => popup(undefined),
  'popup-empty': () => popup({ ...annotated, document: { ...document, notes: [], summary: { ...sample.summary, rests: { named: 0, anonymous: 0, collective: 0, institution: 0, media: 0, none: 0 } } }, flags: [] }),
  'popup-crowd': () => popup({ ...annotated, document: { ...document, notes: [...crowd, ...sample.notes] } }),
  'popup-private': () => popup({ ...annotated, settings: { ...settings, ephemeral: true } }),
  'popup-skipped-english': () => popup(skipped({ language: 'en', reasons: ['lang:en'] })),
  'popup-skipped-other-topic': () => popup(skipped({ tech: false, reasons: ['lang:de', 'terms:1'] })),
  'popup-not-allowed': () => popup({ status: 'not-allowed', flags: [], settings }, { allowSite: { name: 'example.org', onAllow: done } }),
  'popup-unread': () => popup({ status: 'unread', document: { ...document, notes: [] }, flags: [], settings }, { allowSite: { name: 'donaudampfschifffahrtsgesellschaft.example.org', onAllow: done } }),
  'popup-off': () => popup({ status: 'off', flags: [], settings }),
  'popup-failed': () => popup({ status: 'failed', flags: [], settings, failure: { code: 'page_not_reachable', detail: 'chrome://settings' } }),
  ...companionStories,
  ...optionsStories,
  ...packStories,
  ...notebookStories,
  ...printStories,
};
