import { Refusal } from '@madoguchi/event-sourcing';
import { fitsCharacters } from '../../characters.js';
import { checkedLanguage } from '../../language.js';
import { allIn } from '../code-map.js';
import type { ChatCode } from '../events.js';
import type { ChatCodes } from '../state.js';

/** The platform's: characters of a prefilled text, counted in UTF-16 units so that it never refuses what we take; codes of a number. */
export const CHAT_CODE_LIMITS = { prefilledText: 140, perNumber: 2_000 } as const;

/** Two texts that a customer would not tell apart are one. */
export const sameText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

const required = (field: string, text: string, most: number): string => {
  const trimmed = typeof text === 'string' ? text.trim() : '';
  if (!fitsCharacters(trimmed, most)) throw new Refusal(`bad-${field}`, `This has 1 to ${most} characters.`, { field });
  return trimmed;
};

/** @throws Refusal naming the first field that is not as it should be; gives the others trimmed */
export const checkedCode = (code: ChatCode): ChatCode => {
  const prefilledText = typeof code.prefilledText === 'string' ? code.prefilledText.trim() : '';
  if (prefilledText.length < 1 || prefilledText.length > CHAT_CODE_LIMITS.prefilledText) {
    throw new Refusal('bad-prefilled-text', `A prefilled text has 1 to ${CHAT_CODE_LIMITS.prefilledText} characters.`);
  }
  return {
    reference: required('reference', code.reference, 100),
    prefilledText,
    businessName: required('business-name', code.businessName, 100),
    consentSentence: required('consent-sentence', code.consentSentence, 500),
    language: checkedLanguage(code.language),
  };
};

/** The text is all that comes back with a customer's message, so no two codes of a number have the same. */
export const refuseTakenText = ({ codes }: ChatCodes, prefilledText: string, except?: string): void => {
  const taken = allIn(codes).find(
    (code) => !code.deleted && code.chatCodeId !== except && sameText(code.prefilledText) === sameText(prefilledText),
  );
  if (taken)
    throw new Refusal('text-taken', 'Another code of this number has this text. Choose another one.', { reference: taken.reference });
};
