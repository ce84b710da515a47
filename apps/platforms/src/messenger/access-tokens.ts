import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Answer, answerCall, sendAnswer } from '../calls.js';
import type { World } from '../world.js';
import { answers, answerToFault, Refusal, refuse } from './answers.js';
import { isVersion } from './calls.js';
import { type Fields, readInput, withoutSecrets } from './input.js';
import { LogIns } from './log-ins.js';
import type { MessengerState } from './state.js';

/**
 * `/oauth/access_token`: a code for a token of the person, or such a token for a long-lived one; who asks knows the app's secret. It is
 * written down with the app's first page, without what is secret.
 */
export const serveAccessTokens = (app: FastifyInstance, state: MessengerState, world: World): void => {
  const logIns = new LogIns(state, world.clock);
  app.route({
    method: ['GET', 'POST'],
    url: '/:version/oauth/access_token',
    handler: async (request, reply) => {
      const { version } = request.params as { version: string };
      if (!isVersion(version)) return sendAnswer(reply, answers.unknownPath(`/${version}`));
      const told = await fieldsOf(request);
      if ('status' in told) return sendAnswer(reply, told);
      const { fields } = told;
      const page = Object.values(state.pages).find(({ appId }) => appId === fields['client_id']);
      if (!page)
        return sendAnswer(
          reply,
          refused({ code: 101, message: 'Error validating application. Cannot get application info due to a system error.' }),
        );
      return answerCall(world, {
        platform: 'messenger',
        account: page.pageId,
        call: 'access token',
        request: { method: request.method, path: request.url.split('?')[0], body: withoutSecrets(fields) },
        reply,
        refuse: answerToFault,
        perform: () =>
          answered(
            () => issue(logIns, state.apps[page.appId]!.appSecret, page.appId, fields),
            () => world.state.changed(),
          ),
      });
    },
  });
};

/** @throws Refusal */
const issue = (logIns: LogIns, appSecret: string, appId: string, fields: Fields): object => {
  const { client_secret: secret, grant_type: grant = 'authorization_code', code } = fields;
  if (typeof secret !== 'string' || !isEqual(secret, appSecret)) refuse({ code: 1, message: 'Error validating client secret.' });
  if (grant === 'fb_exchange_token') return logIns.exchange(fields['fb_exchange_token'], appId);
  if (grant !== 'authorization_code') refuse({ code: 100, message: 'Invalid grant_type' });
  if (typeof code !== 'string' || code === '') return refuse({ code: 100, message: 'Missing code parameter' });
  return logIns.redeem(code, appId, fields['redirect_uri'], fields['code_verifier']);
};

const answered = (perform: () => object, changed: () => void): Answer => {
  try {
    const body = perform();
    changed();
    return answers.ok(body);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
};

const refused = (error: Parameters<typeof refuse>[0]): Answer =>
  answered(
    () => refuse(error),
    () => undefined,
  );

const fieldsOf = async (request: FastifyRequest): Promise<{ readonly fields: Fields } | Answer> => {
  try {
    return { fields: (await readInput(request)).fields };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
};

const isEqual = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
