/** F6 and Shift+F6 go round the panes that are on the page. */
export const listenToPaneKeys = (): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return;
    const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
    if (panes.length === 0) return;
    event.preventDefault();
    const current = panes.findIndex((pane) => pane.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    const next = current < 0 ? (event.shiftKey ? panes.length - 1 : 0) : (current + step + panes.length) % panes.length;
    panes[next]?.focus();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
};
