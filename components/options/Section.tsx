import type { ComponentChildren } from 'preact';

/** One subject of the options, with an address of its own (`options.html#rules`). */
export function Section({ id, title, line, children, said }: { id: string; title: string; line?: string; children: ComponentChildren; said?: string }) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {line && <p class="soft">{line}</p>}
      {children}
      <p role="status" class="said">{said}</p>
    </section>
  );
}
