/** How long (ms) a browser may take to give a popup its height: what it has got before that is only on the way. */
const settling = 300;

/**
 * A browser gives a popup as much height as it asks for, up to what its screen has room for. Where that is less than our 600 px,
 * the document would scroll and take a scroll bar's width on top; so the popup is told what it got, and only its middle scrolls.
 * This cannot be said in CSS: on a desktop a height in `vh` would measure itself. Takes the popup's own element: when it becomes
 * another one (an offer becomes a list), it asks for all its height again.
 */
export function fitWindow(popup: Element): void {
  const page = document.documentElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = (): void => {
    if (page.scrollHeight > innerHeight && innerHeight > 200) page.style.setProperty('--popup-height', `${innerHeight}px`);
  };
  const fitLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(fit, settling);
  };
  addEventListener('resize', fitLater);
  new MutationObserver(() => {
    page.style.removeProperty('--popup-height');
    fitLater();
  }).observe(popup, { attributes: true, attributeFilter: ['class'] });
  fitLater();
}
