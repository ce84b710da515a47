import type { BotKind } from '@madoguchi/accounts';
import type { MessageContent } from '@madoguchi/conversation';
import type { BotRequest } from '@madoguchi/use-cases';
import type { BotWebhookAnswer } from '../webhook/contract.js';

/** Posts JSON. @returns the answer's JSON */
export type AskPlatform = (url: string, body: object) => Promise<unknown>;

/** How an open bot platform is talked to over its own HTTP API, and what its answers mean here. */
export interface BotPlatform {
  readonly kind: Extract<BotKind, 'rasa' | 'botpress' | 'typebot'>;

  /** @throws NotAnAnswerError; what `ask` throws */
  converse(request: BotRequest, endpoint: string, ask: AskPlatform): Promise<BotWebhookAnswer>;

  /** Says something harmless as nobody. */
  probe(endpoint: string, ask: AskPlatform): Promise<unknown>;
}

/** Under which the platform remembers the talk: anew each time that the bot gets control. */
export const talkOf = ({ conversationId, epoch }: Pick<BotRequest, 'conversationId' | 'epoch'>): string => `${conversationId}-${epoch}`;

export const NOBODY = 'madoguchi-test';

/**
 * What was said, for platforms that read text. `chosen`: what stands for a button that was pressed, the value behind it or the words on it;
 * something without words is named in brackets.
 */
export const wordsOf = (content: MessageContent | undefined, chosen: 'value' | 'label'): string => {
  if (!content) return '';
  switch (content.type) {
    case 'text':
      return content.text;
    case 'postback':
      return chosen === 'value' ? content.data : (content.label ?? content.data);
    case 'email':
      return content.text;
    default:
      return `[${content.type}]`;
  }
};
