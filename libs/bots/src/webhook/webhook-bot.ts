import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, ConstantBackoff, handleType, type IPolicy, retry, wrap } from 'cockatiel';
import type { BotAnswer, BotAtWork, BotEngine, BotRequest, ConnectionCheck } from '@madoguchi/use-cases';
import { botSignature, isSignedByBot, SIGNATURE_HEADER } from './bot-signature.js';
import type { BotTurn } from './contract.js';
import { NotPublicError, type Post, type PostAnswer } from './post-public.js';
import { answeredWith, NotAnAnswerError, readAnswer } from './read-answer.js';

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
/** After so many failures one after the other, the bot is not asked for a while. */
const FAILURES_UNTIL_OPEN = 5;

/** It may be different the next time. */
class TransientError extends Error {
  override readonly name = 'TransientError';
}

class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** A bot that is a program elsewhere: signed over the raw bytes in both directions, repeated with the same id, left alone while it is down. */
export const webhookBot = ({ post, now, pauseMs = 250, openForMs = 30_000 }: WebhookBotPorts): BotEngine => {
  const policies = new Map<string, IPolicy>();
  const policyOf = ({ id, endpoint }: BotAtWork): IPolicy => {
    const key = `${id} ${endpoint}`;
    const known = policies.get(key);
    if (known) return known;
    const breaker = circuitBreaker(handleType(TransientError), {
      halfOpenAfter: openForMs,
      breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN),
    });
    const policy = wrap(
      retry(handleType(TransientError), { maxAttempts: MOST_ATTEMPTS - 1, backoff: new ConstantBackoff(pauseMs) }),
      breaker,
    );
    policies.set(key, policy);
    return policy;
  };

  const send = async (turn: BotTurn, { endpoint, secret = '' }: BotAtWork, signal: AbortSignal): Promise<PostAnswer> => {
    const body = Buffer.from(JSON.stringify(turn));
    const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: botSignature(secret, body, now()) };
    const answer = await post(endpoint ?? '', headers, body, signal).catch((error: unknown) => {
      if (error instanceof NotPublicError) throw error;
      throw new TransientError(signal.aborted ? 'no answer within the deadline' : `no connection (${codeOf(error)})`);
    });
    if (answer.status >= 500 || answer.status === 429) throw new TransientError(`it answered ${answer.status}`);
    if (answer.status !== 200 && answer.status !== 202) throw new RefusedError(`it answered ${answer.status}`);
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
        return failed(error);
      }
    },

    test: async (bot, signal): Promise<readonly ConnectionCheck[]> => {
      const started = now().getTime();
      const check = { check: 'endpoint', milliseconds: 0 };
      try {
        await send(TEST_TURN, bot, signal);
        return [{ ...check, ok: true, milliseconds: now().getTime() - started }];
      } catch (error) {
        const { reason, remedy } = failed(error);
        return [{ ...check, ok: false, reason, remedy, milliseconds: now().getTime() - started }];
      }
    },
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

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).name;

const failed = (error: unknown): Extract<BotAnswer, { outcome: 'failed' }> => {
  const as = (code: string, reason: string, remedy: string) => ({ outcome: 'failed', code, reason, remedy }) as const;
  if (error instanceof BrokenCircuitError)
    return as(
      'breaker-open',
      'The bot has failed several times and is left alone for a while.',
      'Look why it fails; it is tried again by itself.',
    );
  if (error instanceof NotPublicError)
    return as(
      'endpoint-not-public',
      `The bot was not called: ${error.message}.`,
      'Give it a public https address, or let the operator name its origin.',
    );
  if (error instanceof NotAnAnswerError)
    return as('not-an-answer', `The bot's answer cannot be read: ${error.message}.`, 'Compare it with the contract in the guide on bots.');
  if (error instanceof RefusedError)
    return as('refused', `The bot refused: ${error.message}.`, 'Check the endpoint, and that both sides have the same secret.');
  return as('no-answer', `The bot did not answer: ${(error as Error).message}.`, 'Look whether it runs and can be reached.');
};
