import { createPublicKey, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { errors, jwtVerify } from 'jose';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers, answerToFault } from './answers.js';
import { newAccessToken } from './ids.js';
import type { AccessToken, LineWorksAccount } from './state.js';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ACCESS_SECONDS = 86_400;
const REFRESH_MS = 90 * 86_400_000;
const LONGEST_ASSERTION_SECONDS = 3_600;
const CLOCK_SKEW_SECONDS = 60;

/** `auth.worksmobile.com`: forms in, and errors in OAuth's shape. */
export const serveAuth = (app: FastifyInstance, accounts: Readonly<Record<string, LineWorksAccount>>, world: World): void => {
  const serve = (path: string, call: string, perform: (account: LineWorksAccount, form: URLSearchParams) => Answer | Promise<Answer>) =>
    app.post(path, async (request, reply) => {
      if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
        return sendAnswer(reply, answers.oauth(400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded'));
      const form = new URLSearchParams((request.body as Buffer | undefined)?.toString('utf8'));
      const account = Object.values(accounts).find(({ clientId, made }) => !made && clientId === form.get('client_id'));
      if (!account || !equal(form.get('client_secret') ?? '', account.clientSecret))
        return sendAnswer(reply, answers.oauth(401, 'invalid_client', 'Client authentication failed'));
      return answerCall(world, {
        platform: 'lineworks',
        account: account.botId,
        call,
        request: { grant_type: form.get('grant_type'), scope: form.get('scope') },
        reply,
        refuse: answerToFault,
        perform: () => perform(account, form),
      });
    });

  serve('/oauth2/v2.0/token', 'token', async (account, form) => {
    switch (form.get('grant_type')) {
      case JWT_BEARER: {
        const wrong = await wrongAssertion(account, form.get('assertion') ?? '', world.clock.now());
        if (wrong) return answers.oauth(400, 'invalid_grant', wrong);
        return issue(account, scopesIn(form), world, newRefreshToken(account, scopesIn(form), world));
      }
      case 'refresh_token': {
        const known = account.refreshTokens.find(({ token }) => token === form.get('refresh_token'));
        if (!known || known.expiresAt <= world.clock.now().getTime())
          return answers.oauth(400, 'invalid_grant', 'The refresh token is not valid');
        return issue(account, known.scopes, world);
      }
      default:
        return answers.oauth(400, 'unsupported_grant_type', 'grant_type is not supported');
    }
  });

  serve('/oauth2/v2.0/revoke', 'revoke', (account, form) => {
    const others = (tokens: AccessToken[]) => tokens.filter(({ token }) => token !== form.get('token'));
    account.tokens = others(account.tokens);
    account.refreshTokens = others(account.refreshTokens);
    world.state.changed();
    return { status: 200, body: Buffer.alloc(0) };
  });
};

const scopesIn = (form: URLSearchParams): readonly string[] => (form.get('scope') ?? '').split(/[\s,]+/).filter(Boolean);

const newRefreshToken = (account: LineWorksAccount, scopes: readonly string[], world: World): string | undefined => {
  if (!areGranted(account, scopes)) return undefined;
  const token = newAccessToken();
  const now = world.clock.now().getTime();
  account.refreshTokens = [
    ...account.refreshTokens.filter(({ expiresAt }) => expiresAt > now),
    { token, scopes, expiresAt: now + REFRESH_MS },
  ];
  return token;
};

const areGranted = (account: LineWorksAccount, scopes: readonly string[]): boolean =>
  scopes.length > 0 && scopes.every((scope) => account.scopes.includes(scope));

const issue = (account: LineWorksAccount, scopes: readonly string[], world: World, refreshToken?: string): Answer => {
  if (!areGranted(account, scopes)) return answers.oauth(400, 'invalid_scope', 'Request scope is not valid.');
  const token = newAccessToken();
  const now = world.clock.now().getTime();
  account.tokens = [
    ...account.tokens.filter(({ expiresAt }) => expiresAt > now),
    { token, scopes, expiresAt: now + ACCESS_SECONDS * 1_000 },
  ];
  world.state.changed();
  return answers.ok({
    access_token: token,
    ...(refreshToken && { refresh_token: refreshToken }),
    token_type: 'Bearer',
    // A text, as LINE WORKS writes it.
    expires_in: String(ACCESS_SECONDS),
    scope: scopes.join(' '),
  });
};

/** @returns what is wrong with it, or nothing */
const wrongAssertion = async (account: LineWorksAccount, assertion: string, now: Date): Promise<string | undefined> => {
  try {
    const { payload } = await jwtVerify(assertion, createPublicKey(account.privateKey), {
      algorithms: ['RS256'],
      typ: 'JWT',
      issuer: account.clientId,
      subject: account.serviceAccount,
      requiredClaims: ['iat', 'exp'],
      currentDate: now,
      clockTolerance: CLOCK_SKEW_SECONDS,
    });
    const { iat = 0, exp = 0 } = payload;
    if (iat > now.getTime() / 1_000 + CLOCK_SKEW_SECONDS) return 'The assertion was issued in the future';
    return exp - iat > LONGEST_ASSERTION_SECONDS ? 'The assertion is valid for more than 60 minutes' : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return `The assertion is not valid: ${error.code}`;
    throw error;
  }
};

const equal = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
