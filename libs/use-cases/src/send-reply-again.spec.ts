import { derivedId } from '@madoguchi/event-sourcing';
import type { SendOutcome } from './channel.js';
import { chooseProfile } from './testing/choose-profile.js';
import { accepted, agentId, rejected, replyId, sendingScene, tenantId, unknown } from './testing/sending-scene.js';
import type { QueuedReply } from './send-reply.js';

const neverAnswered = (): Promise<SendOutcome> => new Promise(() => undefined);

describe('an answer that a person sends again', () => {
  it('fails again with a word each time it still cannot go out, and goes out when it can', async () => {
    const { sender, event, resend, closeWindow, story, status, calls } = await sendingScene('never', [accepted]);
    const send = sender('a');
    closeWindow(true);
    expect(await send(event)).toBe('done');
    for (const again of ['first', 'second']) {
      expect(await send(await resend(again))).toBe('done');
      expect(await status()).toBe('failed');
    }
    closeWindow(false);
    expect(await send(await resend('third'))).toBe('done');
    expect(await story()).toEqual([
      'ReplyFailed',
      ...['ReplyRequeued', 'ReplyFailed'],
      ...['ReplyRequeued', 'ReplyFailed'],
      ...['ReplyRequeued', 'SendingStarted', 'ReplyAccepted'],
    ]);
    expect([calls.length, await status()]).toEqual([1, 'accepted']);
  });

  it('fails again with a word while the profile of the account still does not allow it', async () => {
    const { store, sender, tell, story } = await sendingScene('never', []);
    await chooseProfile(store, { tenantId }, { inbound: [], outbound: ['image/png'] });
    const media = { mediaId: derivedId('spec', 'file'), source: { kind: 'stored' }, mimeType: 'image/gif' } as const;
    const picture = { replyId: derivedId('spec', 'picture'), agentId };
    const send = sender('a');
    const [queued] = await tell({ type: 'ReplyToCustomer', ...picture, content: { type: 'image', media } }, 'picture');
    await send(queued as unknown as QueuedReply);
    const [requeued] = await tell({ type: 'ResendReply', ...picture }, 'again');
    expect(await send(requeued as unknown as QueuedReply)).toBe('done');
    expect(await story()).toEqual(['ReplyQueued', 'ReplyFailed', 'ReplyRequeued', 'ReplyFailed']);
  });

  it('goes out though a bot had the conversation when it should go out first', async () => {
    const { sender, event, resend, tell, story, status, calls } = await sendingScene('never', [accepted]);
    const send = sender('a');
    await tell({ type: 'GiveToBot', botId: derivedId('spec', 'bot'), agentId }, 'give');
    expect(await send(event)).toBe('done');
    expect(await status()).toBe('failed');
    await tell({ type: 'TakeOver', agentId, offerId: derivedId('spec', 'take over') }, 'take');
    expect(await send(await resend('again'))).toBe('done');
    expect(await story()).toEqual([
      ...['ControlPassed', 'ReplyFailed'],
      ...['ControlPassed', 'ConversationAssigned', 'ReplyRequeued'],
      ...['SendingStarted', 'ReplyAccepted'],
    ]);
    expect([calls.length, await status()]).toEqual([1, 'accepted']);
  });

  it.each([
    ['rejected', rejected, 'ReplyFailed', 'failed'],
    ['in doubt', unknown, 'ReplyOutcomeUnknown', 'unknown'],
  ])('is started anew, and ends anew, each time it is %s', async (_, outcome, end, inWords) => {
    const { sender, event, resend, wait, story, status, calls } = await sendingScene('never', [outcome, outcome, accepted]);
    wait(51_000);
    const send = sender('a');
    await send(event);
    expect(await send(await resend('first'))).toBe('done');
    expect(await status()).toBe(inWords);
    expect(await send(await resend('second'))).toBe('done');
    expect(await story()).toEqual([
      ...['SendingStarted', end],
      ...['ReplyRequeued', 'SendingStarted', end],
      ...['ReplyRequeued', 'SendingStarted', 'ReplyAccepted'],
    ]);
    expect([calls.length, await status()]).toEqual([3, 'accepted']);
  });

  it('by an administrator after an outage is started anew as well', async () => {
    const { sender, event, tell, story, status } = await sendingScene('never', [rejected, rejected, accepted]);
    const send = sender('a');
    await send(event);
    for (const step of ['first', 'second']) {
      const [requeued] = await tell({ type: 'ResendAfterOutage', replyId }, step);
      expect(await send(requeued as unknown as QueuedReply)).toBe('done');
    }
    expect(await story()).toEqual([
      ...['SendingStarted', 'ReplyFailed'],
      ...['ReplyRequeued', 'SendingStarted', 'ReplyFailed'],
      ...['ReplyRequeued', 'SendingStarted', 'ReplyAccepted'],
    ]);
    expect(await status()).toBe('accepted');
  });

  it.each([
    ['rejected', rejected, 'ReplyFailed'],
    ['in doubt', unknown, 'ReplyOutcomeUnknown'],
  ])('after it was %s is a doubt when its sender dies in the call, and is not sent by the next one', async (_, outcome, end) => {
    const { sender, event, resend, wait, story, status, calls } = await sendingScene('never', [outcome, neverAnswered]);
    wait(51_000);
    const dies = sender('dies');
    await dies(event);
    const requeued = await resend('again');
    void dies(requeued);
    while (calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await sender('next')(requeued)).toBe('done');
    expect(await story()).toEqual(['SendingStarted', end, 'ReplyRequeued', 'SendingStarted', 'ReplyOutcomeUnknown']);
    expect([calls.length, await status()]).toEqual([2, 'unknown']);
  });

  it('is no doubt for its sender when only the answer to the intent got lost', async () => {
    const { sender, event, resend, wait, ownerAway, story, calls } = await sendingScene('never', [rejected, accepted]);
    wait(51_000);
    const send = sender('a');
    await send(event);
    const requeued = await resend('again');
    ownerAway(true);
    await expect(send(requeued)).rejects.toThrow('no answer');
    expect(calls).toHaveLength(1);
    ownerAway(false);
    expect(await send(requeued)).toBe('done');
    expect(await story()).toEqual(['SendingStarted', 'ReplyFailed', 'ReplyRequeued', 'SendingStarted', 'ReplyAccepted']);
    expect(calls).toHaveLength(2);
  });

  it('is called once though two senders have it at once', async () => {
    const { sender, event, resend, wait, story, calls } = await sendingScene('never', [rejected, accepted, accepted]);
    wait(51_000);
    const [one, other] = [sender('a'), sender('b')];
    await one(event);
    const requeued = await resend('again');
    await Promise.all([one(requeued), other(requeued)]);
    expect(calls).toHaveLength(2);
    expect((await story()).slice(0, 4)).toEqual(['SendingStarted', 'ReplyFailed', 'ReplyRequeued', 'SendingStarted']);
  });

  it.each([
    ['the same sender', 'a'],
    ['another sender', 'b'],
  ])('goes out once though what queued it first comes to %s again before it', async (_, who) => {
    const { sender, event, resend, closeWindow, story, status, calls } = await sendingScene('never', [accepted]);
    const send = sender('a');
    const late = who === 'a' ? send : sender(who);
    closeWindow(true);
    await send(event);
    const first = await resend('first');
    await late(event);
    await send(first);
    const second = await resend('second');
    closeWindow(false);
    for (const older of [event, first]) expect(await late(older)).toBe('done');
    expect(await send(second)).toBe('done');
    expect((await story()).filter((type) => type === 'SendingStarted' || type === 'ReplyAccepted')).toEqual([
      'SendingStarted',
      'ReplyAccepted',
    ]);
    expect([calls.length, await status()]).toEqual([1, 'accepted']);
  });

  it('takes its turn anew when it failed before its turn came', async () => {
    const { sender, event, resend, turnIn, turnsTaken, wait, closeWindow } = await sendingScene('never', [accepted]);
    const send = sender('a');
    turnIn(12_000);
    await send(event);
    closeWindow(true);
    wait(12_000);
    expect(await send(event)).toBe('done');
    closeWindow(false);
    turnIn(12_000);
    expect(await send(await resend('again'))).toMatchObject({ later: new Date(Date.UTC(2026, 10, 23, 10, 0, 24)) });
    expect(turnsTaken()).toBe(2);
  });
});

describe('what the platform said is not lost with the owner of the conversation', () => {
  it.each<[string, SendOutcome, readonly string[], string]>([
    ['accepted', accepted, ['SendingStarted', 'ReplyAccepted'], 'accepted'],
    ['rejected', rejected, ['SendingStarted', 'ReplyFailed'], 'failed'],
  ])('%s: it is recorded when the owner is there again, without a second call', async (_, outcome, expected, end) => {
    const scene = await sendingScene('never', [
      async () => {
        scene.ownerDown(true);
        return outcome;
      },
    ]);
    scene.wait(51_000);
    const send = scene.sender('a');
    for (const _again of [1, 2]) await expect(send(scene.event)).rejects.toThrow('nobody listens');
    scene.ownerDown(false);
    expect(await send(scene.event)).toBe('done');
    expect(await scene.story()).toEqual(expected);
    expect([scene.calls.length, await scene.status()]).toEqual([1, end]);
  });

  it('accepted, as of then and under the platform’s own ids', async () => {
    const scene = await sendingScene('never', [
      async () => {
        scene.ownerDown(true);
        return accepted;
      },
    ]);
    const send = scene.sender('a');
    await expect(send(scene.event)).rejects.toThrow('nobody listens');
    scene.ownerDown(false);
    scene.wait(30_000);
    await send(scene.event);
    expect((await scene.store.readStream(scene.event.stream)).at(-1)).toMatchObject({
      type: 'ReplyAccepted',
      data: { replyId, providerMessageIds: ['s1'], acceptedAt: '2026-11-23T10:00:00.000Z' },
    });
  });

  it('"later": it waits in the queue again and goes out then', async () => {
    const scene = await sendingScene('never', [
      async () => {
        scene.ownerDown(true);
        return { outcome: 'retry', afterMs: 7_000, reason: 'too many requests' };
      },
      accepted,
    ]);
    scene.wait(51_000);
    const send = scene.sender('a');
    await expect(send(scene.event)).rejects.toThrow('nobody listens');
    scene.ownerDown(false);
    expect(await send(scene.event)).toMatchObject({ reason: 'too many requests' });
    scene.wait(7_000);
    expect(await send(scene.event)).toBe('done');
    expect(await scene.story()).toEqual(['SendingStarted', 'SendingDeferred', 'SendingStarted', 'ReplyAccepted']);
  });

  it('"not by this handle": it goes out by push', async () => {
    const scene = await sendingScene('never', [
      async () => {
        scene.ownerDown(true);
        return { outcome: 'retry', afterMs: 0, reason: 'invalid reply token', useRoute: { kind: 'push' } };
      },
      accepted,
    ]);
    const send = scene.sender('a');
    await expect(send(scene.event)).rejects.toThrow('nobody listens');
    scene.ownerDown(false);
    await send(scene.event);
    expect(await send(scene.event)).toBe('done');
    expect(scene.calls.map(({ route }) => route.kind)).toEqual(['reply', 'push']);
    expect(await scene.story()).toEqual(['SendingStarted', 'SendingDeferred', 'SendingStarted', 'ReplyAccepted']);
  });

  it('a doubt that another sender recorded meanwhile is cleared, also when a person has sent it again already', async () => {
    for (const again of [false, true]) {
      const scene = await sendingScene('never', [
        async () => {
          scene.ownerDown(true);
          return accepted;
        },
      ]);
      scene.wait(51_000);
      const send = scene.sender('a');
      await expect(send(scene.event)).rejects.toThrow('nobody listens');
      scene.ownerDown(false);
      await scene.sender('b')(scene.event);
      expect(await scene.status()).toBe('unknown');
      expect(await send(again ? await scene.resend('again') : scene.event)).toBe('done');
      expect([scene.calls.length, await scene.status()]).toEqual([1, 'accepted']);
    }
  });

  it('an answer to the record that got lost is no second record', async () => {
    const scene = await sendingScene('never', [
      async () => {
        scene.ownerAway(true);
        return accepted;
      },
    ]);
    const send = scene.sender('a');
    await expect(send(scene.event)).rejects.toThrow('no answer');
    scene.ownerAway(false);
    expect(await send(scene.event)).toBe('done');
    expect(await scene.story()).toEqual(['SendingStarted', 'ReplyAccepted']);
    expect(scene.calls).toHaveLength(1);
  });
});
