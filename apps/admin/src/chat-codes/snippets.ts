import { clickToChatLink } from '@madoguchi/accounts';
import { asHtml } from './as-html.js';

export const SNIPPET_LANGUAGES = ['en', 'ja', 'ru'] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

const CAPTIONS: Readonly<Record<SnippetLanguage, { readonly button: string; readonly signature: string }>> = {
  en: { button: 'Chat with us on WhatsApp', signature: 'Questions? Write to us on WhatsApp' },
  ja: { button: 'WhatsAppで問い合わせる', signature: 'ご質問はWhatsAppでどうぞ' },
  ru: { button: 'Написать нам в WhatsApp', signature: 'Вопросы? Напишите нам в WhatsApp' },
};

/** To be pasted elsewhere, so that nobody types the number. */
export interface ClickToChat {
  readonly link: string;
  /** HTML of a button for a web site. Its style stands in it: a stranger's page has none of ours. */
  readonly button: string;
  /** HTML of a line for a mail signature. */
  readonly signature: string;
}

/** @param phoneNumber E.164 @param text stands in the customer's composer */
export const clickToChat = (phoneNumber: string, language: SnippetLanguage, text?: string): ClickToChat => {
  const link = clickToChatLink(phoneNumber, text);
  const { button, signature } = CAPTIONS[language];
  const style =
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#0b6e4f;color:#ffffff;font:600 16px sans-serif;text-decoration:none';
  const anchor = (words: string, more = '') => `<a href="${asHtml(link)}" lang="${language}" rel="noopener"${more}>${asHtml(words)}</a>`;
  return { link, button: anchor(button, ` target="_blank" style="${style}"`), signature: anchor(`${signature}: ${phoneNumber}`) };
};
