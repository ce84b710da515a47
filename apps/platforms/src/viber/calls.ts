import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers, answerToFault } from './answers.js';
import type { ViberAccount } from './state.js';

export interface ViberCall {
  readonly account: ViberAccount;
  readonly body: Readonly<Record<string, unknown>>;
}

/** 30 KB, the largest request that Viber takes. */
const MAX_BODY = 30 * 1024;

/** What every call goes through: token, size, JSON; then the fault that is set on it. */
export const onCall = (
  app: FastifyInstance,
  call: string,
  accounts: Readonly<Record<string, ViberAccount>>,
  world: World,
  perform: (call: ViberCall) => Answer | Promise<Answer>,
): void => {
  app.post(`/pa/${call}`, async (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const body = readJson(bytes);
    const token = tokenIn(request, body);
    const account = Object.values(accounts).find(({ authToken }) => authToken === token);
    if (!account) return sendAnswer(reply, answers.refused(2));
    const { auth_token: _, ...fields } = body ?? {};
    return answerCall(world, {
      platform: 'viber',
      account: account.uri,
      call,
      request: fields,
      reply,
      refuse: answerToFault,
      perform: () => {
        if (bytes.length > MAX_BODY) return answers.refused(3, 'the request is larger than 30 KB');
        return body ? perform({ account, body: fields }) : answers.refused(3, 'the request is no JSON object');
      },
    });
  });
};

/** In the header, else in the body. */
const tokenIn = (request: FastifyRequest, body: Readonly<Record<string, unknown>> | undefined): unknown =>
  request.headers['x-viber-auth-token'] ?? body?.['auth_token'];

const readJson = (bytes: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Answered by the caller, with the other bodies that are no JSON object.
  }
  return undefined;
};
