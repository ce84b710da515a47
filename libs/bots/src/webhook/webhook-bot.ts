import type { BotAtWork, BotEngine, BotRequest } from '@madoguchi/use-cases';
import { callBot, checkedEndpoint, failedCall, patienceWithEach, RefusedError, TransientError } from '../calls.js';
import { botSignature, isSignedByBot, SIGNATURE_HEADER } from './bot-signature.js';
import type { BotTurn } from './contract.js';
import type { Post, PostAnswer } from './post-public.js';
import { answeredWith, readAnswer } from './read-answer.js';

export interface WebhookBotPorts {
  readonly post: Post;
  now(): Date;
  /** Milliseconds between two attempts at the same turn; default 250. */
  readonly pauseMs?: number;
  /** How long nobody is sent to a bot that has failed; default 30 s. */
  readonly openForMs?: number;
}

/** Attempts at one turn, under the same id. */
const MOST_ATTEMPTS = 3;

/** A bot that is a program elsewhere: signed over the raw bytes in both directions, repeated with the same id, left alone while it is down. */
export const webhookBot = ({ post, now, pauseMs = 250, openForMs = 30_000 }: WebhookBotPorts): BotEngine => {
  const policyOf = patienceWithEach({ attempts: MOST_ATTEMPTS, pauseMs, openForMs });

  const send = async (turn: BotTurn, { endpoint, secret = '' }: BotAtWork, signal: AbortSignal): Promise<PostAnswer> => {
    const body = Buffer.from(JSON.stringify(turn));
    const headers = { [SIGNATURE_HEADER]: botSignature(secret, body, now()) };
    const answer = await callBot(post, { url: endpoint ?? '', headers, body }, signal);
    if (!isSignedByBot(answer.headers[SIGNATURE_HEADER], secret, answer.body, now()))
      throw new RefusedError('its answer is not signed with the secret');
    return answer;
  };

  return {
    kind: 'webhook',

    answer: async (request, bot, signal) => {
      try {
        if (signal.aborted) throw new TransientError('the deadline had passed before the call');
        const turn = turnOf(request);
        const answer = await policyOf(bot).execute(() => send(turn, bot, signal), signal);
        return answer.status === 202 ? { outcome: 'later' } : answeredWith(readAnswer(answer.body), request.capabilities);
      } catch (error) {
        return failedCall(error);
      }
    },

    test: (bot, signal) => checkedEndpoint(() => send(TEST_TURN, bot, signal), now),
  };
};

const NOBODY = '00000000-0000-4000-8000-000000000000';

const TEST_TURN: BotTurn = {
  version: 1,
  type: 'test',
  turnId: NOBODY,
  conversation: { id: NOBODY, epoch: 1, accountId: NOBODY, channel: 'line' },
  customer: {},
  message: { type: 'text', text: 'test' },
};

const turnOf = ({ turnId, conversationId, epoch, accountId, channel, customer, lines }: BotRequest): BotTurn => ({
  version: 1,
  type: 'turn',
  turnId,
  conversation: { id: conversationId, epoch, accountId, channel },
  customer,
  message: lines.at(-1)?.content ?? { type: 'text', text: '' },
});
