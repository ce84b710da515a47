import type { ConversationEvent, LanguageInstead, LanguageSource } from '../events.js';
import type { Conversation } from '../state.js';

/** A customer's language, and how it is known. */
export interface KnownLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly from: LanguageSource;
  /** Of a detected one that may count before the others. */
  readonly instead?: LanguageInstead | null;
}

/** The customer's language became known after the conversation was opened. */
export interface LearnLanguage {
  readonly type: 'LearnLanguage';
  /** BCP 47. */
  readonly language: string;
  readonly from: LanguageSource;
}

export const learnLanguage = ({ language, from }: LearnLanguage, conversation: Conversation): readonly ConversationEvent[] =>
  conversation.status === 'open' ? learned({ language, from }, conversation) : [];

const RANKS = { detection: 1, profile: 2, channel: 3, override: 4, said: 5 } as const;

/** Only what is surer than what is known already is worth an event. */
export const learned = ({ language, from, instead }: KnownLanguage, conversation: Conversation): readonly ConversationEvent[] => {
  const { languageFrom: before } = conversation;
  if (before !== undefined && RANKS[instead === undefined ? from : 'override'] <= RANKS[before]) return [];
  return [
    { type: 'LanguageLearned', data: { language, from, ...(instead === undefined ? {} : { instead: knownOf(conversation) ?? instead }) } },
  ];
};

const knownOf = ({ language, languageFrom: from }: Conversation): LanguageInstead | undefined =>
  language === undefined || from === undefined || from === 'override' || from === 'said' ? undefined : { language, from };
