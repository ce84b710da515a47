import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { CallFault } from '../control-api.js';
import type { World } from '../world.js';
import { accountAnswers, answers, answerToFault } from './answers.js';
import { accountOfToken } from './signatures.js';
import type { VonageAccount } from './state.js';

type Fields = Readonly<Record<string, unknown>>;
type Accounts = Readonly<Record<string, VonageAccount>>;

/** Shared by the calls of both hosts. */
export interface VonageServer {
  readonly accounts: Accounts;
  readonly world: World;
}

/** A call that came under its account's name. */
export interface VonageCall {
  readonly account: VonageAccount;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** JSON or a form; empty when there is none. */
  readonly body: Fields;
}

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Its name in the control API. */
  readonly call: string;
}

type Perform = (call: VonageCall) => Answer | Promise<Answer>;

/** `rest.nexmo.com`: a call about the account, with key and secret; forms in. */
export const onAccount = (app: FastifyInstance, server: VonageServer, route: Route, perform: Perform): void =>
  on(app, route, async (request, reply) => {
    const account = accountOfBasic(request, server.accounts);
    if (!account) return sendAnswer(reply, accountAnswers.unauthorized());
    const body = formIn(request);
    return answer(server, { request, reply, route, account, body, refuse: accountAnswers.toFault, perform });
  });

/** `api.nexmo.com`: a call about an application, with key and secret; JSON in. */
export const onApplication = (app: FastifyInstance, server: VonageServer, route: Route, perform: Perform): void =>
  on(app, route, async (request, reply) => {
    const account = accountOfBasic(request, server.accounts);
    if (!account) return sendAnswer(reply, answers.unauthorized());
    return answerJson(server, { request, reply, route, account, perform });
  });

/** `api.nexmo.com`: a call of an application, with its token; where it says so also with key and secret. */
export const onToken = (app: FastifyInstance, server: VonageServer, route: Route & { readonly alsoBasic?: true }, perform: Perform): void =>
  on(app, route, async (request, reply) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const basic = route.alsoBasic ? accountOfBasic(request, server.accounts) : undefined;
    const account = token === undefined ? basic : await accountOfToken(token, Object.values(server.accounts));
    if (!account) return sendAnswer(reply, answers.unauthorized());
    return answerJson(server, { request, reply, route, account, perform });
  });

const on = (app: FastifyInstance, { method, path }: Route, handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) =>
  void app.route({ method, url: path, handler });

interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly route: Route;
  readonly account: VonageAccount;
  readonly perform: Perform;
}

const answerJson = (server: VonageServer, answering: Answering): Promise<void> => {
  const { request, route, perform } = answering;
  const body = route.method === 'GET' ? {} : jsonIn(request);
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  return answer(server, {
    ...answering,
    body: body ?? {},
    refuse: answerToFault,
    perform: (call) => {
      if (route.method !== 'GET' && !isJson) return answers.badContentType();
      return body ? perform(call) : answers.notJson();
    },
  });
};

const answer = (
  { world }: VonageServer,
  { request, reply, route, account, body, refuse, perform }: Answering & { readonly body: Fields; refuse(fault: CallFault): Answer },
): Promise<void> => {
  const { api_key: _key, api_secret: _secret, ...query } = request.query as Record<string, string>;
  return answerCall(world, {
    platform: 'vonage',
    account: account.apiKey,
    call: route.call,
    request: { method: route.method, path: request.url.split('?')[0], query, body: withoutCredentials(body) },
    reply,
    refuse,
    perform: () => perform({ account, params: request.params as Record<string, string>, query, body }),
  });
};

export const withoutCredentials = ({ api_key: _key, api_secret: _secret, sig: _sig, ...fields }: Fields): Fields => fields;

const accountOfBasic = (request: FastifyRequest, accounts: Accounts): VonageAccount | undefined => {
  const encoded = /^Basic (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const inQuery = request.query as Record<string, string>;
  const [key = '', secret = ''] =
    encoded === undefined ? [inQuery['api_key'], inQuery['api_secret']] : Buffer.from(encoded, 'base64').toString('utf8').split(/:(.*)/s);
  const account = accounts[key];
  return account && isSecret(account, secret) ? account : undefined;
};

export const isSecret = ({ apiSecret }: VonageAccount, claimed: string): boolean =>
  apiSecret.length === claimed.length && timingSafeEqual(Buffer.from(apiSecret), Buffer.from(claimed));

/** Fields of a form, or of JSON where that is sent, as text. */
export const formIn = (request: FastifyRequest): Readonly<Record<string, string>> => {
  const text = textOf(request);
  if (!/json/i.test(request.headers['content-type'] ?? '')) return Object.fromEntries(new URLSearchParams(text));
  return Object.fromEntries(Object.entries(jsonIn(request) ?? {}).map(([name, value]) => [name, String(value)]));
};

const jsonIn = (request: FastifyRequest): Fields | undefined => {
  try {
    const value: unknown = JSON.parse(textOf(request));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // Answered by the caller, with the other bodies that are no JSON object.
  }
  return undefined;
};

const textOf = ({ body }: FastifyRequest): string => (Buffer.isBuffer(body) ? body.toString('utf8') : '');
