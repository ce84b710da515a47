import type { Bot } from '@madoguchi/accounts';
import {
  conversationDecider,
  type ConversationCommand,
  type ConversationEvent,
  conversationId,
  conversationStream,
} from '@madoguchi/conversation';
import { accountId, aiko, bot as botId, firstOffer, messageCommand, queueId } from '@madoguchi/conversation/testing';
import { type Cause, derivedId, handleCommand, type RecordedEvent, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { Channel, ReceiverRole, ThreadOutcome } from './channel.js';
import { moveThread, type ThreadCause } from './move-thread.js';
import { plainIds } from './pseudonyms.js';

const tenantId = derivedId('spec', 'tenant');
const id = derivedId('spec', 'conversation');
const now = () => new Date('2026-11-23T10:00:30.000Z');
const botHasThread = messageCommand(1, { channel: 'messenger', botId, threadOwner: 'bot' });

/** A conversation at Messenger, and a platform that answers calls about threads by this script. */
const scene = async (
  first: ConversationCommand,
  role: ReceiverRole,
  script: readonly ThreadOutcome[] = [],
  kind: Bot['kind'] = 'messenger',
) => {
  const store = inMemoryEventStore({ now });
  const stream = conversationStream(id);
  const steps = [...script];
  const calls: object[] = [];
  const pauses: number[] = [];
  let commands = 0;
  const run = (command: ConversationCommand, cause: Cause, to = stream) =>
    handleCommand(store, conversationDecider, to, command, cause, { now });
  const tell = (command: ConversationCommand, to = stream) =>
    run(command, startOf(tenantId, { kind: 'system', automation: 'spec' }, derivedId('spec', (commands += 1))), to);
  const threadControl = {
    expectedRole: () => role,
    readRole: async () => role,
    move: async ({ action, recipient, appId }: { action: string; recipient: string; appId?: string }): Promise<ThreadOutcome> => {
      calls.push({ action, recipient, ...(action === 'pass' ? { appId } : {}) });
      return steps.shift() ?? { outcome: 'done' };
    },
  };
  const move = moveThread({
    store,
    channels: new Map([['messenger', { type: 'messenger', threadControl } as unknown as Channel]]),
    pseudonyms: plainIds,
    bot: async () => ({ kind, appId: '99' }),
    credentials: async () => ({}),
    command: async (_, command, cause) => {
      const events = await run(command, cause);
      return { ok: true, version: null, events: events.map(({ id: eventId, type, position }) => ({ id: eventId, type, position })) };
    },
    pause: async (milliseconds) => void pauses.push(milliseconds),
    now,
  });
  const events = async () => (await store.readStream(stream)) as unknown as readonly (RecordedEvent & ConversationEvent)[];
  const last = async (type: ConversationEvent['type']) => (await events()).findLast((event) => event.type === type);
  const after = async (command: ConversationCommand, type: ThreadCause['type'] = 'ControlPassed') => {
    await tell(command);
    return move((await last(type)) as unknown as ThreadCause);
  };
  await tell(first);
  return { tell, move, after, last, calls, pauses };
};

const takeOver = { type: 'TakeOver', agentId: aiko, offerId: firstOffer } as const;

describe('the thread at the platform follows the control', () => {
  it.each([
    ['primary', 'take'],
    ['secondary', 'request'],
  ] as const)('M-184, M-187: an agent takes over; as the %s receiver our app makes the call "%s"', async (role, action) => {
    const { after, last, calls } = await scene(botHasThread, role);
    expect(await after(takeOver)).toEqual({ action, outcome: 'done' });
    expect(calls).toEqual([{ action, recipient: 'U1' }]);
    expect(await last('ThreadControlTried')).toMatchObject({ data: { action, epoch: 2, outcome: 'done', at: now().toISOString() } });
  });

  it('given back to the bot, it passes to the bot’s app', async () => {
    const { after, calls } = await scene(botHasThread, 'primary');
    await after(takeOver);
    expect(await after({ type: 'GiveToBot', botId, agentId: aiko })).toEqual({ action: 'pass', outcome: 'done' });
    expect(calls.at(-1)).toEqual({ action: 'pass', recipient: 'U1', appId: '99' });
  });

  it('is asked for when people go on because the bot is silent', async () => {
    const { after } = await scene(botHasThread, 'secondary');
    expect(await after({ type: 'HandOver', epoch: 1, reason: 'bot silent' })).toMatchObject({ action: 'request' });
  });

  it('goes back to the bot with the end of the conversation: the next one begins with it', async () => {
    const { after, tell } = await scene(botHasThread, 'primary');
    await after(takeOver);
    await tell({ type: 'ReplyToCustomer', replyId: derivedId('r'), agentId: aiko, content: { type: 'text', text: 'bye' } });
    expect(await after({ type: 'CloseConversation', agentId: aiko }, 'ConversationClosed')).toMatchObject({ action: 'pass' });
  });

  it('stays where the customer or an agent has gone on before the end was seen', async () => {
    const next = conversationStream(conversationId(tenantId, `${accountId}/U1`, 2));
    const { after, tell, move, last, calls } = await scene(botHasThread, 'primary');
    await after(takeOver);
    await tell({ type: 'ReactToMessage', providerMessageId: 'long ago', reactions: ['👍'], reactedAt: now().toISOString() }, next);
    await tell({ type: 'CloseConversation', agentId: aiko });
    await tell(messageCommand(2, { channel: 'messenger', number: 2, threadOwner: 'us' }), next);
    for (const type of ['ControlPassed', 'ConversationClosed'] as const)
      expect(await move((await last(type)) as unknown as ThreadCause)).toEqual({ action: 'none', outcome: 'done' });
    expect(calls).toHaveLength(1);
  });

  it('passes where nothing but a reaction has come of the next one', async () => {
    const next = conversationStream(conversationId(tenantId, `${accountId}/U1`, 2));
    const { after, tell } = await scene(botHasThread, 'primary');
    await after(takeOver);
    await tell({ type: 'ReactToMessage', providerMessageId: 'long ago', reactions: ['👍'], reactedAt: now().toISOString() }, next);
    expect(await after({ type: 'CloseConversation', agentId: aiko }, 'ConversationClosed')).toMatchObject({ action: 'pass' });
  });

  it('is let alone when the platform has moved it, when it was done, and where no bot is an app', async () => {
    const passed = {
      type: 'ReportThreadControl',
      owner: 'us',
      how: 'passed',
      at: '2026-11-23T10:00:09.000Z',
      botId,
      queueId,
      handed: {},
    } as const;
    const moved = await scene(botHasThread, 'primary');
    expect(await moved.after(passed)).toMatchObject({ action: 'none' });
    const again = await scene(botHasThread, 'primary');
    await again.after(takeOver);
    expect(await again.move((await again.last('ControlPassed')) as unknown as ThreadCause)).toMatchObject({ action: 'none' });
    const webhook = await scene(messageCommand(1, { channel: 'messenger', botId }), 'primary', [], 'webhook');
    expect(await webhook.after(takeOver)).toMatchObject({ action: 'none' });
    expect([moved.calls.length, again.calls.length, webhook.calls.length]).toEqual([0, 1, 0]);
  });
});

describe('a call about a thread', () => {
  const busy: ThreadOutcome = { outcome: 'retry', afterMs: 60_000, reason: 'busy' };

  it('is repeated while nobody knows, three times; then that is what is recorded', async () => {
    const better = await scene(botHasThread, 'primary', [busy, busy]);
    expect(await better.after(takeOver)).toEqual({ action: 'take', outcome: 'done' });
    expect([better.calls.length, better.pauses]).toEqual([3, [5_000, 5_000]]);
    const never = await scene(botHasThread, 'primary', [busy, busy, busy]);
    expect(await never.after(takeOver)).toEqual({ action: 'take', outcome: 'unknown' });
    expect([never.calls.length, await never.last('ThreadControlTried')]).toMatchObject([
      3,
      { data: { outcome: 'unknown', reason: 'busy' } },
    ]);
  });

  it('that is refused is not repeated, and says why', async () => {
    const refusal: ThreadOutcome = { outcome: 'refused', code: 'thread-control-refused', reason: 'no role', remedy: 'change it' };
    const { after, calls, last } = await scene(botHasThread, 'primary', [refusal]);
    expect(await after(takeOver)).toEqual({ action: 'take', outcome: 'refused' });
    expect([calls.length, await last('ThreadControlTried')]).toMatchObject([1, { data: refusal }]);
  });
});
