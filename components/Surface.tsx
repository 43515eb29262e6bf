import type { ComponentChildren } from 'preact';
import type { Texts } from '../lib/texts/texts.ts';
import { TextsContext } from './texts.tsx';

/** The ground that every surface stands on: our type, colours and language, whatever the page around it does. */
export function Surface({ texts, children }: { texts: Texts; children: ComponentChildren }) {
  return (
    <TextsContext.Provider value={texts}>
      <div class="rn" lang={texts.locale} dir="ltr">{children}</div>
    </TextsContext.Provider>
  );
}
