import type { Bot, BotKind } from '@madoguchi/accounts';
import type { ChannelType, HandedOver, MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/contracts';
import type { ConnectionCheck } from './channel.js';
import type { Credentials } from './credentials.js';

/** One line of the talk while the bot has control, oldest first; the last one is the customer's that is to be answered. */
export interface BotLine {
  readonly from: 'customer' | 'bot';
  readonly content: MessageContent;
}

/** What a bot is asked. Of the customer it bears what the bot's setting allows, and nothing else. */
export interface BotRequest {
  /** A uuid, the same for every attempt at the same turn. */
  readonly turnId: string;
  readonly conversationId: string;
  /** Of the control that the bot has; a later answer shows it. */
  readonly epoch: number;
  readonly accountId: string;
  readonly channel: ChannelType;
  readonly lines: readonly BotLine[];
  readonly customer: {
    /** Ours, a uuid: the same person at the same account. */
    readonly contactId?: string;
    readonly name?: string;
    /** BCP 47. */
    readonly language?: string;
  };
  /** What the channel takes. */
  readonly capabilities: Pick<ChannelCapabilities, 'textLimit' | 'outbound' | 'choices'>;
}

/** What happens after the replies. */
export type BotNext = { readonly do: 'stay' } | { readonly do: 'close' } | ({ readonly do: 'hand over' } & HandedOver);

export type BotAnswer =
  | { readonly outcome: 'answered'; readonly replies: readonly MessageContent[]; readonly next: BotNext }
  /** It has understood and will call, or answers the customer by itself. */
  | { readonly outcome: 'later' }
  /** For this turn: `reason` in plain words, `remedy` for the administrator. */
  | { readonly outcome: 'failed'; readonly code: string; readonly reason: string; readonly remedy: string };

/** A bot as an engine needs it; `secret` only where its kind has one. */
export type BotAtWork = Pick<Bot, 'kind' | 'name' | 'endpoint' | 'script'> &
  Partial<Pick<Bot, 'appId'>> & {
    readonly id: string;
    readonly secret?: string;
    /** Of a bot at a platform: how the accounts are reached that it answers on, where it is tested. */
    readonly accounts?: readonly { readonly name: string; readonly credentials: Credentials }[];
  };

/**
 * A way in which bots answer. Stateless towards the conversation: everything is in the request.
 * One contract suite (`@madoguchi/use-cases/testing`) for all.
 */
export interface BotEngine {
  readonly kind: BotKind;

  /** One turn. Never throws for what the bot or the network does, and ends with the signal at the latest. */
  answer(request: BotRequest, bot: BotAtWork, signal: AbortSignal): Promise<BotAnswer>;

  /** Whether the bot is there and agrees about the secret; it sees no customer. Never throws. */
  test(bot: BotAtWork, signal: AbortSignal): Promise<readonly ConnectionCheck[]>;
}
