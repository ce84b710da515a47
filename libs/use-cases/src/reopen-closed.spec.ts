import { accountStream, type IntegrationAccountEvent } from '@madoguchi/accounts';
import { added, applied, deleted, linked, unlinked } from '@madoguchi/accounts/testing';
import {
  conversationDecider,
  type ConversationCommand,
  type ConversationEvent,
  conversationId,
  conversationStream,
  threadKey,
} from '@madoguchi/conversation';
import { messageCommand } from '@madoguchi/conversation/testing';
import type { InboundMessage } from '@madoguchi/contracts';
import { derivedId, type EventStore, fold, handleCommand, metadataOf, startOf, type StreamName } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { queueDecider, type QueueCommand, queueStream } from '@madoguchi/routing';
import { receiveInbound } from './receive-inbound.js';
import { reopenClosed } from './reopen-closed.js';

const tenantId = derivedId('spec', 'tenant');
const accountId = derivedId('spec', 'account');
const queueId = derivedId('spec', 'queue');
const aiko = derivedId('spec', 'aiko');
const ivan = derivedId('spec', 'ivan');
const DAY_MS = 86_400_000;
const why = 'The bell has come in';

let clock: number;
let store: EventStore;
let steps: number;
const now = () => new Date(clock);
const idOf = (number: number) => conversationId(tenantId, threadKey(accountId, 'U1'), number);
const cause = () => startOf(tenantId, { kind: 'agent', id: aiko }, derivedId('spec step', (steps += 1)));
const events = async (number: number) =>
  (await store.readStream(conversationStream(idOf(number)))) as unknown as readonly ConversationEvent[];
const types = async (number: number) => (await events(number)).map(({ type }) => type);
const stateOf = async (number: number) => fold(conversationDecider, await events(number));
const tell = (command: ConversationCommand, number = 1) =>
  handleCommand(store, conversationDecider, conversationStream(idOf(number)), command, cause(), { now });
const policy = (reopenDays: number) => {
  const set = (command: QueueCommand) => handleCommand(store, queueDecider, queueStream(queueId), command, cause(), { now });
  return set({ type: 'SetQueuePolicy', policy: { reopenDays } });
};
const append = async (stream: StreamName, ...facts: readonly IntegrationAccountEvent[]) => {
  const version = (await store.readStream(stream)).length;
  const recorded = facts.map((event, index) => ({
    ...event,
    id: derivedId(stream, version + index),
    schemaVersion: 1,
    metadata: metadataOf(cause(), now()),
  }));
  await store.append(stream, recorded, version === 0 ? 'no stream' : version);
};
const message = (n: number, change: object = {}) =>
  messageCommand(n, { threadKey: threadKey(accountId, 'U1'), accountId, queueId, ...change });
const reopen = (number = 1, by = aiko, commandId = derivedId('spec step', (steps += 1)), tenant = tenantId) => {
  const request = { id: idOf(number), command: { type: 'ReopenClosed', by, agentId: by, why } as const };
  return reopenClosed(store, now)({ ...request, cause: startOf(tenant, { kind: 'agent', id: by }, commandId) });
};
const refused = (code: string, details: object = {}) => ({ ok: false, refusal: { code, details } });

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 23, 10, 0);
  steps = 0;
  store = inMemoryEventStore({ now });
  await append(accountStream(accountId), added(), applied(), linked());
  await handleCommand(store, queueDecider, queueStream(queueId), { type: 'CreateQueue', name: 'Support', offerSeconds: 30 }, cause(), {
    now,
  });
  await policy(7);
  const offerId = derivedId('spec', 'offer');
  const explanation = { rule: '', waitedSeconds: 0, candidates: [] };
  await tell(message(1, { language: { language: 'ja', from: 'profile' } }));
  await tell({ type: 'OfferToAgent', offerId, agentId: aiko, queueId, expiresAt: now().toISOString(), explanation });
  await tell({ type: 'AssignToAgent', offerId, agentId: aiko });
});
const closed = () => tell({ type: 'CloseConversation', agentId: aiko });

describe('reopening a closed conversation', () => {
  it('goes on as the next one of the thread, says who wants it and why, and asks who had it first', async () => {
    await closed();
    clock += 7 * DAY_MS;
    expect(await reopen(1, ivan)).toMatchObject({ ok: true, id: idOf(2), version: 3 });
    expect((await stateOf(1)).status).toBe('closed');
    expect(await events(2)).toMatchObject([
      {
        type: 'ConversationOpened',
        data: { threadKey: threadKey(accountId, 'U1'), accountId, channel: 'line', number: 2, language: 'ja', afterOrderKey: '0001' },
      },
      { type: 'ConversationReopened', data: { fromConversationId: idOf(1), by: ivan, why, customerWroteAt: '2026-11-23T10:00:01.000Z' } },
      { type: 'AgentRequested', data: { queueId, reason: 'reopened', by: ivan, preferredAgentId: aiko } },
    ]);
  });

  it('asks who put it to sleep, where it ended in silence', async () => {
    await tell({ type: 'SnoozeConversation', agentId: aiko });
    await tell({ type: 'CloseAfterSilence', silentSince: 6 });
    await reopen(1, ivan);
    expect((await events(2)).at(-1)).toMatchObject({ data: { preferredAgentId: aiko } });
  });

  it('is done once, however often the same is asked, also when it would be too late', async () => {
    await closed();
    const commandId = derivedId('spec', 'once');
    const first = await reopen(1, aiko, commandId);
    clock += 30 * DAY_MS;
    expect(await reopen(1, aiko, commandId)).toEqual(first);
    expect(await types(2)).toHaveLength(3);
  });

  it('is refused while it is open, when its days are over, and where the queue gives none', async () => {
    expect(await reopen()).toMatchObject(refused('still-open'));
    await closed();
    const closedAt = now().toISOString();
    clock += 7 * DAY_MS + 1;
    expect(await reopen()).toMatchObject(refused('too-late-to-reopen', { days: 7, closedAt }));
    await policy(8);
    expect(await reopen()).toMatchObject({ ok: true });
    await policy(0);
    expect(await reopen(2)).toMatchObject(refused('still-open'));
  });

  it('is refused where a newer one is there, which is named', async () => {
    await closed();
    expect(await reopen(1, aiko)).toMatchObject({ ok: true });
    expect(await reopen(1, ivan)).toMatchObject(refused('newer-is-open', { conversationId: idOf(2) }));
    const offerId = derivedId('spec', 'offer 2');
    const explanation = { rule: '', waitedSeconds: 0, candidates: [] };
    await tell({ type: 'OfferToAgent', offerId, agentId: aiko, queueId, expiresAt: now().toISOString(), explanation }, 2);
    await tell({ type: 'AssignToAgent', offerId, agentId: aiko }, 2);
    await tell({ type: 'CloseConversation', agentId: aiko }, 2);
    expect(await reopen(1, ivan)).toMatchObject(refused('newer-is-closed', { conversationId: idOf(2) }));
    expect(await reopen(2, ivan)).toMatchObject({ ok: true, id: idOf(3) });
    expect((await events(3))[1]).toMatchObject({ data: { fromConversationId: idOf(2), customerWroteAt: '2026-11-23T10:00:01.000Z' } });
  });

  describe('whose next one a reaction to an old message has begun', () => {
    const reacts = () =>
      tell({ type: 'ReactToMessage', providerMessageId: 'long ago', reactions: ['👍'], reactedAt: now().toISOString() }, 2);
    beforeEach(async () => {
      await closed();
      await reacts();
    });

    it('asks whether it may be as ever', async () => {
      await append(accountStream(accountId), unlinked());
      expect(await reopen()).toMatchObject(refused('link-off'));
      clock += 7 * DAY_MS + 1;
      expect(await reopen()).toMatchObject(refused('too-late-to-reopen'));
      expect(await types(2)).toEqual(['CustomerReacted']);
    });

    it('goes on there, and later from there', async () => {
      expect(await reopen()).toMatchObject({ ok: true, id: idOf(2) });
      expect(await types(2)).toEqual(['CustomerReacted', 'ConversationOpened', 'ConversationReopened', 'AgentRequested']);
      const offerId = derivedId('spec', 'offer 2');
      const explanation = { rule: '', waitedSeconds: 0, candidates: [] };
      await tell({ type: 'OfferToAgent', offerId, agentId: aiko, queueId, expiresAt: now().toISOString(), explanation }, 2);
      await tell({ type: 'AssignToAgent', offerId, agentId: aiko }, 2);
      await tell({ type: 'CloseConversation', agentId: aiko }, 2);
      expect(await reopen(2)).toMatchObject({ ok: true, id: idOf(3) });
    });
  });

  it('is refused while nothing can be sent, and of another tenant there is nothing', async () => {
    await closed();
    await append(accountStream(accountId), unlinked());
    expect(await reopen()).toMatchObject(refused('link-off'));
    await append(accountStream(accountId), deleted());
    expect(await reopen()).toMatchObject(refused('account-deleted'));
    const other = derivedId('spec', 'other tenant');
    expect(await reopen(1, aiko, derivedId('spec', 'theirs'), other)).toMatchObject(refused('no-such-conversation'));
    const nowhere = { id: 'x', command: { type: 'ReopenClosed', by: aiko, why } as const, cause: cause() };
    expect(await reopenClosed(store, now)(nowhere)).toMatchObject(refused('malformed-command'));
  });

  it('and a message of the customer at the same moment are in one conversation, whoever is first', async () => {
    await closed();
    const inbound: InboundMessage = {
      tenantId,
      accountId,
      channel: 'line',
      queueId,
      receivedAt: now().toISOString(),
      item: {
        kind: 'message',
        dedupKey: 'again',
        conversationKey: 'U1',
        customer: { key: 'U1' },
        providerMessageId: 'again',
        content: { type: 'text', text: 'One more thing' },
        sentAt: now().toISOString(),
        orderKey: '0009',
      },
    };
    await Promise.all([reopen(), receiveInbound(store, now)(inbound)]);
    expect(await types(2)).toContain('CustomerMessageReceived');
    expect((await types(2)).filter((type) => type === 'ConversationOpened')).toHaveLength(1);
    expect(await types(3)).toEqual([]);
    await receiveInbound(store, now)({ ...inbound, item: { ...inbound.item, dedupKey: 'later', providerMessageId: 'later' } as never });
    expect((await types(2)).at(-1)).toBe('CustomerMessageReceived');
  });
});
