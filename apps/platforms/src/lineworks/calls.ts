import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers, answerToFault } from './answers.js';
import type { LineWorksAccount } from './state.js';

export interface LineWorksCall {
  /** The bot that the path names; else the ClientApp's first one. */
  readonly account: LineWorksAccount;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed body of a POST or PATCH. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly request: FastifyRequest;
}

interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly call: string;
  /** One of them is enough. */
  readonly scopes: readonly string[];
  /** Whether the answer tells about the rate; the storage and the redirect to it do not. */
  readonly rated?: boolean;
  readonly body?: 'JSON' | 'none';
}

const MINUTE = 60_000;

/** The largest body of a call that is no upload. */
export const MAX_BODY = 1024 * 1024;

/** What every call with an access token goes through: token, bot, scope, rate, JSON; then the fault that is set on it. */
export class LineWorksCalls {
  /** Account and call → calls in this minute. */
  private readonly counts = new Map<string, { minute: number; calls: number }>();

  constructor(
    private readonly accounts: Readonly<Record<string, LineWorksAccount>>,
    private readonly world: World,
  ) {}

  on(app: FastifyInstance, route: Route, perform: (call: LineWorksCall) => Answer | Promise<Answer>): void {
    const { rated = true, body: wanted = route.method === 'GET' || route.method === 'DELETE' ? 'none' : 'JSON' } = route;
    app.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => {
        const found = this.authenticate(request.headers.authorization);
        if (!found) return sendAnswer(reply, answers.unauthorized());
        const { account: app, scopes } = found;
        const body = wanted === 'JSON' ? readJson(request) : { value: {} };
        const params = request.params as Record<string, string>;
        const { botId } = params;
        const named = botId === undefined ? app : this.accounts[botId];
        const account = named?.clientId === app.clientId ? named : app;
        return answerCall(this.world, {
          platform: 'lineworks',
          account: account.botId,
          call: route.call,
          request: { method: route.method, path: request.url, body: 'value' in body ? body.value : null },
          reply,
          refuse: answerToFault,
          perform: () => {
            if (botId !== undefined && (!named || named.gone)) return answers.notFound('Bot');
            if (named !== account) return answers.accessDenied();
            if (!route.scopes.some((scope) => scopes.includes(scope))) return answers.forbidden(route.scopes);
            if (rated) {
              const exceeded = this.count(account, route.call, reply);
              if (exceeded) return exceeded;
            }
            if ('refusal' in body) return body.refusal;
            return perform({ account, params, query: request.query as Record<string, string>, body: body.value, request });
          },
        });
      },
    });
  }

  private authenticate(header: string | undefined): { readonly account: LineWorksAccount; readonly scopes: readonly string[] } | undefined {
    // Exactly one blank.
    const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
    const now = this.world.clock.now().getTime();
    for (const account of Object.values(this.accounts)) {
      const found = account.tokens.find((candidate) => candidate.token === token);
      if (found) return found.expiresAt > now ? { account, scopes: found.scopes } : undefined;
    }
    return undefined;
  }

  /** So many calls of one kind a minute; what is left of it stands in the headers. */
  private count(account: LineWorksAccount, call: string, reply: FastifyReply): Answer | undefined {
    const now = this.world.clock.now().getTime();
    const key = `${account.botId} ${call}`;
    const minute = Math.floor(now / MINUTE);
    const known = this.counts.get(key);
    const calls = (known?.minute === minute ? known.calls : 0) + 1;
    this.counts.set(key, { minute, calls });
    const seconds = Math.ceil(((minute + 1) * MINUTE - now) / 1_000);
    reply.headers({
      'rateLimit-limit': String(account.callsPerMinute),
      'rateLimit-remaining': String(Math.max(account.callsPerMinute - calls, 0)),
      'rateLimit-reset': String(seconds),
    });
    return calls > account.callsPerMinute ? answers.rateExceeded(seconds) : undefined;
  }
}

const readJson = (request: FastifyRequest): { readonly value: Record<string, unknown> } | { readonly refusal: Answer } => {
  try {
    const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
    const value: unknown = isJson ? JSON.parse((request.body as Buffer).toString('utf8')) : undefined;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as Record<string, unknown> };
  } catch {
    // Answered below, with the other bodies that are no JSON object.
  }
  return { refusal: answers.notJson() };
};
