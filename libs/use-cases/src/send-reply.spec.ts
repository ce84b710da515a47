import { conversationDecider, conversationStream, type ConversationCommand, type ConversationEvent } from '@madoguchi/conversation';
import { derivedId, handleCommand, type Recorded, startOf } from '@madoguchi/event-sourcing';
import type { SendOutcome } from './channel.js';
import { chooseProfile } from './testing/choose-profile.js';
import { accepted, accountId, agentId, conversation, replyId, sendingScene, stream, tenantId, unknown } from './testing/sending-scene.js';

describe('an answer goes out', () => {
  it('by the one-time handle while it lives: intent, call, outcome', async () => {
    const { sender, event, calls, story } = await sendingScene('same key', [accepted]);
    expect(await sender('a')(event)).toBe('done');
    expect(calls).toEqual([expect.objectContaining({ route: { kind: 'reply', token: 'rt1' }, recipient: 'U1', idempotencyKey: replyId })]);
    expect(await story()).toEqual(['SendingStarted', 'ReplyAccepted']);
  });

  it('tells the channel what no person wrote, so that no machine answers it', async () => {
    const { sender, event, calls, tell } = await sendingScene('same key', [accepted, accepted]);
    await sender('a')(event);
    const say = { replyId: derivedId('spec', 'notice'), text: 'We close soon.' };
    const [notice] = await tell({ type: 'SayAutomatically', what: 'silence notice', seen: event.version, say }, 'notice');
    expect(await sender('a')(notice as typeof event)).toBe('done');
    expect(calls.map(({ automatic }) => automatic)).toEqual([undefined, true]);
  });

  it('of a conversation that was reopened names what the customer said in the closed one', async () => {
    const { sender, event, calls, heard, store, tell } = await sendingScene('same key', [accepted, accepted]);
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
    const { sender, event, calls, wait } = await sendingScene('same key', [accepted]);
    wait(51_000);
    await sender('a')(event);
    expect(calls[0]?.route).toEqual({ kind: 'push' });
  });

  it('by push at once when the platform refuses the handle', async () => {
    const { sender, event, calls, story } = await sendingScene('same key', [
      { outcome: 'retry', afterMs: 0, reason: 'invalid reply token', useRoute: { kind: 'push' } },
      accepted,
    ]);
    expect(await sender('a')(event)).toBe('done');
    expect(calls.map(({ route }) => route.kind)).toEqual(['reply', 'push']);
    expect(await story()).toEqual(['SendingStarted', 'SendingStarted', 'ReplyAccepted']);
  });

  it('the same event again sends nothing', async () => {
    const { sender, event, calls } = await sendingScene('same key', [accepted]);
    await sender('a')(event);
    await sender('a')(event);
    await sender('b')(event);
    expect(calls).toHaveLength(1);
  });

  it('a rate limit waits exactly as long as the platform says', async () => {
    const { sender, event, wait, story } = await sendingScene('never', [
      { outcome: 'retry', afterMs: 7_000, reason: 'too many requests' },
      accepted,
    ]);
    expect(await sender('a')(event)).toEqual({ later: new Date(Date.UTC(2026, 10, 23, 10, 0, 7)), reason: 'too many requests' });
    wait(7_000);
    expect(await sender('b')(event)).toBe('done');
    expect(await story()).toEqual(['SendingStarted', 'SendingDeferred', 'SendingStarted', 'ReplyAccepted']);
  });

  it('complaint 30: waits for its turn in the platform’s pace, and says so when that takes seconds', async () => {
    const { sender, event, turnIn, wait, calls, story } = await sendingScene('never', [accepted]);
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
    const { sender, event, held, wait } = await sendingScene('never', [holds('recipient'), holds('account'), accepted]);
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
    const { sender, event, calls } = await sendingScene('same key', [accepted]);
    await sender('a')(event);
    expect(calls[0]?.thread).toEqual({ lastCustomerMessageId: 'm1', messageIds: ['m1'] });
  });

  it('a refusal is recorded with its reason and remedy; what cannot go out is not tried', async () => {
    const { sender, event, story } = await sendingScene('same key', [
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
    const { store, calls, sender, event, tell, story } = await sendingScene('never', [accepted]);
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
    const { sender, event, calls, wait, story } = await sendingScene('same key', [unknown, unknown, accepted]);
    wait(51_000);
    expect(await sender('a')(event)).toMatchObject({ reason: expect.stringContaining('broke') });
    await sender('a')(event);
    expect(await sender('b')(event)).toBe('done');
    expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect((await story()).filter((type) => type === 'ReplyAccepted')).toHaveLength(1);
  });

  it('without a key it is a doubt for a person, and is not sent again by itself', async () => {
    const { sender, event, calls, wait, story } = await sendingScene('never', [unknown]);
    wait(51_000);
    expect(await sender('a')(event)).toBe('done');
    expect(await sender('b')(event)).toBe('done');
    expect(calls).toHaveLength(1);
    expect(await story()).toEqual(['SendingStarted', 'ReplyOutcomeUnknown']);
  });

  it('a person may decide to send it again', async () => {
    const { sender, event, calls, wait, tell } = await sendingScene('never', [unknown, accepted]);
    wait(51_000);
    await sender('a')(event);
    const [requeued] = await tell({ type: 'ResendReply', replyId, agentId }, 'resend');
    expect(await sender('a')(requeued as Extract<Recorded<ConversationEvent>, { type: 'ReplyRequeued' }>)).toBe('done');
    expect(calls).toHaveLength(2);
  });

  it('a sender that died between intent and outcome leaves the doubt to the next one', async () => {
    const { sender, event, calls, wait, story } = await sendingScene('never', [() => new Promise<SendOutcome>(() => undefined)]);
    wait(51_000);
    void sender('dies')(event);
    while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await sender('next')(event)).toBe('done');
    expect(calls).toHaveLength(1);
    expect(await story()).toEqual(['SendingStarted', 'ReplyOutcomeUnknown']);
  });

  it('an intent whose answer got lost is no doubt for the sender that never called', async () => {
    const { sender, event, calls, wait, ownerAway, story } = await sendingScene('never', [accepted]);
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
    const patient = await sendingScene('never', [accepted]);
    await patient.tell(taken, 'taken');
    for (const _ of [1, 2])
      expect(await patient.sender('a')(patient.event)).toMatchObject({ reason: expect.stringContaining('another app') });
    expect([patient.calls.length, await patient.story()]).toEqual([0, ['ThreadControlMoved', 'SendingDeferred']]);
    await patient.tell(granted, 'granted');
    expect([await patient.sender('a')(patient.event), patient.calls.length]).toEqual(['done', 1]);

    const refusal: SendOutcome = { outcome: 'rejected', code: 'other-app-owns-conversation', reason: 'not ours', remedy: 'take it' };
    const impatient = await sendingScene('never', [refusal]);
    await impatient.tell(taken, 'taken');
    impatient.wait(60_000);
    expect([await impatient.sender('a')(impatient.event), impatient.calls.length]).toEqual(['done', 1]);
    expect((await impatient.story()).at(-1)).toBe('ReplyFailed');
  });

  it('two senders at once make one call', async () => {
    const { sender, event, calls, wait } = await sendingScene('never', [
      () => new Promise((resolve) => setTimeout(() => resolve(accepted), 30)),
      accepted,
    ]);
    wait(51_000);
    await Promise.all([sender('a')(event), sender('b')(event)]);
    expect(calls).toHaveLength(1);
  });
});
