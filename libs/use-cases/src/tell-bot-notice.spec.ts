import { accountStream, botNoticeStream, type IntegrationAccountCommand, integrationAccountDecider } from '@madoguchi/accounts';
import { contactDecider, contactStream, shelfDecider, shelfStream } from '@madoguchi/conversation';
import { derivedId, ERASED, handleCommand, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { Channel, SendOutcome, SendRequest } from './channel.js';
import { type ContactFollowed, ROOM_MESSAGE, tellBotNotice, type WebhookItemShelved } from './tell-bot-notice.js';

const tenantId = derivedId('spec', 'tenant');
const accountId = derivedId('spec', 'bot');
const member = derivedId('spec', 'member');
const room = derivedId('spec', 'room');
const description = '人事への質問はこちらへどうぞ。';
const accepted: SendOutcome = { outcome: 'accepted', providerMessageIds: [] };

/** A bot of ours, LINE WORKS that answers in order (and takes the rest), and as many senders as wanted. */
const scene = (...outcomes: readonly SendOutcome[]) => {
  let clock = Date.UTC(2026, 10, 25, 10, 0);
  let commands = 0;
  const now = () => new Date(clock);
  const store = inMemoryEventStore({ now });
  const sent: SendRequest[] = [];
  const answers = [...outcomes];
  const channel = {
    type: 'lineworks',
    capabilities: { rates: { account: { burst: 60, perSecond: 1 } } },
    send: (request: SendRequest) => {
      sent.push(request);
      return Promise.resolve(answers.shift() ?? accepted);
    },
  } as unknown as Channel;
  const cause = (subject?: string) => ({
    ...startOf(tenantId, { kind: 'admin', id: 'spec' }, derivedId('spec', (commands += 1))),
    subject,
  });
  const account = async (...given: readonly IntegrationAccountCommand[]) => {
    for (const command of given) await handleCommand(store, integrationAccountDecider, accountStream(accountId), command, cause(), { now });
  };
  return {
    sent,
    store,
    account,
    pass: (milliseconds: number) => (clock += milliseconds),
    bot: (language?: string) =>
      account(
        { type: 'AddAccount', accountType: 'lineworks', name: 'HR', webhookKey: 'key', botWay: 'simple', at: now().toISOString() },
        { type: 'SetBotProfile', name: '人事相談', description },
        { type: 'ApplyAccount', language, changedFields: [] },
      ),
    sender: () =>
      tellBotNotice({
        store,
        channels: new Map([['lineworks', channel]]),
        credentials: () => Promise.resolve({ botId: '2000001' }),
        pace: { take: () => Promise.resolve(now()), hold: () => Promise.resolve() },
        now,
      }),
    follows: async () => {
      const command = { type: 'RecordFollow', at: now().toISOString(), accountId, customerKey: 'hana' } as const;
      const [event] = await handleCommand(store, contactDecider, contactStream(member), command, cause(member), { now });
      return event as ContactFollowed;
    },
    writesInRoom: async (message: string) => {
      const raw = { type: 'message', source: { userId: 'hana', channelId: 'room-1' }, content: { type: 'text', text: message } };
      const command = {
        type: 'ShelveWebhookItem',
        accountId,
        channel: 'lineworks',
        kind: ROOM_MESSAGE,
        reason: 'one to one',
        raw,
        receivedAt: now().toISOString(),
      } as const;
      const [event] = await handleCommand(store, shelfDecider, shelfStream(tenantId, accountId, message), command, cause(room), { now });
      return event as WebhookItemShelved;
    },
    told: async (contactId: string) => (await store.readStream(botNoticeStream(accountId, contactId))).map(({ type }) => type),
  };
};

const retry: SendOutcome = { outcome: 'retry', afterMs: 5_000, reason: 'slow down', holds: 'account' };

describe('what a bot tells of its own accord', () => {
  it('M-85: greets a member with its description, once for ever, however often they add it and whoever sends', async () => {
    const { bot, sender, follows, sent, told } = scene();
    await bot();
    const [first, second] = [sender(), sender()];
    const events = [await follows(), await follows()];
    await Promise.all([first(events[0]!), second(events[0]!), first(events[1]!), second(events[1]!)]);
    await first(await follows());
    expect(sent).toEqual([
      {
        route: { kind: 'push' },
        recipient: 'hana',
        toRoom: undefined,
        content: { type: 'text', text: description },
        idempotencyKey: expect.any(String),
      },
    ]);
    expect(await told(member)).toEqual(['BotNoticeQueued', 'BotNoticeStarted', 'BotNoticeSent']);
  });

  it('M-85: what certainly did not arrive is told later; a doubt is recorded and never told again', async () => {
    const waiting = scene(retry, { outcome: 'unknown', reason: 'no answer within the deadline' });
    await waiting.bot();
    const event = await waiting.follows();
    const tell = waiting.sender();
    expect(await tell(event)).toMatchObject({ later: expect.any(Date) });
    waiting.pass(10_000);
    expect(await tell(event)).toBe('done');
    waiting.pass(120_000);
    expect(await waiting.sender()(event)).toBe('done');
    expect(waiting.sent).toHaveLength(2);
    expect(await waiting.told(member)).toEqual([
      'BotNoticeQueued',
      'BotNoticeStarted',
      'BotNoticeFailed',
      'BotNoticeStarted',
      'BotNoticeDoubtful',
    ]);
  });

  it('M-85: a sender that died in the call is followed by a doubt, not by a second greeting', async () => {
    const dying = scene();
    await dying.bot();
    const event = await dying.follows();
    const dead = tellBotNotice({
      store: dying.store,
      channels: new Map([
        [
          'lineworks',
          {
            capabilities: { rates: { account: { burst: 1, perSecond: 1 } } },
            send: () => Promise.reject(new Error('killed')),
          } as unknown as Channel,
        ],
      ]),
      credentials: () => Promise.resolve({}),
      pace: { take: () => Promise.resolve(new Date(0)), hold: () => Promise.resolve() },
      now: () => new Date(event.metadata.occurredAt),
    });
    await expect(dead(event)).rejects.toThrow('killed');
    expect(await dying.sender()(event)).toMatchObject({ later: expect.any(Date) });
    dying.pass(60_000);
    expect(await dying.sender()(event)).toBe('done');
    expect(dying.sent).toEqual([]);
    expect(await dying.told(member)).toEqual(['BotNoticeQueued', 'BotNoticeStarted', 'BotNoticeDoubtful']);
  });

  it('M-80: tells a room of several people politely that it talks one to one, once, in the language of the account', async () => {
    const { bot, sender, writesInRoom, sent, told } = scene();
    await bot('ja');
    const tell = sender();
    for (const message of ['hello', 'is anybody there?']) expect(await tell(await writesInRoom(message))).toBe('done');
    expect(sent).toMatchObject([{ recipient: 'room-1', toRoom: true, content: { text: expect.stringContaining('1対1のトーク') } }]);
    expect(await told(room)).toEqual(['BotNoticeQueued', 'BotNoticeStarted', 'BotNoticeSent']);
  });

  it('tells nothing for a bot that is gone, that has no description here, or to somebody who was erased', async () => {
    const { bot, account, sender, follows, sent } = scene();
    const [console, erased] = [scene(), scene()];
    await console.account({ type: 'AddAccount', accountType: 'lineworks', name: 'HR', webhookKey: 'key', botWay: 'console' });
    expect(await console.sender()(await console.follows())).toBe('done');
    await erased.bot();
    const event = await erased.follows();
    expect(await erased.sender()({ ...event, data: { ...event.data, customerKey: ERASED } } as ContactFollowed)).toBe('done');
    await bot();
    const late = await follows();
    await account({ type: 'DeleteAccount', typedName: 'HR', at: '2026-11-25T10:00:00.000Z' });
    expect(await sender()(late)).toBe('done');
    expect([...sent, ...console.sent, ...erased.sent]).toEqual([]);
  });
});
