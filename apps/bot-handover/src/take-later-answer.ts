import { answeredWith, isSignedByBot, NotAnAnswerError, readLaterAnswer } from '@madoguchi/bots';
import { conversationDecider, type ConversationCommand, type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import { CONVERSATION_COMMANDS } from '@madoguchi/contracts';
import { derivedId, fold, type Recorded, startOf } from '@madoguchi/event-sourcing';
import { findBot } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import { lastWordOfCustomer, replyIdOf, turnIdOf, unfit } from '@madoguchi/use-cases';
import type { BotHandoverParts } from './parts.js';

/** A bot's call, as it came. */
export interface BotCall {
  readonly botId: string;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

/**
 * Takes what a webhook bot says after it had answered 202. The same turn is taken once; without control it is kept as refused, and the bot
 * is told. @throws ProblemException 401, 404, 409 `late`, 422
 */
export const takeLaterAnswer =
  ({ store, database, credentials, channels, commands }: BotHandoverParts, now: () => Date) =>
  async ({ botId, signature, body }: BotCall): Promise<{ readonly secret: string }> => {
    const bot = await findBot(database, botId);
    const { secret = '' } = bot ? await credentials.open(bot.tenantId, botId) : {};
    if (!bot || !isSignedByBot(signature, secret, body, now())) {
      throw new ProblemException(401, 'not-signed', 'The call is not signed with the secret of this bot.');
    }
    const answer = readOr422(body);
    const { turnId, conversationId, epoch } = answer.turn;
    // Of the log: a bot may be quicker than the read models.
    const events = (await store.readStream(conversationStream(conversationId))) as readonly Recorded<ConversationEvent>[];
    const state = fold(conversationDecider, events[0]?.metadata.tenantId === bot.tenantId ? events : []);
    const channel = state.channel && channels.get(state.channel);
    if (!channel) throw new ProblemException(404, 'no-such-conversation', 'There is no such conversation.');

    const { replies, next } = answeredWith(answer, channel.capabilities);
    const wroteAt = lastWordOfCustomer(events);
    const lastCustomerMessageAt = wroteAt === undefined ? undefined : new Date(wroteAt);
    const problem = unfit(replies, channel, { now: now(), lastCustomerMessageAt });
    if (problem) throw new ProblemException(422, problem.code, problem.reason);

    const command: ConversationCommand = {
      type: 'AnswerAsBot',
      turnId: derivedId('later turn', turnId, epoch),
      botId,
      epoch,
      seen: events.find((event) => turnIdOf(event) === turnId)?.version,
      replies: replies.map((content, index) => ({ replyId: replyIdOf(`later ${turnId}`, index), content })),
      next,
    };
    const cause = startOf(bot.tenantId, { kind: 'bot', id: botId }, derivedId('later answer', botId, turnId));
    const recorded = await commands.send(CONVERSATION_COMMANDS, { id: conversationId, command, cause });
    if (!recorded.ok) throw new ProblemException(409, recorded.refusal.code, recorded.refusal.message);
    if (recorded.events.some(({ type }) => type === 'BotAnswerRefused')) {
      throw new ProblemException(409, 'late', 'Somebody else has the conversation now. The customer did not see this answer.');
    }
    return { secret };
  };

const readOr422 = (body: Buffer) => {
  try {
    return readLaterAnswer(body);
  } catch (error) {
    if (error instanceof NotAnAnswerError) throw new ProblemException(422, 'not-an-answer', error.message);
    throw error;
  }
};
