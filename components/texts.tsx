/** Components take their sentences from here, so that they run in the page, the popup, the stories and the tests alike. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Texts } from '../lib/texts/texts.ts';

export const TextsContext = createContext<Texts | null>(null);

/** The texts of the surface. Throws where no `TextsContext.Provider` stands above. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('No texts: wrap the surface in <TextsContext.Provider value={texts}>.');
  return texts;
}
