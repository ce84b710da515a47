import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, answerCall, sendAnswer } from '../calls.js';
import type { UploadedFile } from '../media.js';
import type { World } from '../world.js';
import { answers, answerToFault, Refusal, usageHeaders } from './answers.js';
import { type Fields, type Input, readInput, withoutSecrets } from './input.js';
import type { LogIns } from './log-ins.js';
import type { MessengerApp, MessengerPage, MessengerState } from './state.js';

export interface GraphCall {
  readonly page: MessengerPage;
  readonly app: MessengerApp;
  /** With which it came. */
  readonly token: string;
  readonly params: Readonly<Record<string, string>>;
  readonly fields: Fields;
  readonly file: UploadedFile | undefined;
  readonly method: string;
}

/** The app in whose name the page is spoken for: the desk's, or the bot's. */
export const callerOf = ({ page, token }: GraphCall): string => (token === page.botApp?.token ? page.botApp.appId : page.appId);

type Method = 'GET' | 'POST' | 'DELETE';
type Perform = (call: GraphCall) => Answer | Promise<Answer>;

interface Route {
  readonly method: Method;
  /** Behind the version; `:node` is the page or `me`, `:app` the app. */
  readonly path: string;
  /** For faults and the journal. */
  readonly call: string | ((fields: Fields) => string);
  readonly perform: Perform;
}

/** Versions that Meta still answers; the newest one is v26.0. */
export const isVersion = (text: string): boolean =>
  /^v\d{1,2}\.\d$/.test(text) && Number(text.slice(1)) >= 19 && Number(text.slice(1)) <= 26;

/** What every call goes through: version, token, proof of the app secret, the page it is about; then the fault that is set on it. */
export class GraphCalls {
  constructor(
    private readonly state: MessengerState,
    private readonly world: World,
    private readonly logIns: LogIns,
  ) {}

  /** A call with the token of a page. */
  asPage(app: FastifyInstance, route: Route): void {
    this.on(app, route, (token, { fields }, params) => {
      const { page, expiresAt } = this.pageOf(token) ?? {};
      if (!page) return this.logIns.person(token) ? answers.noPageToken(route.path) : answers.badToken();
      if (expiresAt !== 0 && this.isOver(expiresAt! * 1_000)) return answers.expiredToken();
      const proof = this.proofProblem(page, token, fields['appsecret_proof']);
      if (proof) return proof;
      const { node } = params;
      if (node !== undefined && node !== 'me' && node !== page.pageId) return answers.noSuchObject(node, route.method);
      return page;
    });
  }

  /** A call with the token of a person who has logged in. It is written down with the first page that they chose, else of the app. */
  asPerson(app: FastifyInstance, route: Route): void {
    this.on(app, route, (token, { fields }) => {
      const person = this.logIns.person(token);
      const page =
        person && Object.values(this.state.pages).find(({ pageId, appId }) => pageId === person.pageIds[0] || appId === person.appId);
      if (!page) return answers.badToken();
      return this.isOver(person.expiresAt) ? answers.expiredToken() : (this.proofProblem(page, token, fields['appsecret_proof']) ?? page);
    });
  }

  /** A call with the token of an app, which is its id and secret. It is written down with the app's first page. */
  asApp(app: FastifyInstance, route: Route): void {
    this.on(app, route, (token, _input, params) => {
      const [, appId = '', secret = ''] = /^(\d+)\|(.*)$/.exec(token) ?? [];
      const known = this.state.apps[appId];
      if (!known || !isEqual(known.appSecret, secret)) return answers.badAppToken();
      if (params['app'] !== undefined && params['app'] !== appId) return answers.noSuchObject(params['app'], route.method);
      return Object.values(this.state.pages).find((page) => page.appId === appId)!;
    });
  }

  private on(
    app: FastifyInstance,
    { method, path, call, perform }: Route,
    whose: (token: string, input: Input, params: Readonly<Record<string, string>>) => MessengerPage | Answer,
  ): void {
    app.route({
      method,
      url: `/:version/${path}`,
      handler: async (request, reply) => {
        const params = request.params as Record<string, string>;
        if (!isVersion(params['version']!)) return sendAnswer(reply, answers.unknownPath(`/${params['version']}`));
        const input = await readOr(request, reply);
        if (!input) return undefined;
        const token = tokenIn(request, input.fields);
        if (token === undefined) return sendAnswer(reply, answers.noToken());
        const page = whose(token, input, params);
        if ('status' in page) return sendAnswer(reply, page);
        const { fields, file } = input;
        return answerCall(this.world, {
          platform: 'messenger',
          account: page.pageId,
          call: typeof call === 'string' ? call : call(fields),
          request: {
            method,
            path: request.url.split('?')[0],
            body: withoutSecrets(fields),
            ...(file ? { file: { fileName: file.name, mimeType: file.mimeType, size: file.bytes.length } } : {}),
          },
          reply,
          refuse: answerToFault,
          perform: () => performed(perform, { page, app: this.state.apps[page.appId]!, token, params, fields, file, method }),
        });
      },
    });
  }

  private pageOf(token: string): { readonly page: MessengerPage; readonly expiresAt: number } | undefined {
    const page = Object.values(this.state.pages).find((each) => each.token === token || each.botApp?.token === token);
    return page ? { page, expiresAt: page.tokenExpiresAt } : this.logIns.pageOf(token);
  }

  private isOver(milliseconds: number): boolean {
    return milliseconds <= this.world.clock.now().getTime();
  }

  private proofProblem(page: MessengerPage, token: string, proof: unknown): Answer | undefined {
    if (proof === undefined) return page.requireProof ? answers.noProof() : undefined;
    const { appSecret } = this.state.apps[page.appId]!;
    const expected = createHmac('sha256', appSecret).update(token).digest('hex');
    return typeof proof === 'string' && isEqual(expected, proof) ? undefined : answers.badProof();
  }
}

const performed = async (perform: Perform, call: GraphCall): Promise<Answer> => {
  const answer = await Promise.resolve(call).then(perform).catch(refusalIn);
  return { ...answer, headers: { ...usageHeaders(call.page.pageId, 1), ...answer.headers } };
};

const refusalIn = (error: unknown): Answer => {
  if (error instanceof Refusal) return error.answer;
  throw error;
};

const readOr = async (request: FastifyRequest, reply: FastifyReply): Promise<Input | undefined> => {
  try {
    return await readInput(request);
  } catch (error) {
    await sendAnswer(reply, refusalIn(error));
    return undefined;
  }
};

const tokenIn = ({ headers }: FastifyRequest, fields: Fields): string | undefined => {
  const bearer = /^(?:Bearer|OAuth) (\S+)$/.exec(headers.authorization ?? '')?.[1];
  const given = bearer ?? fields['access_token'];
  return typeof given === 'string' && given !== '' ? given : undefined;
};

const isEqual = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
