import type { ChatCodeState } from './chat-code-state.js';
import { sameText } from './write/chat-code-fields.js';

/**
 * By which code a first message came: the one whose text it is, or begins with, for customers add to it. The longest counts. Codes that
 * were deleted are still printed somewhere, and are known as long as they are given.
 */
export const findChatCode = <Code extends Pick<ChatCodeState, 'prefilledText'>>(text: string, codes: Iterable<Code>): Code | undefined => {
  const said = sameText(text);
  let found: Code | undefined;
  for (const code of codes) {
    const prefilled = sameText(code.prefilledText);
    const longer = !found || prefilled.length > sameText(found.prefilledText).length;
    if (longer && (said === prefilled || startsWithWords(said, prefilled))) found = code;
  }
  return found;
};

/** Not in the middle of a word: "Hello Umeda" is no beginning of "Hello Umedaya". */
const startsWithWords = (said: string, prefilled: string): boolean =>
  said.startsWith(prefilled) && !/[\p{L}\p{N}]/u.test(said.charAt(prefilled.length));

/** A plain click-to-chat link: nobody types the number. @param phoneNumber E.164 */
export const clickToChatLink = (phoneNumber: string, text?: string): string =>
  `https://wa.me/${phoneNumber.replace(/\D/g, '')}${text ? `?text=${encodeURIComponent(text)}` : ''}`;
