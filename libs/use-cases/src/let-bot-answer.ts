import type { Bot, BotKind } from '@madoguchi/accounts';
import {
  type ChannelType,
  type ConversationCommand,
  type ConversationEvent,
  conversationStream,
  type HandOver,
} from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, type EventStore, follow, idOf, type Recorded, type RecordedEvent } from '@madoguchi/event-sourcing';
import { asksForAPerson } from './asks-for-a-person.js';
import type { BotAnswer, BotEngine, BotRequest } from './bot-engine.js';
import { botTurn, type BotTurnState } from './bot-turn.js';
import type { Channel, SendContext } from './channel.js';

export interface LetBotAnswerPorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  readonly engines: ReadonlyMap<BotKind, BotEngine>;
  /** As it is set now; undefined: there is none of this tenant. */
  bot(tenantId: string, botId: string): Promise<Bot | undefined>;
  /** What both sides sign with; undefined: none was saved. */
  secret(tenantId: string, botId: string): Promise<string | undefined>;
  /** To the owner of the conversation's stream. */
  command(conversationId: string, command: ConversationCommand, cause: Cause): Promise<CommandReply>;
  now(): Date;
}

export type CustomerWrote = Extract<Recorded<ConversationEvent>, { type: 'CustomerMessageReceived' }>;

/** What became of a message: for the log line and the metrics. */
export type BotTurnOutcome =
  | { readonly outcome: 'not the bot’s' | 'answered' | 'answers later' }
  | { readonly outcome: 'handed over'; readonly why: HandOver['reason']; readonly code?: string; readonly reason?: string };

/** Under which a bot is asked to answer this message. */
export const turnIdOf = ({ id }: { readonly id: string }): string => derivedId('bot turn', id);

export const replyIdOf = (turnId: string, index: number): string => derivedId('bot reply', turnId, index);

/**
 * Lets the bot that has control answer one message of the customer, or gives the customer to people: when they ask for it, when the bot is
 * switched off, fails, is too slow, or says what the channel does not take. Repeated, the bot is asked under the same turn, and what it
 * says is recorded once.
 */
export const letBotAnswer =
  (ports: LetBotAnswerPorts) =>
  async (event: CustomerWrote): Promise<BotTurnOutcome> => {
    // Most messages are for nobody but people: of those no stream is read.
    if (event.data.botId === undefined) return { outcome: 'not the bot’s' };
    const conversationId = idOf(event.stream);
    const { tenantId } = event.metadata;
    const events = (await ports.store.readStream(conversationStream(conversationId))) as unknown as readonly (RecordedEvent &
      ConversationEvent)[];
    const turn = botTurn(events, event.data.messageId);
    if (!turn) return { outcome: 'not the bot’s' };
    const turnId = turnIdOf(event);

    const record = async (command: ConversationCommand): Promise<void> => {
      const cause = follow(event, { kind: 'bot', id: turn.botId }, derivedId('bot', turnId, command.type));
      const answer = await ports.command(conversationId, command, cause);
      if (!answer.ok && answer.refusal.code !== 'conversation-closed')
        throw new Error(`${command.type} was refused: ${answer.refusal.code}`);
    };
    const handOver = async (why: HandOver['reason'], failed: { code?: string; reason?: string } = {}): Promise<BotTurnOutcome> => {
      await record({ type: 'HandOver', epoch: turn.epoch, reason: why, language: turn.customer.language });
      return { outcome: 'handed over', why, ...failed };
    };

    const bot = await ports.bot(tenantId, turn.botId);
    const channel = turn.state.channel && ports.channels.get(turn.state.channel);
    const engine = bot && ports.engines.get(bot.kind);
    if (!bot || bot.status !== 'there' || !engine || !channel) return handOver('bot switched off');
    // A bot at the platform hears its customers itself, and tells what it knows of them when it passes them on.
    if (bot.kind !== 'messenger' && asksForAPerson(turn.lines.at(-1)!.content)) return handOver('customer asked');

    const request = requestOf(turn, { turnId, conversationId, bot, channel });
    const secret = await ports.secret(tenantId, turn.botId);
    const deadline = AbortSignal.timeout(bot.deadlineSeconds * 1_000);
    const answer: BotAnswer = await engine.answer(request, { ...bot, id: turn.botId, secret }, deadline);
    switch (answer.outcome) {
      case 'later':
        return { outcome: 'answers later' };
      case 'failed':
        return handOver('bot failed', { code: answer.code, reason: answer.reason });
      case 'answered': {
        const problem = unfit(answer.replies, channel, { now: ports.now(), lastCustomerMessageAt: turn.lastCustomerMessageAt });
        if (problem) return handOver('answer not allowed', problem);
        const replies = answer.replies.map((content, index) => ({ replyId: replyIdOf(turnId, index), content }));
        await record({
          type: 'AnswerAsBot',
          turnId,
          botId: turn.botId,
          epoch: turn.epoch,
          seen: event.version,
          replies,
          next: answer.next,
        });
        return { outcome: 'answered' };
      }
    }
  };

/** The same limits as for an agent. */
export const unfit = (replies: Extract<BotAnswer, { outcome: 'answered' }>['replies'], channel: Channel, context: SendContext) => {
  const [problem] = replies.flatMap((content) => channel.checkContent(content, context));
  return problem && { code: problem.code, reason: problem.reason };
};

const requestOf = (
  { state, epoch, lines, customer }: BotTurnState,
  { turnId, conversationId, bot, channel }: { turnId: string; conversationId: string; bot: Bot; channel: Channel },
): BotRequest => ({
  turnId,
  conversationId,
  epoch,
  accountId: state.accountId,
  channel: channel.type,
  lines,
  customer: {
    ...(bot.fields.includes('contact') ? { contactId: customer.contactId } : {}),
    ...(bot.fields.includes('name') && customer.name !== undefined ? { name: customer.name } : {}),
    ...(bot.fields.includes('language') && customer.language !== undefined ? { language: customer.language } : {}),
  },
  capabilities: channel.capabilities,
});
