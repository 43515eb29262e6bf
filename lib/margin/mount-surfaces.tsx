/** The surfaces as the reader's panel shows them: the only file of the margin that knows Preact. */
import { render } from 'preact';
import { Card } from '../../components/Card.tsx';
import { FlagForm } from '../../components/FlagForm.tsx';
import { Surface } from '../../components/Surface.tsx';
import type { Surfaces } from './surfaces.ts';

/** Takes the stylesheet of all that is shown; gives the surfaces. */
export function createSurfaces(css: string): Surfaces {
  return {
    css,
    mount(panel, shown, texts) {
      render(
        <Surface texts={texts}>
          {shown.kind === 'card' ? <Card key={shown.key} {...shown.props} /> : <section class="card"><div class="part"><FlagForm {...shown.props} /></div></section>}
        </Surface>,
        panel,
      );
    },
    unmount: (panel) => render(null, panel),
  };
}
