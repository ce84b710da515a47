import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ConstantBackoff,
  handleType,
  type IPolicy,
  noop,
  retry,
  wrap,
} from 'cockatiel';
import type { BotAnswer, BotAtWork, ConnectionCheck } from '@madoguchi/use-cases';
import { NotPublicError, type Post, type PostAnswer } from './webhook/post-public.js';
import { NotAnAnswerError } from './webhook/read-answer.js';

/** It may be different the next time. */
export class TransientError extends Error {
  override readonly name = 'TransientError';
}

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

export interface Patience {
  /** At one turn. */
  readonly attempts: number;
  /** Milliseconds between two of them. */
  readonly pauseMs: number;
  /** How long nobody is sent to a bot that has failed. */
  readonly openForMs: number;
}

/** After so many failures one after the other, the bot is not asked for a while. */
const FAILURES_UNTIL_OPEN = 5;

/** Each bot, at each of its addresses, has a breaker of its own. */
export const patienceWithEach = ({ attempts, pauseMs, openForMs }: Patience) => {
  const policies = new Map<string, IPolicy>();
  return ({ id, endpoint }: BotAtWork): IPolicy => {
    const key = `${id} ${endpoint}`;
    const known = policies.get(key);
    if (known) return known;
    const breaker = circuitBreaker(handleType(TransientError), {
      halfOpenAfter: openForMs,
      breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN),
    });
    const again =
      attempts > 1 ? retry(handleType(TransientError), { maxAttempts: attempts - 1, backoff: new ConstantBackoff(pauseMs) }) : noop;
    const policy = wrap(again, breaker);
    policies.set(key, policy);
    return policy;
  };
};

interface Call {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** @throws TransientError, RefusedError, NotPublicError */
export const callBot = async (post: Post, { url, headers, body }: Call, signal: AbortSignal): Promise<PostAnswer> => {
  const answer = await post(url, { 'content-type': 'application/json', ...headers }, body, signal).catch((error: unknown) => {
    if (error instanceof NotPublicError) throw error;
    throw new TransientError(signal.aborted ? 'no answer within the deadline' : `no connection (${codeOf(error)})`);
  });
  if (answer.status >= 500 || answer.status === 429) throw new TransientError(`it answered ${answer.status}`);
  if (answer.status !== 200 && answer.status !== 202) throw new RefusedError(`it answered ${answer.status}`);
  return answer;
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).name;

/** What a call that threw means, in words. */
export const failedCall = (error: unknown): Extract<BotAnswer, { outcome: 'failed' }> => {
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

export const checkedEndpoint = async (work: () => Promise<unknown>, now: () => Date): Promise<readonly ConnectionCheck[]> => {
  const started = now().getTime();
  const took = () => now().getTime() - started;
  try {
    await work();
    return [{ check: 'endpoint', ok: true, milliseconds: took() }];
  } catch (error) {
    const { reason, remedy } = failedCall(error);
    return [{ check: 'endpoint', ok: false, reason, remedy, milliseconds: took() }];
  }
};
