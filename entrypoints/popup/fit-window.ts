/**
 * A browser gives a popup as much height as it asks for, up to what its screen has room for. Where that is less than our 600 px,
 * the document would scroll and take a scroll bar's width on top; so the popup is told what it got, and only its middle scrolls.
 * This cannot be said in CSS: on a desktop a height in `vh` would measure itself.
 */
export function fitWindow(): void {
  const page = document.documentElement;
  const fit = (): void => {
    if (page.scrollHeight > innerHeight && innerHeight > 200) page.style.setProperty('--popup-height', `${innerHeight}px`);
  };
  addEventListener('resize', fit);
  requestAnimationFrame(() => requestAnimationFrame(fit));
}
