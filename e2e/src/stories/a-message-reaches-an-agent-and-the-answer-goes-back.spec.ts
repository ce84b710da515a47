import { createHash } from 'node:crypto';
import type { TimelineEntry } from '@madoguchi/contracts';
import { Desk } from '../system/desk.js';
import { follow } from '../system/live.js';
import { StandIn } from '../system/stand-in.js';
import { startSystem, type System } from '../system/start-system.js';
import { until } from '../system/until.js';
import { redSquare } from './red-square.js';

let system: System;
let aiko: Desk;

beforeAll(async () => {
  system = await startSystem();
  aiko = await Desk.signIn(system.addresses(), 'aiko');
  await aiko.setPresence('available');
});

afterAll(async () => {
  await system?.stop();
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type CustomerMessage = Extract<TimelineEntry, { kind: 'customer message' }>;
type Reply = Extract<TimelineEntry, { kind: 'reply' }>;
const customerMessages = async (conversationId: string) =>
  (await aiko.timeline(conversationId)).filter((entry): entry is CustomerMessage => entry.kind === 'customer message');
const replies = async (conversationId: string) =>
  (await aiko.timeline(conversationId)).filter((entry): entry is Reply => entry.kind === 'reply');

describe.each([
  { channel: 'line', customer: '佐藤 健' },
  { channel: 'telegram', customer: 'Анна Иванова' },
])('a customer on $channel and an agent', ({ channel, customer }) => {
  let standIn: StandIn;
  let customerId: string;
  let conversationId: string;
  const write = (text: string) => standIn.act(customerId, { type: 'text', text });

  beforeAll(async () => {
    standIn = new StandIn(system.addresses(), channel);
    customerId = await standIn.newCustomer(customer);
  });

  it('M-01, M-06: the message is offered to the agent, live, with the customer’s name, and is hers when she accepts', async () => {
    const live = await follow(aiko, (await aiko.conversations('all')).position);
    await write('Hello, is anybody there? こんにちは 👋');
    conversationId = await aiko.takeOffer(customer);

    expect(await customerMessages(conversationId)).toMatchObject([
      { content: { type: 'text', text: 'Hello, is anybody there? こんにちは 👋' } },
    ]);
    expect(await aiko.conversation(conversationId)).toMatchObject({ channel, status: 'assigned', customer: { name: customer } });
    await until('a frame that names the conversation', async () =>
      live.frames.some((frame) => frame.type === 'changed' && frame.conversations.includes(conversationId)),
    );
    expect(live.frames.some((frame) => frame.type === 'changed' && frame.offers)).toBe(true);
    live.close();
  });

  it('the answer appears at the customer once, and the agent sees that the platform accepted it', async () => {
    await aiko.reply(conversationId, { type: 'text', text: 'Yes, Aiko is here.\nHow can I help?' });
    const answers = await until('the answer at the customer', async () => {
      const entries = await standIn.answers(customerId);
      return entries.length > 0 && entries;
    });
    expect(answers).toMatchObject([{ kind: 'text', text: 'Yes, Aiko is here.\nHow can I help?' }]);
    await until('the tick', async () => ['accepted', 'delivered', 'read'].includes((await replies(conversationId))[0]?.delivery ?? ''));
  });

  it('a second answer goes out too, where the platform’s one-time right to answer is spent', async () => {
    await aiko.reply(conversationId, { type: 'text', text: 'Are you still there?' });
    await until('both answers', async () => (await standIn.answers(customerId)).length === 2);
    await until('both ticks', async () => (await replies(conversationId)).every(({ delivery }) => delivery === 'accepted'));
  });

  it('a click that is repeated with its Idempotency-Key sends one answer', async () => {
    const key = 'b7a2f0de-5c1c-4b6e-9a51-0d6a4a3f7f10';
    const text = `pressed twice on ${channel}`;
    await aiko.reply(conversationId, { type: 'text', text }, undefined, key);
    await aiko.reply(conversationId, { type: 'text', text }, undefined, key);
    await aiko.reply(conversationId, { type: 'text', text: `after it on ${channel}` });
    await until('the answer behind it', async () =>
      (await standIn.answers(customerId)).some((entry) => entry.text === `after it on ${channel}`),
    );
    expect((await standIn.answers(customerId)).filter((entry) => entry.text === text)).toHaveLength(1);
  });

  it.each(['image', 'file', 'sticker', 'location'] as const)('a customer’s %s reaches the desk', async (type) => {
    await standIn.act(customerId, { type, ...(type === 'location' ? { latitude: 35.65, longitude: 139.74, title: 'Tokyo Tower' } : {}) });
    const message = await until(`the ${type}`, async () =>
      (await customerMessages(conversationId)).find(({ content }) => content.type === type),
    );
    if (type === 'location') expect(message.content).toMatchObject({ latitude: 35.65, longitude: 139.74 });
    if (type === 'image' || type === 'file') {
      const stored = await until('the bytes', async () => {
        const entry = (await customerMessages(conversationId)).find(({ id }) => id === message.id);
        return entry?.media?.state === 'stored' && entry.media;
      });
      expect((await aiko.download(stored.url ?? '')).bytes.length).toBe(stored.size);
    }
  });

  it('a kind of message that nobody knows yet is kept and shown as such', async () => {
    await standIn.act(customerId, { type: 'unknown' });
    await until('the unknown message', async () =>
      (await customerMessages(conversationId)).some(({ content }) => content.type === 'unknown'),
    );
  });

  it('an agent’s image reaches the customer as it was', async () => {
    const { mediaId } = await aiko.upload('red.png', 'image/png', redSquare);
    await aiko.reply(conversationId, { type: 'image', mediaId });
    const picture = await until('the picture', async () =>
      (await standIn.answers(customerId)).find((entry) => entry.kind === 'image' && entry.media?.url),
    );
    expect(sha256(await standIn.download(picture.media?.url ?? ''))).toBe(sha256(redSquare));
  });

  it('webhooks that come twice are stored once', async () => {
    await standIn.fault({ on: 'webhook', kind: 'twice', times: 1 });
    await write('delivered twice');
    await write('delivered behind it');
    await until('the message behind it', async () =>
      (await customerMessages(conversationId)).some(({ content }) => content.type === 'text' && content.text === 'delivered behind it'),
    );
    await until('nothing to be under way', async () => (await standIn.pending()) === 0);
    const texts = (await customerMessages(conversationId)).map(({ content }) => (content.type === 'text' ? content.text : ''));
    expect(texts.filter((text) => text === 'delivered twice')).toHaveLength(1);
  });

  it('M-51: closed and written to again, it becomes the next conversation of the same customer', async () => {
    await aiko.close(conversationId);
    await until('the conversation to be done', async () =>
      (await aiko.conversations('done')).items.some(({ id }) => id === conversationId),
    );
    await write('One more thing');
    const next = await aiko.takeOffer(customer);
    expect(next).not.toBe(conversationId);
    expect(await aiko.conversation(next)).toMatchObject({ threadNumber: 2, earlier: [{ id: conversationId, number: 1 }] });
    await aiko.close(next);
  });
});

it('M-08: conversations of both channels stand in one list', async () => {
  const done = await until('all four conversations', async () => {
    const { items } = await aiko.conversations('done');
    return items.length === 4 && items;
  });
  expect(new Set(done.map(({ channel }) => channel))).toEqual(new Set(['line', 'telegram']));
});

describe('an answer whose fate is unknown', () => {
  it('is shown as doubtful on Telegram and not sent again by itself', async () => {
    const standIn = new StandIn(system.addresses(), 'telegram');
    const customerId = await standIn.newCustomer('Борис Сомнев');
    await standIn.act(customerId, { type: 'text', text: 'Hi' });
    const conversationId = await aiko.takeOffer('Борис Сомнев');
    await standIn.fault({ on: 'call', kind: 'accept-then-reset', call: 'sendMessage', times: 1 });
    await aiko.reply(conversationId, { type: 'text', text: 'Did you get this?' });
    await until('the doubt', async () => (await replies(conversationId))[0]?.delivery === 'unknown');
    expect(await standIn.answers(customerId)).toHaveLength(1);
    await aiko.close(conversationId);
  });

  it('becomes exactly one message on LINE, where a push may be repeated with its key', async () => {
    const standIn = new StandIn(system.addresses(), 'line');
    const customerId = await standIn.newCustomer('鈴木 一郎');
    await standIn.act(customerId, { type: 'text', text: 'Hi' });
    const conversationId = await aiko.takeOffer('鈴木 一郎');
    await aiko.reply(conversationId, { type: 'text', text: 'This spends the reply token.' });
    await until('the first answer', async () => (await standIn.answers(customerId)).length === 1);
    await standIn.fault({ on: 'call', kind: 'accept-then-reset', call: 'push', times: 1 });
    await aiko.reply(conversationId, { type: 'text', text: 'Did you get this?' });
    await until('the tick', async () => (await replies(conversationId))[1]?.delivery === 'accepted');
    expect((await standIn.answers(customerId)).map(({ text }) => text)).toEqual(['This spends the reply token.', 'Did you get this?']);
    await aiko.close(conversationId);
  });
});
