import type { Bot } from '@madoguchi/accounts';
import {
  conversationDecider,
  type ConversationCommand,
  type ConversationEvent,
  conversationStream,
  type MessageContent,
} from '@madoguchi/conversation';
import { bot as botId, messageCommand, queueId } from '@madoguchi/conversation/testing';
import { type Cause, derivedId, handleCommand, type RecordedEvent, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { PERSON_CHOICE } from './asks-for-a-person.js';
import type { BotAnswer, BotRequest } from './bot-engine.js';
import type { Channel } from './channel.js';
import { type CustomerWrote, letBotAnswer } from './let-bot-answer.js';

const tenantId = derivedId('spec', 'tenant');
const id = derivedId('spec', 'conversation');
const now = () => new Date('2026-11-23T10:00:05.000Z');
const hello = { type: 'text', text: 'hello' } as const;
const answered: BotAnswer = { outcome: 'answered', replies: [hello], next: { do: 'stay' } };

/** A conversation under a bot, and a bot that answers by this script. */
const scene = async (script: readonly (BotAnswer | (() => Promise<BotAnswer>))[], setting: Partial<Bot> = {}) => {
  const store = inMemoryEventStore({ now });
  const stream = conversationStream(id);
  const asked: BotRequest[] = [];
  const steps = [...script];
  let commands = 0;
  const tell = (command: ConversationCommand) =>
    handleCommand(
      store,
      conversationDecider,
      stream,
      command,
      startOf(tenantId, { kind: 'system', automation: 'spec' }, derivedId('spec', (commands += 1))),
      { now },
    );
  const bot = {
    status: 'there',
    kind: 'built-in',
    name: 'Greeter',
    endpoint: null,
    appId: null,
    accountIds: [],
    fields: [],
    deadlineSeconds: 5,
    script: null,
    scriptVersion: 0,
    ...setting,
  } as Bot;
  const channel = {
    type: 'line',
    capabilities: { textLimit: 10, outbound: ['text'], choices: {} },
    checkContent: (content: MessageContent) =>
      content.type === 'text' && content.text.length > 10 ? [{ code: 'too-long', reason: 'too long', remedy: 'shorten it' }] : [],
  } as unknown as Channel;
  let reads = 0;
  const let_ = letBotAnswer({
    store: {
      readStream: (...of) => {
        reads += 1;
        return store.readStream(...of);
      },
    },
    channels: new Map([['line', channel]]),
    engines: new Map([
      [
        'built-in',
        {
          kind: 'built-in',
          test: async () => [],
          answer: async (request: BotRequest) => {
            asked.push(request);
            const step = steps.shift() ?? answered;
            return typeof step === 'function' ? step() : step;
          },
        },
      ],
    ]),
    bot: async () => bot,
    secret: async () => undefined,
    command: async (_: string, command: ConversationCommand, cause: Cause) => {
      const events = await handleCommand(store, conversationDecider, stream, command, cause, { now });
      return { ok: true, version: null, events: events.map(({ id: eventId, type, position }) => ({ id: eventId, type, position })) };
    },
    now,
  });
  const events = async () => (await store.readStream(stream)) as unknown as readonly (RecordedEvent & ConversationEvent)[];
  const customer = async (n: number, content: Parameters<typeof messageCommand>[1] = {}) =>
    (await tell(messageCommand(n, { ...content, botId }))).find(
      ({ type }) => type === 'CustomerMessageReceived',
    ) as unknown as CustomerWrote;
  return { tell, asked, events, customer, answer: let_, reads: () => reads, types: async () => (await events()).map(({ type }) => type) };
};

describe('a bot that has control', () => {
  it('M-181: answers what the customer wrote, under its control and without an operator', async () => {
    const { customer, answer, events } = await scene([answered]);
    expect(await answer(await customer(1))).toEqual({ outcome: 'answered' });
    expect((await events()).at(-1)).toMatchObject({
      type: 'ReplyQueued',
      data: { botId, epoch: 1, content: hello },
      metadata: { actor: { kind: 'bot', id: botId } },
    });
    expect((await events()).at(-1)!.data).not.toHaveProperty('agentId');
  });

  it('says it once, however often the message is delivered', async () => {
    const { customer, answer, types } = await scene([answered, answered]);
    const message = await customer(1);
    await answer(message);
    await answer(message);
    expect((await types()).filter((type) => type === 'ReplyQueued')).toHaveLength(1);
  });

  it('sees what its setting allows of the customer, and the talk so far', async () => {
    const curious = await scene([], { fields: ['language', 'name'] });
    await curious.answer(await curious.customer(1, { customerName: '田中', language: { language: 'ja', from: 'profile' } }));
    await curious.answer(await curious.customer(2));
    expect(curious.asked[1]).toMatchObject({ epoch: 1, customer: { name: '田中', language: 'ja' } });
    expect(curious.asked[1]!.lines.map(({ from }) => from)).toEqual(['customer', 'bot', 'customer']);
    const blind = await scene([]);
    await blind.answer(await blind.customer(1, { customerName: '田中', language: { language: 'ja', from: 'profile' } }));
    expect(blind.asked[0]!.customer).toEqual({});
  });

  it('is not looked for, and no stream is read, for what was written to people', async () => {
    const { tell, customer, answer, reads } = await scene([]);
    await customer(1);
    await tell({ type: 'TakeOver', agentId: 'a', offerId: 'o' });
    expect(await answer(await customer(2))).toEqual({ outcome: 'not the bot’s' });
    expect(reads()).toBe(0);
  });

  it('answers nothing that was written to an agent', async () => {
    const { tell, customer, answer, asked } = await scene([]);
    const message = await customer(1);
    await tell({ type: 'TakeOver', agentId: 'a', offerId: 'o' });
    expect(await answer(message)).toEqual({ outcome: 'not the bot’s' });
    expect(asked).toHaveLength(0);
  });

  it('that closes what the customer goes on with meanwhile, says its answer, and is asked about what they wrote', async () => {
    const closing = { ...answered, next: { do: 'close' } } as const;
    let meanwhile: CustomerWrote | undefined;
    const slow = await scene([
      async () => {
        meanwhile = await slow.customer(2);
        return closing;
      },
      closing,
    ]);
    await slow.answer(await slow.customer(1));
    expect((await slow.types()).slice(-2)).toEqual(['CustomerMessageReceived', 'ReplyQueued']);
    expect(await slow.answer(meanwhile!)).toEqual({ outcome: 'answered' });
    expect((await slow.types()).slice(-2)).toEqual(['ReplyQueued', 'ConversationClosed']);
  });

  it('that an agent takes over while it thinks, says nothing, and it is seen', async () => {
    const slow = await scene([
      async () => {
        await slow.tell({ type: 'TakeOver', agentId: 'a', offerId: 'o' });
        return answered;
      },
    ]);
    await slow.answer(await slow.customer(1));
    expect(await slow.types()).toEqual(expect.arrayContaining(['BotAnswerRefused']));
    expect(await slow.types()).not.toContain('ReplyQueued');
  });
});

describe('people go on', () => {
  const handedOver = (reason: string) => [
    { type: 'ControlPassed', data: { to: 'nobody', epoch: 2, reason } },
    { type: 'AgentRequested', data: { queueId, reason: 'handed over' } },
  ];
  const last = (events: readonly object[]) => events.slice(-2);

  it.each([
    ['the bot fails', { outcome: 'failed', code: 'no-answer', reason: 'down', remedy: 'look' }, 'bot failed'],
    ['it says what the channel does not take', { ...answered, replies: [{ type: 'text', text: 'far too long' }] }, 'answer not allowed'],
    ['it says so', { outcome: 'answered', replies: [], next: { do: 'hand over' } }, 'bot asked'],
  ] as const)('when %s', async (_, script, reason) => {
    const { customer, answer, events } = await scene([script as BotAnswer]);
    await answer(await customer(1));
    expect(last(await events())).toMatchObject(handedOver(reason));
  });

  it.each([{ content: { type: 'text', text: 'オペレーター' } }, { content: { type: 'postback', data: PERSON_CHOICE } }] as const)(
    'when the customer asks, and the bot is not even asked',
    async ({ content }) => {
      const { customer, answer, events, asked } = await scene([]);
      expect(await answer(await customer(1, { content }))).toMatchObject({ why: 'customer asked' });
      expect(last(await events())).toMatchObject(handedOver('customer asked'));
      expect(asked).toHaveLength(0);
    },
  );

  it('when the bot is archived', async () => {
    const { customer, answer, events } = await scene([], { status: 'archived' });
    await answer(await customer(1));
    expect(last(await events())).toMatchObject(handedOver('bot switched off'));
  });

  it('in order, of what it missed while it was down: nothing of it is asked again', async () => {
    const { customer, answer, tell, events, asked } = await scene([]);
    const missed = [await customer(1), await customer(2)];
    await tell({ type: 'HandOver', epoch: 1, reason: 'bot silent' });
    for (const message of missed) expect(await answer(message)).toEqual({ outcome: 'not the bot’s' });
    expect(asked).toHaveLength(0);
    expect((await events()).filter(({ type }) => type === 'AgentRequested')).toHaveLength(1);
  });
});
