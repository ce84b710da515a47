import { conversationDecider, conversationStream, type ConversationCommand, type ConversationEvent } from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, type EventStore, fold, handleCommand, type Recorded, Refusal, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { Channel, ChannelCapabilities, SendOutcome, SendRequest } from '../channel.js';
import { type QueuedReply, sendReply } from '../send-reply.js';
import type { SendingPace } from '../send-reply-ports.js';

export const tenantId = derivedId('spec', 'tenant');
export const accountId = derivedId('spec', 'account');
export const agentId = derivedId('spec', 'agent');
export const conversation = derivedId('spec', 'conversation');
export const replyId = derivedId('spec', 'reply');
export const stream = conversationStream(conversation);
export const accepted: SendOutcome = { outcome: 'accepted', providerMessageIds: ['s1'] };
export const unknown: SendOutcome = { outcome: 'unknown', reason: 'the connection broke after the request' };
export const rejected: SendOutcome = { outcome: 'rejected', code: 'blocked', reason: 'blocked', remedy: 'write an e-mail' };

/** What the log, one sender or several, and a scripted platform do together. */
export const sendingScene = async (repeat: 'same key' | 'never', script: readonly (SendOutcome | (() => Promise<SendOutcome>))[]) => {
  let clock = Date.UTC(2026, 10, 23, 10, 0);
  const now = () => new Date(clock);
  const store: EventStore = inMemoryEventStore({ now });
  const calls: SendRequest[] = [];
  const heard: (string | undefined)[] = [];
  const steps = [...script];
  let windowIsClosed = false;
  const channel = {
    type: 'line',
    capabilities: { rates: { account: { burst: 10, perSecond: 10 } } } as ChannelCapabilities,
    chooseRoute: (handle) => (handle && Date.parse(handle.expiresAt) > clock ? { kind: 'reply', token: handle.token } : { kind: 'push' }),
    repeatAfterUnknown: (route) => (route.kind === 'push' ? repeat : 'never'),
    checkContent: (content, { lastCustomerMessageAt }) => {
      heard.push(lastCustomerMessageAt?.toISOString());
      if (windowIsClosed) return [{ code: 'window-closed', reason: 'too late', remedy: 'send a template' }];
      return content.type === 'file' ? [{ code: 'no-files', reason: 'no files', remedy: 'send a link' }] : [];
    },
    send: async (request) => {
      calls.push(request);
      const step = steps.shift();
      if (!step) throw new Error('the script has ended');
      return typeof step === 'function' ? step() : step;
    },
  } as Partial<Channel> as Channel;

  let ownerIsAway = false;
  let ownerIsDown = false;
  const command = async (id: string, order: ConversationCommand, cause: Cause): Promise<CommandReply> => {
    if (ownerIsDown) throw new Error('nobody listens');
    const recorded = await handleCommand(store, conversationDecider, conversationStream(id), order, cause, { now }).catch(
      (error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      },
    );
    if (ownerIsAway) throw new Error('no answer');
    if (recorded instanceof Refusal) return { ok: false, refusal: { code: recorded.code, message: recorded.message, details: {} } };
    return { ok: true, version: null, events: recorded.map(({ id: eventId, type, position }) => ({ id: eventId, type, position })) };
  };
  const held: { readonly bucket: string; readonly until: Date }[] = [];
  let nextTurn: Date | undefined;
  let turnsTaken = 0;
  const pace: SendingPace = {
    take: async () => {
      turnsTaken += 1;
      return nextTurn ?? now();
    },
    hold: async (bucket, _rate, until) => void held.push({ bucket, until }),
  };
  const sender = (instance: string) =>
    sendReply({
      store,
      channels: new Map([['line', channel]]),
      credentials: async () => ({}),
      command,
      file: async () => ({}),
      pace,
      now,
      instance,
    });

  const tell = (order: ConversationCommand, step: string) =>
    handleCommand(store, conversationDecider, stream, order, startOf(tenantId, { kind: 'agent', id: agentId }, derivedId('spec', step)), {
      now,
    });
  const offerId = derivedId('spec', 'offer');
  await tell(
    {
      type: 'ReceiveCustomerMessage',
      threadKey: `${accountId}/U1`,
      accountId,
      channel: 'line',
      number: 1,
      customerKey: 'U1',
      contactId: derivedId('spec', 'contact'),
      queueId: derivedId('spec', 'queue'),
      messageId: derivedId('spec', 'm1'),
      providerMessageId: 'm1',
      content: { type: 'text', text: 'hello' },
      sentAt: now().toISOString(),
      orderKey: '1',
      replyHandle: { token: 'rt1', expiresAt: new Date(clock + 50_000).toISOString() },
    },
    'receive',
  );
  await tell(
    {
      type: 'OfferToAgent',
      offerId,
      agentId,
      queueId: derivedId('spec', 'queue'),
      expiresAt: now().toISOString(),
      explanation: { rule: '', waitedSeconds: 0, candidates: [] },
    },
    'offer',
  );
  await tell({ type: 'AssignToAgent', offerId, agentId }, 'assign');
  const [queued] = await tell({ type: 'ReplyToCustomer', replyId, agentId, content: { type: 'text', text: 'good day' } }, 'reply');

  return {
    store,
    calls,
    heard,
    held,
    turnIn: (milliseconds: number) => (nextTurn = new Date(clock + milliseconds)),
    turnsTaken: () => turnsTaken,
    sender,
    tell,
    event: queued as Extract<Recorded<ConversationEvent>, { type: 'ReplyQueued' }>,
    /** The agent presses "send again". */
    resend: async (step: string): Promise<QueuedReply> =>
      (await tell({ type: 'ResendReply', replyId, agentId }, step))[0] as unknown as QueuedReply,
    wait: (milliseconds: number) => (clock += milliseconds),
    /** The platform takes only templates now. */
    closeWindow: (closed: boolean) => (windowIsClosed = closed),
    /** It does what it is asked, and its answer gets lost. */
    ownerAway: (away: boolean) => (ownerIsAway = away),
    /** It does nothing. */
    ownerDown: (down: boolean) => (ownerIsDown = down),
    status: async () =>
      fold(conversationDecider, (await store.readStream(stream)) as unknown as readonly ConversationEvent[]).replies.get(replyId)?.status,
    story: async () => (await store.readStream(stream)).slice(6).map((event) => event.type),
  };
};
