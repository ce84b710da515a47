import { conversationDecider, conversationStream, type ConversationCommand, type ConversationEvent } from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, type EventStore, handleCommand, type Recorded, Refusal, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { Channel, ChannelCapabilities, SendOutcome, SendRequest } from './channel.js';
import { sendReply } from './send-reply.js';
import type { SendingPace } from './send-reply-ports.js';
import { chooseProfile } from './testing/choose-profile.js';

const tenantId = derivedId('spec', 'tenant');
const accountId = derivedId('spec', 'account');
const agentId = derivedId('spec', 'agent');
const conversation = derivedId('spec', 'conversation');
const replyId = derivedId('spec', 'reply');
const stream = conversationStream(conversation);
const accepted: SendOutcome = { outcome: 'accepted', providerMessageIds: ['s1'] };
const unknown: SendOutcome = { outcome: 'unknown', reason: 'the connection broke after the request' };

/** What the log, one sender or several, and a scripted platform do together. */
const scene = async (repeat: 'same key' | 'never', script: readonly (SendOutcome | (() => Promise<SendOutcome>))[]) => {
  let clock = Date.UTC(2026, 10, 23, 10, 0);
  const now = () => new Date(clock);
  const store: EventStore = inMemoryEventStore({ now });
  const calls: SendRequest[] = [];
  const heard: (string | undefined)[] = [];
  const steps = [...script];
  const channel = {
    type: 'line',
    capabilities: { rates: { account: { burst: 10, perSecond: 10 } } } as ChannelCapabilities,
    chooseRoute: (handle) => (handle && Date.parse(handle.expiresAt) > clock ? { kind: 'reply', token: handle.token } : { kind: 'push' }),
    repeatAfterUnknown: (route) => (route.kind === 'push' ? repeat : 'never'),
    checkContent: (content, { lastCustomerMessageAt }) => {
      heard.push(lastCustomerMessageAt?.toISOString());
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
  const command = async (id: string, order: ConversationCommand, cause: Cause): Promise<CommandReply> => {
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
  const pace: SendingPace = {
    take: async () => nextTurn ?? now(),
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
    sender,
    tell,
    event: queued as Extract<Recorded<ConversationEvent>, { type: 'ReplyQueued' }>,
    wait: (milliseconds: number) => (clock += milliseconds),
    ownerAway: (away: boolean) => (ownerIsAway = away),
    story: async () => (await store.readStream(stream)).slice(6).map((event) => event.type),
  };
};

describe('an answer goes out', () => {
  it('by the one-time handle while it lives: intent, call, outcome', async () => {
    const { sender, event, calls, story } = await scene('same key', [accepted]);
    expect(await sender('a')(event)).toBe('done');
    expect(calls).toEqual([expect.objectContaining({ route: { kind: 'reply', token: 'rt1' }, recipient: 'U1', idempotencyKey: replyId })]);
    expect(await story()).toEqual(['SendingStarted', 'ReplyAccepted']);
  });

  it('tells the channel what no person wrote, so that no machine answers it', async () => {
    const { sender, event, calls, tell } = await scene('same key', [accepted, accepted]);
    await sender('a')(event);
    const say = { replyId: derivedId('spec', 'notice'), text: 'We close soon.' };
    const [notice] = await tell({ type: 'SayAutomatically', what: 'silence notice', seen: event.version, say }, 'notice');
    expect(await sender('a')(notice as typeof event)).toBe('done');
    expect(calls.map(({ automatic }) => automatic)).toEqual([undefined, true]);
  });

  it('of a conversation that was reopened names what the customer said in the closed one', async () => {
    const { sender, event, calls, heard, store, tell } = await scene('same key', [accepted, accepted]);
    await sender('a')(event);
    await tell({ type: 'CloseConversation', agentId }, 'close');
    const [opening] = (await store.readStream(stream)) as unknown as [Extract<ConversationEvent, { type: 'ConversationOpened' }>];
    const reopened = { fromConversationId: conversation, by: agentId, why: 'The bell has come in' };
    const queueId = derivedId('spec', 'queue');
    const offerId = derivedId('spec', 'offer 2');
    const next = conversationStream(derivedId('spec', 'conversation 2'));
    const orders: readonly ConversationCommand[] = [
      { type: 'ReopenConversation', opening: { ...opening.data, number: 2 }, reopened, queueId },
      { type: 'OfferToAgent', offerId, agentId, queueId, expiresAt: '', explanation: { rule: '', waitedSeconds: 0, candidates: [] } },
      { type: 'AssignToAgent', offerId, agentId },
      { type: 'ReplyToCustomer', replyId: derivedId('spec', 'reply 2'), agentId, content: { type: 'text', text: 'It is here' } },
    ];
    let queued: unknown;
    for (const order of orders) {
      const cause = startOf(tenantId, { kind: 'agent', id: agentId }, derivedId('spec', order.type, 'again'));
      [queued] = await handleCommand(store, conversationDecider, next, order, cause, { now: () => new Date() });
    }
    expect(await sender('a')(queued as typeof event)).toBe('done');
    expect(calls[1]).toMatchObject({ recipient: 'U1', thread: { lastCustomerMessageId: 'm1', messageIds: ['m1', 's1'] } });
    expect(heard).toEqual(['2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z']);
  });

  it('by push when the handle is too old', async () => {
    const { sender, event, calls, wait } = await scene('same key', [accepted]);
    wait(51_000);
    await sender('a')(event);
    expect(calls[0]?.route).toEqual({ kind: 'push' });
  });

  it('by push at once when the platform refuses the handle', async () => {
    const { sender, event, calls, story } = await scene('same key', [
      { outcome: 'retry', afterMs: 0, reason: 'invalid reply token', useRoute: { kind: 'push' } },
      accepted,
    ]);
    expect(await sender('a')(event)).toBe('done');
    expect(calls.map(({ route }) => route.kind)).toEqual(['reply', 'push']);
    expect(await story()).toEqual(['SendingStarted', 'SendingStarted', 'ReplyAccepted']);
  });

  it('the same event again sends nothing', async () => {
    const { sender, event, calls } = await scene('same key', [accepted]);
    await sender('a')(event);
    await sender('a')(event);
    await sender('b')(event);
    expect(calls).toHaveLength(1);
  });

  it('a rate limit waits exactly as long as the platform says', async () => {
    const { sender, event, wait, story } = await scene('never', [
      { outcome: 'retry', afterMs: 7_000, reason: 'too many requests' },
      accepted,
    ]);
    expect(await sender('a')(event)).toEqual({ later: new Date(Date.UTC(2026, 10, 23, 10, 0, 7)), reason: 'too many requests' });
    wait(7_000);
    expect(await sender('b')(event)).toBe('done');
    expect(await story()).toEqual(['SendingStarted', 'SendingDeferred', 'SendingStarted', 'ReplyAccepted']);
  });

  it('complaint 30: waits for its turn in the platform’s pace, and says so when that takes seconds', async () => {
    const { sender, event, turnIn, wait, calls, story } = await scene('never', [accepted]);
    turnIn(12_000);
    const one = sender('a');
    const later = new Date(Date.UTC(2026, 10, 23, 10, 0, 12));
    expect(await one(event)).toMatchObject({ later });
    expect(await one(event)).toMatchObject({ later });
    expect([calls.length, await story()]).toEqual([0, ['SendingDeferred']]);
    wait(12_000);
    expect(await one(event)).toBe('done');
    expect(await story()).toEqual(['SendingDeferred', 'SendingStarted', 'ReplyAccepted']);
  });

  it('a platform that asks everybody to wait is not written to by the others either', async () => {
    const holds = (who: 'account' | 'recipient'): SendOutcome => ({
      outcome: 'retry',
      afterMs: 7_000,
      reason: 'too many requests',
      holds: who,
    });
    const { sender, event, held, wait } = await scene('never', [holds('recipient'), holds('account'), accepted]);
    await sender('a')(event);
    wait(7_000);
    await sender('a')(event);
    const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 10, 0, second));
    expect(held).toEqual([
      { bucket: derivedId('recipient', accountId, 'U1'), until: at(7) },
      { bucket: accountId, until: at(14) },
    ]);
  });

  it('tells the platform what was said before', async () => {
    const { sender, event, calls } = await scene('same key', [accepted]);
    await sender('a')(event);
    expect(calls[0]?.thread).toEqual({ lastCustomerMessageId: 'm1', messageIds: ['m1'] });
  });

  it('a refusal is recorded with its reason and remedy; what cannot go out is not tried', async () => {
    const { sender, event, story } = await scene('same key', [
      { outcome: 'rejected', code: 'blocked', reason: 'blocked', remedy: 'write an e-mail' },
    ]);
    expect(await sender('a')(event)).toBe('done');
    expect(await story()).toEqual(['SendingStarted', 'ReplyFailed']);
  });
});

describe('what the profile of an account does not allow', () => {
  const image = {
    type: 'image',
    media: { mediaId: derivedId('spec', 'file'), source: { kind: 'stored' }, mimeType: 'image/gif' },
  } as const;

  it('M-152: never reaches the platform, and is shown as failed with what is allowed; words always go out', async () => {
    const { store, calls, sender, event, tell, story } = await scene('never', [accepted]);
    await chooseProfile(store, { tenantId }, { inbound: [], outbound: ['image/png'] });
    const [queued] = await tell({ type: 'ReplyToCustomer', replyId: derivedId('spec', 'picture'), agentId, content: image }, 'picture');
    expect(await sender('a')(queued as typeof event)).toBe('done');
    expect(await sender('a')(event)).toBe('done');
    expect(calls.map(({ content }) => content.type)).toEqual(['text']);
    const failed = (await store.readStream(stream)).find(({ type }) => type === 'ReplyFailed');
    expect(failed?.data).toMatchObject({
      code: 'content-not-allowed',
      reason: 'GIF is not allowed on this account.',
      remedy: 'Allowed: PNG.',
    });
    expect(await story()).toContain('ReplyAccepted');
  });
});

describe('when nobody knows whether the platform has it', () => {
  it('with a key it is asked again under the same key until it says', async () => {
    const { sender, event, calls, wait, story } = await scene('same key', [unknown, unknown, accepted]);
    wait(51_000);
    expect(await sender('a')(event)).toMatchObject({ reason: expect.stringContaining('broke') });
    await sender('a')(event);
    expect(await sender('b')(event)).toBe('done');
    expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect((await story()).filter((type) => type === 'ReplyAccepted')).toHaveLength(1);
  });

  it('without a key it is a doubt for a person, and is not sent again by itself', async () => {
    const { sender, event, calls, wait, story } = await scene('never', [unknown]);
    wait(51_000);
    expect(await sender('a')(event)).toBe('done');
    expect(await sender('b')(event)).toBe('done');
    expect(calls).toHaveLength(1);
    expect(await story()).toEqual(['SendingStarted', 'ReplyOutcomeUnknown']);
  });

  it('a person may decide to send it again', async () => {
    const { sender, event, calls, wait, tell } = await scene('never', [unknown, accepted]);
    wait(51_000);
    await sender('a')(event);
    const [requeued] = await tell({ type: 'ResendReply', replyId, agentId }, 'resend');
    expect(await sender('a')(requeued as Extract<Recorded<ConversationEvent>, { type: 'ReplyRequeued' }>)).toBe('done');
    expect(calls).toHaveLength(2);
  });

  it('a sender that died between intent and outcome leaves the doubt to the next one', async () => {
    const { sender, event, calls, wait, story } = await scene('never', [() => new Promise<SendOutcome>(() => undefined)]);
    wait(51_000);
    void sender('dies')(event);
    while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await sender('next')(event)).toBe('done');
    expect(calls).toHaveLength(1);
    expect(await story()).toEqual(['SendingStarted', 'ReplyOutcomeUnknown']);
  });

  it('an intent whose answer got lost is no doubt for the sender that never called', async () => {
    const { sender, event, calls, wait, ownerAway, story } = await scene('never', [accepted]);
    wait(51_000);
    const send = sender('a');
    ownerAway(true);
    await expect(send(event)).rejects.toThrow('no answer');
    expect(calls).toHaveLength(0);
    ownerAway(false);
    expect(await send(event)).toBe('done');
    expect(calls).toHaveLength(1);
    expect(await story()).toEqual(['SendingStarted', 'ReplyAccepted']);
  });

  it('waits until the platform has given us the thread that another app had, a minute at the most', async () => {
    const taken = {
      type: 'ReportThreadControl',
      owner: 'another app',
      how: 'taken',
      at: '2026-11-23T10:00:00.000Z',
      botId: agentId,
      handed: {},
    } as const;
    const granted = { type: 'RecordThreadControl', action: 'take', epoch: 1, outcome: 'done', at: '2026-11-23T10:00:02.000Z' } as const;
    const patient = await scene('never', [accepted]);
    await patient.tell(taken, 'taken');
    for (const _ of [1, 2])
      expect(await patient.sender('a')(patient.event)).toMatchObject({ reason: expect.stringContaining('another app') });
    expect([patient.calls.length, await patient.story()]).toEqual([0, ['ThreadControlMoved', 'SendingDeferred']]);
    await patient.tell(granted, 'granted');
    expect([await patient.sender('a')(patient.event), patient.calls.length]).toEqual(['done', 1]);

    const refusal: SendOutcome = { outcome: 'rejected', code: 'other-app-owns-conversation', reason: 'not ours', remedy: 'take it' };
    const impatient = await scene('never', [refusal]);
    await impatient.tell(taken, 'taken');
    impatient.wait(60_000);
    expect([await impatient.sender('a')(impatient.event), impatient.calls.length]).toEqual(['done', 1]);
    expect((await impatient.story()).at(-1)).toBe('ReplyFailed');
  });

  it('two senders at once make one call', async () => {
    const { sender, event, calls, wait } = await scene('never', [
      () => new Promise((resolve) => setTimeout(() => resolve(accepted), 30)),
      accepted,
    ]);
    wait(51_000);
    await Promise.all([sender('a')(event), sender('b')(event)]);
    expect(calls).toHaveLength(1);
  });
});
