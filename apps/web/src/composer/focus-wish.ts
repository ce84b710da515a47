/** The conversation that the agent has just accepted: when it is theirs, the cursor stands in its composer. */
let wished: string | null = null;

export const wishForFocus = (conversationId: string): void => {
  wished = conversationId;
};

/** True once. */
export const takeFocusWish = (conversationId: string): boolean => {
  const granted = wished === conversationId;
  if (granted) wished = null;
  return granted;
};
