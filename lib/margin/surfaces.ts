/**
 * What opens in the page (cards and forms, their library and their styles) is a script of its own, brought by the background when the
 * reader first needs it: most articles are read without a card, and those pages carry a third of the weight. Both scripts live in the
 * extension's own world of the page, which page scripts cannot see, and meet there under one name.
 */
import type { CardProps } from '../../components/card-props.ts';
import type { FlagFormProps } from '../../components/FlagForm.tsx';
import type { Texts } from '../texts/texts.ts';

/** What the panel can show. A notice needs no surfaces: it can tell that they did not come. */
export type Shown =
  | { kind: 'notice'; sentence: string }
  /** `key`: its place; a card's history belongs to the place where it was opened. */
  | { kind: 'card'; key: string; props: CardProps }
  | { kind: 'form'; props: FlagFormProps };

export interface Surfaces {
  /** The stylesheet of all that it shows. */
  css: string;
  /** Shows it in our panel, in place of what was there. */
  mount(panel: HTMLElement, shown: Exclude<Shown, { kind: 'notice' }>, texts: Texts): void;
  unmount(panel: HTMLElement): void;
}

interface World {
  randnotizSurfaces?: Surfaces;
}

/** The surfaces, if they are here. */
export function surfacesHere(world: object = globalThis): Surfaces | undefined {
  return (world as World).randnotizSurfaces;
}

/** Puts them where the reader finds them; nothing in place of those that an earlier version of us left. */
export function placeSurfaces(surfaces: Surfaces | undefined, world: object = globalThis): void {
  if (surfaces) (world as World).randnotizSurfaces = surfaces;
  else delete (world as World).randnotizSurfaces;
}
