import type { FastifyReply } from 'fastify';
import type { CallEntry, CallFault } from './control-api.js';
import type { World } from './world.js';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes go out as they are, everything else as JSON. */
  readonly body: unknown;
  /** It had no effect although the status says 2xx: some platforms refuse that way. */
  readonly refused?: true;
  /** Messages that this call has put in front of customers, for the journal. */
  readonly messages?: CallEntry['messages'];
}

export interface Call {
  readonly platform: string;
  readonly account: string;
  readonly call: string;
  /** For the journal: what was asked, without credentials. */
  readonly request: unknown;
  readonly reply: FastifyReply;
  /** The platform's words for a call that it refuses because of a fault. */
  refuse(fault: CallFault): Answer;
  perform(): Answer | Promise<Answer>;
}

/** What the caller is to be told. */
export type Told = { readonly answer: Answer } | { readonly silent: 'nothing' | 'reset' };

/** Answers one authenticated call of a client, through the fault that strikes it, and writes it down. */
export const answerCall = async (world: World, call: Call): Promise<void> => {
  const told = await performCall(world, call);
  if ('answer' in told) return sendAnswer(call.reply, told.answer);
  call.reply.hijack();
  if (told.silent === 'reset') call.reply.raw.socket?.resetAndDestroy();
};

/** As {@link answerCall}, for platforms that are not called over HTTP: telling the caller is left to them. */
export const performCall = async (world: World, call: Omit<Call, 'reply'>): Promise<Told> => {
  const startedAt = world.clock.now().toISOString();
  world.journal.begin(call.platform, call.account);
  const fault = world.faults.strikeCall(call.platform, call.account, call.call);
  const performed = fault === undefined || fault.kind === 'late' || fault.kind.startsWith('accept-then') ? await call.perform() : undefined;
  const refused = fault !== undefined && ['rate-limit', 'fail', 'accept-then-fail'].includes(fault.kind) ? call.refuse(fault) : undefined;
  const answer = refused ?? performed;
  const silent = fault?.kind.endsWith('hang') ? 'nothing' : fault?.kind.endsWith('reset') ? 'reset' : undefined;

  if (fault?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 0).unref());
  world.journal.add({
    kind: 'call',
    platform: call.platform,
    account: call.account,
    call: call.call,
    request: call.request,
    startedAt,
    endedAt: world.clock.now().toISOString(),
    accepted: performed !== undefined && performed.status < 300 && !performed.refused,
    answered: silent ?? answer!.status,
    response: silent || answer?.body instanceof Uint8Array ? null : answer?.body,
    fault: fault?.kind ?? null,
    messages: performed?.messages ?? [],
  });
  return silent ? { silent } : { answer: answer! };
};

export const sendAnswer = async (reply: FastifyReply, answer: Answer): Promise<void> => {
  reply.code(answer.status).headers(answer.headers ?? {});
  if (answer.body instanceof Uint8Array) await reply.send(answer.body);
  else await reply.type(answer.headers?.['content-type'] ?? 'application/json').send(JSON.stringify(answer.body));
};
