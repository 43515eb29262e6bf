/**
 * The card: one entry for the page's margin and the popup. It shows the gravest thing at a place in full, lists what else
 * stands there, and lets the reader walk along relations to further cards and back again.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardProps } from './card-props.ts';
import { CardPageView } from './CardPage.tsx';
import { type CardPage, pagesAt } from './card-pages.ts';

export type { CardArticle, CardProps, CardWant, FlagActions } from './card-props.ts';

/** Shows the notes of one place. Give it a `key` per place: its history belongs to the place where it was opened. */
export function Card(props: CardProps) {
  const here = pagesAt(props.notes, props.flags ?? []);
  const [trail, setTrail] = useState<readonly CardPage[]>(here.slice(0, 1));
  const last = trail.at(-1);
  // Of what stands here, as it is now: another window may have changed a flag.
  const page = here.find(({ id }) => id === last?.id) ?? last;
  const root = useRef<HTMLElement>(null);
  const moved = useRef(props.focus ?? false);

  useEffect(() => {
    if (moved.current) root.current?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
    moved.current = true;
  }, [trail]);

  if (!page) return null;
  const others = trail.length === 1 ? here.filter((other) => other.id !== page.id) : [];
  return (
    <section class="card" ref={root}>
      <CardPageView
        key={`${trail.length}:${page.id}`}
        page={page}
        props={props}
        others={others}
        previous={trail.at(-2)}
        onGo={(next) => setTrail([...trail, next])}
        onBack={() => setTrail(trail.slice(0, -1))}
      />
    </section>
  );
}
