import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sendAnswer, type Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import { newOpaqueToken } from './ids.js';
import type { LineAccount } from './state.js';

const DAY_SECONDS = 86_400;
const MAX_SHORT_LIVED = 30;

/**
 * The token calls of `api.line.me`; forms in, and errors in OAuth's shape. The ones with a JWT assertion are left out, so nothing knows a token of
 * version 2.1; and a stateless token is verified nowhere.
 */
export const serveOauth = (app: FastifyInstance, accounts: Readonly<Record<string, LineAccount>>, world: World): void => {
  const seconds = () => Math.floor(world.clock.now().getTime() / 1_000);

  const withSecret = (form: URLSearchParams, issue: (account: LineAccount) => Answer): Answer => {
    if (form.get('grant_type') !== 'client_credentials')
      return answers.oauth('unsupported_grant_type', 'grant_type must be client_credentials');
    const account = accounts[form.get('client_id') ?? ''];
    if (!account) return answers.oauth('invalid_client', 'invalid client_id');
    if (!equal(form.get('client_secret') ?? '', account.channelSecret)) return answers.oauth('invalid_client', 'invalid client_secret');
    return issue(account);
  };

  const issue = (account: LineAccount, kind: 'short-lived' | 'stateless', lifetime: number): Answer => {
    const token = newOpaqueToken();
    account.tokens.push({ token, kind, expiresAt: (seconds() + lifetime) * 1_000 });
    const shortLived = account.tokens.filter((other) => other.kind === 'short-lived');
    if (shortLived.length > MAX_SHORT_LIVED) account.tokens = account.tokens.filter((other) => other !== shortLived[0]);
    account.tokens = account.tokens.filter(({ expiresAt }) => expiresAt === null || expiresAt > world.clock.now().getTime());
    world.state.changed();
    return answers.ok({ access_token: token, expires_in: lifetime, token_type: 'Bearer' });
  };

  const verify = (token: string | null): Answer => {
    for (const account of Object.values(accounts)) {
      const found = account.tokens.find((candidate) => candidate.token === token && candidate.kind !== 'stateless');
      if (!found) continue;
      const left = found.expiresAt === null ? 2_591_659 : Math.floor(found.expiresAt / 1_000) - seconds();
      if (left > 0) return answers.ok({ client_id: account.channelId, expires_in: left, scope: 'P CM' });
    }
    return answers.oauth('invalid_request', 'The access token expired');
  };

  const form = (path: string, answer: (form: URLSearchParams) => Answer) =>
    app.post(path, async (request, reply) => {
      const contentType = request.headers['content-type'] ?? '';
      if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)) return sendAnswer(reply, answers.badContentType(contentType));
      return sendAnswer(reply, answer(new URLSearchParams((request.body as Buffer).toString('utf8'))));
    });

  form('/v2/oauth/accessToken', (fields) => withSecret(fields, (account) => issue(account, 'short-lived', 30 * DAY_SECONDS)));
  form('/oauth2/v3/token', (fields) => withSecret(fields, (account) => issue(account, 'stateless', 900)));
  form('/v2/oauth/verify', (fields) => verify(fields.get('access_token')));
  form('/v2/oauth/revoke', (fields) => {
    for (const account of Object.values(accounts)) {
      account.tokens = account.tokens.filter(({ token, kind }) => kind === 'stateless' || token !== fields.get('access_token'));
    }
    world.state.changed();
    return { status: 200, body: Buffer.alloc(0) };
  });
  app.get('/oauth2/v2.1/verify', async (_request, reply) =>
    sendAnswer(reply, answers.oauth('invalid_request', 'The access token expired')),
  );
};

const equal = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
