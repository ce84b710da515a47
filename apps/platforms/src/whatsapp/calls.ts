import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHmac } from 'node:crypto';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { UploadedFile } from '../media.js';
import type { World } from '../world.js';
import { answers, answerToFault, Refusal } from './answers.js';
import type { Deliveries } from './delivery.js';
import { settle } from './settle.js';
import type { AccessToken, BusinessAccount, SCOPES, WhatsAppAccount, WhatsAppState } from './state.js';

/** What a call can reach. */
export interface Meta {
  readonly world: World;
  readonly state: WhatsAppState;
  readonly deliveries: Deliveries;
}

export interface GraphCall extends Meta {
  readonly token: AccessToken;
  /** Of the query and of the body, whatever its form. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly file?: UploadedFile;
  /** What stands behind the edge of the path. */
  readonly rest: string;
}

export interface NumberCall extends GraphCall {
  readonly account: WhatsAppAccount;
}

export interface BusinessCall extends GraphCall {
  readonly business: BusinessAccount;
}

/** One thing that can be asked of a node; the name is that of the control API. @throws Refusal */
export interface Operation<Call extends GraphCall> {
  readonly call: string | ((args: GraphCall['args']) => string);
  /** What the token must be good for; left out: anything. */
  readonly scope?: (typeof SCOPES)[number];
  perform(call: Call): Answer | Promise<Answer>;
}

/** By method and edge: `POST messages`; the node itself: `GET `. */
export type Operations<Call extends GraphCall> = Readonly<Record<string, Operation<Call>>>;

export interface Nodes {
  readonly number: Operations<NumberCall>;
  readonly business: Operations<BusinessCall>;
  readonly file: Operations<NumberCall & { readonly fileId: string }>;
  /** By name: `debug_token`. */
  readonly root: Operations<GraphCall>;
}

/** Versions that Meta answers to. */
const NEWEST_VERSION = 26;
const OLDEST_VERSION = 20;

/** One call of the Graph API: version, token, proof, the object, then what is asked of it, through the fault that strikes it. */
export const answerGraph = async (meta: Meta, nodes: Nodes, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const { world, state } = meta;
  const [path = ''] = request.url.split('?');
  const segments = path.split('/').slice(1).map(decodeURIComponent);
  const version = /^v(\d{1,2})\.0$/.exec(segments[0] ?? '')?.[1];
  if (version !== undefined && (Number(version) > NEWEST_VERSION || Number(version) < OLDEST_VERSION))
    return sendAnswer(reply, answers.badVersion());
  const [id = '', edge = '', ...rest] = version === undefined ? segments : segments.slice(1);
  const query = request.query as Record<string, string>;
  const authenticated = authenticate(state, request.headers.authorization, world.clock.now(), query);
  if ('status' in authenticated) return sendAnswer(reply, authenticated);
  const { token } = authenticated;

  const input = await readInput(request);
  const args = input.ok ? { ...withoutSecrets(query), ...input.args } : {};
  const base = { ...meta, token, args, file: input.ok ? input.file : undefined, rest: rest.join('/') };
  const found = find(state, token, nodes, `${request.method} ${edge}`, id, base);
  if (found === 'no such object') return sendAnswer(reply, answers.noSuchObject(id, request.method));
  if (found === 'no such edge') return sendAnswer(reply, answers.badPath(`/${edge}`));
  const { operation, account, call } = found;
  const name = typeof operation.call === 'string' ? operation.call : operation.call(args);
  return answerCall(world, {
    platform: 'whatsapp',
    account: account.phoneNumberId,
    call: name,
    request: {
      method: request.method,
      path: [id, edge, ...rest].filter(Boolean).join('/'),
      body: forJournal(args),
      file: fileForJournal(base.file),
    },
    reply,
    refuse: (fault) => answerToFault(fault, edge === 'messages'),
    perform: async () => {
      try {
        if (operation.scope && !token.scopes.includes(operation.scope)) return answers.notAllowed();
        settle({ account, world });
        return input.ok ? await operation.perform(call as never) : answers.notJson();
      } catch (error) {
        if (error instanceof Refusal) return error.answer;
        throw error;
      }
    },
  });
};

/** The token's owner, or what Meta says to it. */
export const authenticate = (
  state: WhatsAppState,
  header: string | undefined,
  now: Date,
  query: Readonly<Record<string, string>> = {},
): { readonly token: AccessToken } | Answer => {
  const given = /^Bearer (\S+)$/.exec(header ?? '')?.[1] ?? query['access_token'];
  if (given === undefined) return answers.noToken();
  const token = state.tokens[given];
  if (!token) return answers.badToken();
  if (token.expiresAt !== null && token.expiresAt <= now.getTime()) return answers.tokenEnded(new Date(token.expiresAt));
  const { appsecret_proof: proof } = query;
  const secret = state.apps[token.appId]?.secret ?? '';
  if (proof !== undefined && proof !== createHmac('sha256', secret).update(given).digest('hex')) return answers.badProof();
  return { token };
};

interface Found {
  readonly operation: Operation<never>;
  /** In whose journal it stands, and whose faults strike it. */
  readonly account: WhatsAppAccount;
  readonly call: GraphCall;
}

/** A token sees the business accounts that it was issued for, and what is theirs. */
const find = (
  state: WhatsAppState,
  token: AccessToken,
  nodes: Nodes,
  wanted: string,
  id: string,
  base: GraphCall,
): Found | 'no such object' | 'no such edge' => {
  const ofToken = Object.values(state.accounts).filter(({ businessAccountId }) => token.businessAccountIds.includes(businessAccountId));
  const ask = (operations: Nodes[keyof Nodes], account: WhatsAppAccount | undefined, more: object): Found | 'no such edge' => {
    const operation = (operations as Operations<never>)[wanted];
    return operation && account ? { operation, account, call: { ...base, ...more } } : 'no such edge';
  };
  if (wanted === `GET ` && nodes.root[id]) return { operation: nodes.root[id] as Operation<never>, account: ofToken[0]!, call: base };
  const account = ofToken.find(({ phoneNumberId }) => phoneNumberId === id);
  if (account) return ask(nodes.number, account, { account });
  const business = token.businessAccountIds.includes(id) ? state.businesses[id] : undefined;
  if (business) {
    const first = ofToken.find(({ businessAccountId }) => businessAccountId === id);
    return ask(nodes.business, first, { business });
  }
  const owner = ofToken.find(({ phoneNumberId }) => phoneNumberId === state.files[id]?.phoneNumberId);
  return owner ? ask(nodes.file, owner, { account: owner, fileId: id }) : 'no such object';
};

type Input = { readonly ok: true; readonly args: Record<string, unknown>; readonly file?: UploadedFile } | { readonly ok: false };

const readInput = async (request: FastifyRequest): Promise<Input> => {
  if (request.isMultipart()) {
    const args: Record<string, unknown> = {};
    let file: UploadedFile | undefined;
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { name: part.filename || 'file', mimeType: part.mimetype, bytes: await part.toBuffer() };
      else args[part.fieldname] = part.value;
    }
    return { ok: true, args, file };
  }
  const body = request.body instanceof Buffer ? request.body.toString('utf8') : '';
  if (body === '') return { ok: true, args: {} };
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    return { ok: true, args: Object.fromEntries(new URLSearchParams(body)) };
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return { ok: true, args: parsed as Record<string, unknown> };
  } catch {
    // Answered by the caller, with the other bodies that are no object.
  }
  return { ok: false };
};

const withoutSecrets = ({ access_token: _token, appsecret_proof: _proof, ...query }: Readonly<Record<string, string>>) => query;

const SECRET = ['input_token', 'verify_token', 'pin', 'code'];

const forJournal = (args: GraphCall['args']): GraphCall['args'] =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (SECRET.includes(name)) return [name, '…'];
      return [name, typeof value === 'object' && value !== null && !Array.isArray(value) ? forJournal(value as GraphCall['args']) : value];
    }),
  );

const fileForJournal = (file: UploadedFile | undefined) =>
  file && { fileName: file.name, mimeType: file.mimeType, size: file.bytes.length };
