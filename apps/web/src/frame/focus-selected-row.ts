/** From the conversation back to its row in the list, else to the first one. */
export const focusSelectedRow = (): void => {
  const list = document.querySelector('[data-testid="conversation-list"]');
  const row = list?.querySelector<HTMLElement>('a[aria-current]') ?? list?.querySelector<HTMLElement>('a');
  row?.focus();
};
