import type { ComponentChildren } from 'preact';

/** A part of a card between hairlines. Its heading is small print, or, where the eye needs none, only for the ear. */
export function Part({ title, unseen, children }: { title: string; unseen?: boolean; children: ComponentChildren }) {
  return (
    <section class="part">
      <h3 class={unseen ? 'hidden' : 'small'}>{title}</h3>
      {children}
    </section>
  );
}
