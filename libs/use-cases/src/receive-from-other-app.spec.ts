import {
  conversationDecider,
  type ConversationEvent,
  conversationId,
  conversationStream,
  shelfStream,
  threadKey,
} from '@madoguchi/conversation';
import type { InboundItem, InboundMessage } from '@madoguchi/contracts';
import { derivedId, fold } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { receiveInbound } from './receive-inbound.js';

const tenantId = derivedId('spec', 'tenant');
const accountId = derivedId('spec', 'account');
const queueId = derivedId('spec', 'queue');

const item = (n: number, change: Partial<Extract<InboundItem, { kind: 'message' }>> = {}): InboundItem => ({
  kind: 'message',
  dedupKey: `event-${n}`,
  conversationKey: 'U1',
  customer: { key: 'U1', displayName: '田中' },
  providerMessageId: `m${n}`,
  content: { type: 'text', text: `message ${n}` },
  sentAt: new Date(Date.UTC(2026, 10, 23, 10, n)).toISOString(),
  orderKey: String(n).padStart(4, '0'),
  ...change,
});

const message = (inbound: InboundItem): InboundMessage => ({
  tenantId,
  accountId,
  channel: 'messenger',
  queueId,
  receivedAt: '2026-11-23T10:00:00.000Z',
  item: inbound,
});

describe('a page that a bot at the platform serves too', () => {
  const botId = derivedId('spec', 'bot');
  const person = { conversationKey: 'U1', customer: { key: 'U1' } };
  const standby = (n: number) => item(n, { standby: true });
  const at = (minute: number, second: number) => new Date(Date.UTC(2026, 10, 23, 10, minute, second)).toISOString();
  const bots = (n: number, appId = '99'): InboundItem => ({
    kind: 'other app message',
    dedupKey: `echo:b${n}`,
    ...person,
    providerMessageId: `b${n}`,
    content: { type: 'text', text: `bot ${n}` },
    sentAt: at(n, 30),
    orderKey: `${String(n).padStart(4, '0')}b`,
    appId,
  });
  const control = (what: 'passed' | 'taken' | 'requested', appId: string, n: number, metadata?: string): InboundItem => ({
    kind: 'thread control',
    dedupKey: `${what}:${appId}:${n}`,
    ...person,
    what,
    appId,
    ours: appId === '55',
    metadata,
    at: at(n, 45),
  });
  const scene = (account: { botId?: string; botAppId?: string } = { botId, botAppId: '99' }) => {
    const now = () => new Date(Date.UTC(2026, 10, 23, 11));
    const store = inMemoryEventStore({ now });
    const receive = receiveInbound(store, now, undefined, { ofAccount: async () => account, detect: () => undefined });
    const tell = async (...items: readonly InboundItem[]) => {
      for (const each of items) await receive(message(each));
    };
    const events = async (number = 1) =>
      (await store.readStream(
        conversationStream(conversationId(tenantId, threadKey(accountId, 'U1'), number)),
      )) as unknown as readonly ConversationEvent[];
    const shelved = async (of: InboundItem) => (await store.readStream(shelfStream(tenantId, accountId, of.dedupKey))).length;
    return { tell, events, shelved, state: async () => fold(conversationDecider, await events()) };
  };

  it('M-188, M-189: what the bot and the customer say stands in one conversation in order, is the bot’s, and nobody is asked', async () => {
    const { tell, events, state } = scene();
    await tell(standby(1), bots(1), standby(2), bots(2), bots(2));
    expect(
      (await events()).flatMap(({ type, data }) =>
        'providerMessageId' in data ? [[type, data.providerMessageId, 'botId' in data && data.botId]] : [],
      ),
    ).toEqual([
      ['CustomerMessageReceived', 'm1', botId],
      ['OtherAppWrote', 'b1', botId],
      ['CustomerMessageReceived', 'm2', botId],
      ['OtherAppWrote', 'b2', botId],
    ]);
    expect((await events()).map(({ type }) => type)).not.toContain('AgentRequested');
    expect(await state()).toMatchObject({ owner: undefined, control: { holder: 'bot', botId } });
  });

  it('M-181: is handed over with what the bot tells, and taken back', async () => {
    const { tell, events, state } = scene();
    const told = JSON.stringify({
      queueId: 'nonsense',
      skills: ['returns'],
      language: 'ja',
      reason: 'asked for human',
      fields: { order: 4711 },
    });
    await tell(standby(1), bots(1), control('passed', '55', 1, told));
    expect((await events()).slice(-2)).toMatchObject([
      {
        type: 'ControlPassed',
        data: {
          to: 'nobody',
          reason: 'bot asked',
          queueId,
          skills: ['returns'],
          language: 'ja',
          summary: 'asked for human',
          fields: [{ name: 'order', value: '4711' }],
        },
      },
      { type: 'AgentRequested', data: { queueId, reason: 'handed over' } },
    ]);
    await tell(control('requested', '99', 2), control('taken', '99', 3), control('passed', '55', 2));
    expect(await state()).toMatchObject({ control: { holder: 'bot', epoch: 3 }, thread: { owner: 'bot' } });
  });

  it('keeps words of a hand-over that are no JSON as they stand', async () => {
    const { tell, events } = scene();
    await tell(standby(1), control('passed', '55', 1, 'wants a person'));
    expect((await events()).at(-2)).toMatchObject({ type: 'ControlPassed', data: { summary: 'wants a person' } });
  });

  it('lets what comes to us go to people, whatever bot is set', async () => {
    const { tell, events } = scene();
    await tell(item(1));
    expect((await events()).map(({ type }) => type)).toEqual([
      'ConversationOpened',
      'ThreadControlMoved',
      'CustomerMessageReceived',
      'AgentRequested',
    ]);
  });

  it('has a person in the platform’s inbox shown, who is no bot', async () => {
    const { tell, events } = scene();
    await tell(standby(1), control('taken', '263902037430900', 1), bots(2, '263902037430900'));
    expect((await events()).slice(-2)).toMatchObject([
      { data: { owner: 'another app' } },
      { type: 'OtherAppWrote', data: { appId: '263902037430900' } },
    ]);
    expect((await events()).at(-1)!.data).not.toHaveProperty('botId');
  });

  it('shelves what no conversation is there for, and all of it where no bot of the account is such an app', async () => {
    const early = scene();
    await early.tell(bots(1), control('passed', '55', 1));
    expect([await early.shelved(bots(1)), await early.shelved(control('passed', '55', 1)), await early.events()]).toEqual([1, 1, []]);
    const reaction: InboundItem = {
      kind: 'reaction',
      dedupKey: 'r1',
      ...person,
      providerMessageId: 'm0',
      reactions: ['👍'],
      reactedAt: at(1, 0),
    };
    const begun = scene();
    await begun.tell(reaction, bots(1), control('passed', '55', 1));
    expect([await begun.shelved(bots(1)), await begun.shelved(control('passed', '55', 1))]).toEqual([1, 1]);
    for (const account of [{}, { botId }]) {
      const without = scene(account);
      await without.tell(standby(1), bots(1));
      expect([await without.shelved(standby(1)), await without.shelved(bots(1)), await without.events()]).toEqual([1, 1, []]);
    }
  });
});
