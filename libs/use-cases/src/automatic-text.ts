import { fillPlaceholders, placeholdersIn } from '@madoguchi/accounts';
import { NEXT_OPENING, textIn, type Texts } from '@madoguchi/routing';

export interface AskedText {
  readonly texts: Texts;
  /** The customer's, where it is known. */
  readonly language?: string;
  readonly fallbackLanguage?: string;
  /** Of a queue that is closed now; absent: it does not open any more, or is not closed. */
  readonly opensAt?: Date;
  /** Of the queue's hours: nobody tells us the customer's, so the text names it. */
  readonly timeZone?: string;
}

/** What a customer is told by itself, in their language as far as it is written in it. Skipped: it was to name an opening, and there is none. */
export const automaticText = ({
  texts,
  language,
  fallbackLanguage,
  opensAt,
  timeZone,
}: AskedText): { readonly text: string; readonly opensAt?: string } | { readonly skipped: 'no opening' } => {
  const chosen = textIn(texts, language, fallbackLanguage);
  if (!chosen) return { skipped: 'no opening' };
  const opening = opensAt && timeZone !== undefined ? openingIn(chosen.language, opensAt, timeZone) : undefined;
  if (opening === undefined && placeholdersIn(chosen.text).includes(NEXT_OPENING)) return { skipped: 'no opening' };
  const { text } = fillPlaceholders(chosen.text, { [NEXT_OPENING]: opening });
  return opensAt ? { text, opensAt: opensAt.toISOString() } : { text };
};

/** An opening as a customer reads it, by the clock of the hours that it is of. */
export const openingIn = (language: string, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
