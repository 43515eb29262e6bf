/** Cards, forms and notices in our panel: the only file of the margin that knows Preact. */
import { render } from 'preact';
import { Card } from '../../components/Card.tsx';
import { DraftNotice } from '../../components/DraftNotice.tsx';
import { FlagForm } from '../../components/FlagForm.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Surface } from '../../components/Surface.tsx';
import type { Texts } from '../texts/texts.ts';
import type { Shown } from './shown.ts';

/** Shows something in the panel, in place of what was there; undefined empties it. */
export function mountShown(panel: HTMLElement, shown: Shown | undefined, texts: Texts): void {
  render(shown ? <Surface texts={texts}>{contentOf(shown)}</Surface> : null, panel);
}

function contentOf(shown: Shown) {
  if (shown.kind === 'notice') return <Notice>{shown.sentence}</Notice>;
  if (shown.kind === 'card') return <Card key={shown.key} {...shown.props} />;
  return <section class="card"><div class="part">{shown.kind === 'draft' ? <DraftNotice {...shown.props} /> : <FlagForm key={shown.key} {...shown.props} />}</div></section>;
}
