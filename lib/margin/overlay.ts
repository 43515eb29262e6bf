/**
 * Draws what must not be in the page's highlight registry (the reader's own flags, the frame round the mark that was stepped to) and what
 * the registry does not show: Firefox paints no highlight in a shadow root, and a sheet of ours in the page's root would change the page.
 * Boxes in document coordinates inside our closed root, click-through; they scroll with the page by themselves, and only a change of
 * layout or a scroll inside the page's own boxes moves them. Several requests in one frame are one redraw.
 */
import type { Ground } from '../highlight/contrast.ts';
import type { MarkStyle } from '../highlight/mark.ts';
import type { Box } from './card-place.ts';
import type { HostParts, MarginHost } from './host.ts';

export interface Drawing {
  /** Class of its boxes; `margin.css` draws them. */
  kind: 'flag' | 'frame' | `mark-${MarkStyle}`;
  ground: Ground;
  /** Measures the lines to draw, in the viewport's coordinates. Called at each redraw. */
  boxes(): readonly Box[];
}

export class Overlay {
  readonly #host: MarginHost;
  readonly #window: Window;
  #drawings: readonly Drawing[] = [];
  #frame = 0;
  #drawn = '';

  constructor(host: MarginHost, window: Window) {
    this.#host = host;
    this.#window = window;
  }

  /** Makes these the drawings. With none to draw, and none drawn, it needs no host. */
  show(drawings: readonly Drawing[]): void {
    if (drawings.length === 0 && this.#drawings.length === 0) return;
    this.#drawings = drawings;
    if (drawings.length > 0) this.#host.need();
    this.#draw();
  }

  /** Asks for a redraw in the next frame, because the layout may have changed. */
  refresh(): void {
    if (this.#drawings.length === 0 || this.#frame !== 0) return;
    this.#frame = this.#window.requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const parts = this.#host.standing;
    if (!parts) return;
    const { scrollX, scrollY } = this.#window;
    const lines = this.#drawings.flatMap((drawing) => drawing.boxes().map((box) => ({ className: `${drawing.kind} on-${drawing.ground}`, box })));
    const wanted = lines.map(({ className, box }) => `${className} ${Math.round(box.left + scrollX)} ${Math.round(box.top + scrollY)} ${Math.round(box.right - box.left)} ${Math.round(box.bottom - box.top)}`);
    const signature = wanted.join();
    if (signature === this.#drawn && parts.drawings.childElementCount === lines.length) return;
    this.#drawn = signature;
    parts.drawings.replaceChildren(...lines.map(({ className, box }) => line(parts, className, box, scrollX, scrollY)));
  }
}

function line({ root }: HostParts, className: string, box: Box, scrollX: number, scrollY: number): HTMLElement {
  const element = root.ownerDocument.createElement('span');
  element.className = className;
  const style = element.style;
  style.left = `${box.left + scrollX}px`;
  style.top = `${box.top + scrollY}px`;
  style.width = `${box.right - box.left}px`;
  style.height = `${box.bottom - box.top}px`;
  return element;
}
