import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { UploadedFile } from '../media.js';
import type { World } from '../world.js';
import { answers, answerToFault, Refusal } from './answers.js';
import { botIdOf, type TelegramAccount } from './state.js';

/** A method's arguments as the server sees them: text, whatever way they came. */
export interface TelegramCall {
  readonly account: TelegramAccount;
  readonly args: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, UploadedFile>>;
}

export type Method = (call: TelegramCall) => Answer | Promise<Answer>;

/** The account of a token, or what the server says to it. */
export const authenticate = (accounts: Readonly<Record<string, TelegramAccount>>, token: string): TelegramAccount | Answer => {
  const wellFormed =
    token.includes(':') && token.length <= 80 && !token.startsWith('0') && Number.isSafeInteger(botIdOf(token)) && botIdOf(token) > 0;
  if (!wellFormed) return answers.invalidToken();
  const account = accounts[String(botIdOf(token))];
  return account?.token === token ? account : answers.unauthorized();
};

/** `/bot<token>/<method>`, GET or POST, whatever the case of the method. */
export const answerMethod = async (
  world: World,
  accounts: Readonly<Record<string, TelegramAccount>>,
  methods: Readonly<Record<string, Method>>,
  request: FastifyRequest<{ Params: { token: string; method: string } }>,
  reply: FastifyReply,
): Promise<void> => {
  const account = authenticate(accounts, request.params.token);
  if ('status' in account) return sendAnswer(reply, account);
  const name = Object.keys(methods).find((known) => known.toLowerCase() === request.params.method.toLowerCase());
  if (name === undefined) return sendAnswer(reply, answers.methodNotFound());
  const input = await readInput(request);
  return answerCall(world, {
    platform: 'telegram',
    account: String(account.botId),
    call: name,
    request: input.ok
      ? {
          method: name,
          args: forJournal(input.args),
          files: Object.entries(input.files).map(([field, { name: fileName, bytes }]) => ({ field, fileName, size: bytes.length })),
        }
      : { method: name },
    reply,
    refuse: answerToFault,
    perform: () => (input.ok ? perform(methods[name]!, { account, ...input }) : input.refusal),
  });
};

/** @returns the refusal as an answer when the method throws one. */
export const perform = async (method: Method, call: TelegramCall): Promise<Answer> => {
  try {
    return await method(call);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
};

/** A method that stands in the answer to a webhook: done, written down, and nobody is told what became of it. */
export const performUnanswered = async (
  world: World,
  account: TelegramAccount,
  name: string,
  method: Method,
  body: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { method: _, ...args } = asArgs(body);
  const startedAt = world.clock.now().toISOString();
  world.journal.begin('telegram', String(account.botId));
  const { status, messages = [] } = await perform(method, { account, args, files: {} });
  world.journal.add({
    kind: 'call',
    platform: 'telegram',
    account: String(account.botId),
    call: name,
    request: { method: name, args: forJournal(args), files: [] },
    startedAt,
    endedAt: world.clock.now().toISOString(),
    accepted: status < 300,
    answered: 'nothing',
    response: null,
    fault: null,
    messages,
  });
};

const asArgs = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );

const forJournal = ({ secret_token: secret, ...args }: Readonly<Record<string, string>>) =>
  secret === undefined ? args : { ...args, secret_token: '…' };

type Input =
  | { readonly ok: true; readonly args: Record<string, string>; readonly files: Record<string, UploadedFile> }
  | { readonly ok: false; readonly refusal: Answer };

const readInput = async (request: FastifyRequest): Promise<Input> => {
  const args = asArgs(request.query as Record<string, unknown>);
  const files: Record<string, UploadedFile> = {};
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'file')
        files[part.fieldname] = { name: part.filename || 'file', mimeType: part.mimetype, bytes: await part.toBuffer() };
      else args[part.fieldname] = String(part.value);
    }
    return { ok: true, args, files };
  }
  const body = request.body instanceof Buffer ? request.body.toString('utf8') : '';
  const contentType = (request.headers['content-type'] ?? '').toLowerCase();
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return { ok: true, args: { ...args, ...Object.fromEntries(new URLSearchParams(body)) }, files };
  if (!contentType.startsWith('application/json') || body === '') return { ok: true, args, files };
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return { ok: true, args: { ...args, ...asArgs(parsed as Record<string, unknown>) }, files };
  } catch {
    // Answered below.
  }
  return { ok: false, refusal: answers.badRequest("can't parse JSON object") };
};
