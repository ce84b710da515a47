import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import { TokenBuckets } from '../token-bucket.js';
import type { World } from '../world.js';
import { answers, answerToFault } from './answers.js';
import type { LineAccount } from './state.js';

export interface LineCall {
  readonly account: LineAccount;
  readonly params: Readonly<Record<string, string>>;
  /** The parsed body of a POST or PUT. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: FastifyRequest['headers'];
  readonly requestId: string;
}

/** 2 MB, the largest body that LINE takes. */
export const MAX_BODY = 2 * 1024 * 1024;

const SECOND = 1_000;
const HOUR = 3_600_000;
const DEFAULT_RATE = { calls: 2_000, perMs: SECOND };
const RATES: Readonly<Record<string, { readonly calls: number; readonly perMs: number }>> = {
  multicast: { calls: 200, perMs: SECOND },
  loading: { calls: 100, perMs: SECOND },
  'webhook test': { calls: 60, perMs: HOUR },
  'webhook endpoint': { calls: 1_000, perMs: 60 * SECOND },
};

/** What every call with an access token goes through: token, rate, content type, JSON; then the fault that is set on it. */
export class LineCalls {
  private readonly buckets = new TokenBuckets();

  constructor(
    private readonly accounts: Readonly<Record<string, LineAccount>>,
    private readonly world: World,
  ) {}

  on(
    app: FastifyInstance,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    call: string,
    perform: (call: LineCall) => Answer | Promise<Answer>,
  ): void {
    app.route({
      method,
      url: path,
      handler: async (request, reply) => {
        const requestId = randomUUID();
        reply.header('x-line-request-id', requestId);
        const account = this.authenticate(request.headers.authorization);
        if ('status' in account) return sendAnswer(reply, account);
        const body = method === 'GET' ? { value: {} } : readJson(request);
        return answerCall(this.world, {
          platform: 'line',
          account: account.channelId,
          call,
          request: {
            method,
            path: request.url,
            retryKey: request.headers['x-line-retry-key'] ?? null,
            body: 'value' in body ? body.value : null,
          },
          reply,
          refuse: answerToFault,
          perform: () => {
            if (!this.buckets.take(`${account.channelId} ${call}`, RATES[call] ?? DEFAULT_RATE, this.world.clock.now()))
              return answers.rateExceeded();
            if ('refusal' in body) return body.refusal;
            return perform({
              account,
              params: request.params as Record<string, string>,
              body: body.value,
              headers: request.headers,
              requestId,
            });
          },
        });
      },
    });
  }

  private authenticate(header: string | undefined): LineAccount | Answer {
    const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
    if (token === undefined) return answers.unauthorized('missing or malformed authorization header');
    const now = this.world.clock.now().getTime();
    for (const account of Object.values(this.accounts)) {
      const found = account.tokens.find((candidate) => candidate.token === token);
      if (found) return found.expiresAt === null || found.expiresAt > now ? account : answers.unauthorized('the access token expired');
    }
    return answers.unauthorized('invalid token');
  }
}

const readJson = (request: FastifyRequest): { readonly value: Record<string, unknown> } | { readonly refusal: Answer } => {
  const contentType = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType)) return { refusal: answers.badContentType(contentType) };
  try {
    const value: unknown = JSON.parse((request.body as Buffer).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as Record<string, unknown> };
  } catch {
    // Answered below, with the other bodies that are no JSON object.
  }
  return { refusal: answers.notJson() };
};
