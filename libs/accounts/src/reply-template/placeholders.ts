/** What a text may ask for; the desk fills it in. */
export const PLACEHOLDERS = [
  'customer.name',
  'agent.name',
  'account.name',
  'contactWindow.name',
  'queue.name',
  'conversation.number',
  'today',
  'nextOpening',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const IN_BRACES = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Each once, in the order in which they stand in the text; also such that nobody knows. */
export const placeholdersIn = (text: string): readonly string[] => [...new Set([...text.matchAll(IN_BRACES)].map(([, name]) => name!))];

/** Braces that stand for nothing would be sent to the customer as they are. */
export const hasStrayBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replace(IN_BRACES, ''));

export interface FilledText {
  readonly text: string;
  /** What nobody knew a value for: it blocks sending, by its name. */
  readonly unfilled: readonly string[];
}

/** A value is inserted as it is: what looks like a placeholder in it stays text. */
export const fillPlaceholders = (text: string, values: Readonly<Partial<Record<string, string>>>): FilledText => {
  const unfilled = new Set<string>();
  const filled = text.replace(IN_BRACES, (whole: string, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined && value !== '') return value;
    unfilled.add(name);
    return whole;
  });
  return { text: filled, unfilled: [...unfilled] };
};
