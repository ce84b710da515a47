import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed, noSuchConversation } from './refusals.js';

/** What the customer really speaks: counts from the next choice of an agent on. */
export interface CorrectLanguage {
  readonly type: 'CorrectLanguage';
  readonly agentId: string;
  /** BCP 47. */
  readonly language: string;
}

export const correctLanguage = ({ agentId, language }: CorrectLanguage, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.status === 'closed') throw conversationClosed();
  const tag = canonical(language);
  return tag === conversation.language ? [] : [{ type: 'LanguageCorrected', data: { agentId, language: tag } }];
};

const canonical = (language: string): string => {
  try {
    const [tag] = Intl.getCanonicalLocales(language);
    if (tag && typeof language === 'string') return tag;
  } catch {
    // Not a tag.
  }
  throw new Refusal('bad-language', 'A language is given by its tag, such as ja, en or ru.');
};
