import type { ConversationEvent, LanguageSource } from '../events.js';
import type { Conversation } from '../state.js';

/** The customer's language became known after the conversation was opened. */
export interface LearnLanguage {
  readonly type: 'LearnLanguage';
  /** BCP 47. */
  readonly language: string;
  readonly from: LanguageSource;
}

export const learnLanguage = ({ language, from }: LearnLanguage, conversation: Conversation): readonly ConversationEvent[] =>
  conversation.status === 'open' ? learned({ language, from }, conversation) : [];

const RANKS = { detection: 1, profile: 2, channel: 3, said: 4 } as const;

/** Only what is surer than what is known already is worth an event. */
export const learned = (
  { language, from }: { readonly language: string; readonly from: LanguageSource },
  { languageFrom }: Conversation,
): readonly ConversationEvent[] =>
  languageFrom === undefined || RANKS[from] > RANKS[languageFrom] ? [{ type: 'LanguageLearned', data: { language, from } }] : [];
