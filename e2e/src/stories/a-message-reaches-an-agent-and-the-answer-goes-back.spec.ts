import { createHash, randomUUID } from 'node:crypto';
import type { ChannelCapabilities, ReplyContent, TimelineEntry } from '@madoguchi/contracts';
import type { MessageContent } from '@madoguchi/conversation';
import { Desk } from '../system/desk.js';
import { follow } from '../system/live.js';
import { type ChatEntry, StandIn } from '../system/stand-in.js';
import { startSystem } from '../system/start-system.js';
import type { System } from '../system/system.js';
import { until } from '../system/until.js';
import { CHANNELS } from './channels.js';
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

type CustomerMessage = Extract<TimelineEntry, { kind: 'customer message' }> & { readonly content: MessageContent };
type Reply = Extract<TimelineEntry, { kind: 'reply' }>;
const customerMessages = async (conversationId: string) =>
  (await aiko.timeline(conversationId)).filter(
    (entry): entry is CustomerMessage => entry.kind === 'customer message' && 'type' in entry.content,
  );
const replies = async (conversationId: string) =>
  (await aiko.timeline(conversationId)).filter((entry): entry is Reply => entry.kind === 'reply');
const textOf = ({ content }: CustomerMessage) => ('text' in content ? content.text : undefined);
const ARRIVED = ['accepted', 'delivered', 'read'];

describe.each(CHANNELS)('a customer on $channel and an agent', ({ channel, name, sends, unknown }) => {
  let standIn: StandIn;
  let customerId: string;
  let conversationId: string;
  let capabilities: ChannelCapabilities;
  const customer = `${name ?? channel} ${randomUUID().slice(0, 4)}`;
  const write = (said: string) => standIn.act(customerId, { type: 'text', text: said });
  const answers = () => standIn.answers(customerId);
  const words = ({ text = '', subject = '' }: ChatEntry) => `${subject}\n${text}`;
  const text = (said: string): ReplyContent => (channel === 'email' ? { type: 'email', text: said } : { type: 'text', text: said });
  const hasAnswer = (said: string) =>
    until(`"${said}" at the customer`, async () => (await answers()).find((entry) => words(entry).includes(said)));

  beforeAll(async () => {
    standIn = new StandIn(system.addresses(), channel);
    customerId = await standIn.newCustomer(customer);
  });

  it('M-01, M-06: the message is offered to the agent, live, with the customer’s name, and is hers when she accepts', async () => {
    const live = await follow(aiko, (await aiko.conversations('all')).position);
    const said = `Hello on ${channel}, is anybody there? こんにちは 👋`;
    await write(said);
    conversationId = await aiko.takeOffer(`Hello on ${channel}`);

    expect((await customerMessages(conversationId)).map(textOf)).toEqual([said]);
    expect(await aiko.conversation(conversationId)).toMatchObject({ channel, status: 'assigned' });
    ({ capabilities } = await aiko.conversation(conversationId));
    if (name) await until('the name', async () => (await aiko.conversation(conversationId)).customer.name === customer);
    await until('a frame that names the conversation', async () =>
      live.frames.some((frame) => frame.type === 'changed' && frame.conversations.includes(conversationId)),
    );
    expect(live.frames.some((frame) => frame.type === 'changed' && frame.offers)).toBe(true);
    live.close();
  });

  it('the answer appears at the customer once, and the agent sees what became of it', async () => {
    await aiko.reply(conversationId, text('Yes, Aiko is here.\nHow can I help?'));
    await hasAnswer('How can I help?');
    await until('the tick', async () => ARRIVED.includes((await replies(conversationId))[0]?.delivery ?? ''));
    if (capabilities.receipts.delivered) {
      await until('that it was delivered', async () => ['delivered', 'read'].includes((await replies(conversationId))[0]?.delivery ?? ''));
    }
    if (capabilities.receipts.read && channel !== 'email') {
      await standIn.act(customerId, { type: 'read' });
      await until('that it was read', async () => (await replies(conversationId))[0]?.delivery === 'read');
    }
    expect((await answers()).filter((entry) => words(entry).includes('How can I help?'))).toHaveLength(1);
  });

  it('a second answer goes out too, where the platform’s one-time right to answer is spent', async () => {
    await aiko.reply(conversationId, text('Are you still there?'));
    await hasAnswer('Are you still there?');
    await until('both ticks', async () => (await replies(conversationId)).every(({ delivery }) => ARRIVED.includes(delivery)));
  });

  it('a click that is repeated with its Idempotency-Key sends one answer', async () => {
    const key = randomUUID();
    const twice = text(`pressed twice on ${channel}`);
    await aiko.reply(conversationId, twice, undefined, key);
    await aiko.reply(conversationId, twice, undefined, key);
    await aiko.reply(conversationId, text(`after it on ${channel}`));
    await hasAnswer(`after it on ${channel}`);
    expect((await answers()).filter((entry) => words(entry).includes(`pressed twice on ${channel}`))).toHaveLength(1);
  });

  if (sends.length > 0) {
    it.each(sends)('a customer’s $action reaches the desk', async ({ action, shown, more }) => {
      const before = (await customerMessages(conversationId)).length;
      await standIn.act(customerId, { type: action, ...more });
      const message = await until(`the ${action}`, async () =>
        (await customerMessages(conversationId)).slice(before).find(({ content }) => content.type === shown),
      );
      if (action === 'location') expect(message.content).toMatchObject({ latitude: 35.65, longitude: 139.74 });
      if (['image', 'video', 'file'].includes(action)) {
        const stored = await until('the bytes', async () => {
          const files = (await customerMessages(conversationId)).find(({ id }) => id === message.id)?.files ?? [];
          const content = message.content;
          const wanted = content.type === 'email' ? content.attachments[0]?.mediaId : files[0]?.mediaId;
          return files.find(({ mediaId, state }) => mediaId === wanted && state === 'stored');
        });
        expect((await aiko.download(stored.url ?? '')).bytes.length).toBe(stored.size);
      }
    });
  }

  if (unknown) {
    it('a kind of message that nobody knows yet is kept, and stops nothing', async () => {
      await standIn.act(customerId, { type: 'unknown' });
      await write(`behind the unknown on ${channel}`);
      await until('the message behind it', async () =>
        (await customerMessages(conversationId)).some((message) => textOf(message) === `behind the unknown on ${channel}`),
      );
    });
  }

  it('an agent’s picture reaches the customer as it was, where the platform takes pictures', async () => {
    const type = (['image', 'file', 'email'] as const).find((each) => capabilities.outbound.includes(each));
    if (type === undefined) return;
    const { mediaId } = await aiko.upload('red.png', 'image/png', redSquare);
    await aiko.reply(
      conversationId,
      channel === 'email' ? { type: 'email', text: 'A picture', mediaIds: [mediaId] } : { type: type as 'image', mediaId },
    );
    const picture = await until('the picture', async () => (await answers()).find((entry) => entry.media?.url));
    expect(sha256(await standIn.download(picture.media?.url ?? ''))).toBe(sha256(redSquare));
  });

  it('a quote, choices and a reaction reach the customer, where the platform has them', async () => {
    const [first] = await customerMessages(conversationId);
    if (capabilities.replyTo && channel !== 'email') {
      await aiko.quote(conversationId, text(`about that on ${channel}`), first!.providerMessageId);
      expect((await hasAnswer(`about that on ${channel}`)).replyTo).toBeDefined();
    }
    const [style] = Object.keys(capabilities.choices) as (keyof ChannelCapabilities['choices'])[];
    if (style) {
      const options = ['Umeda', 'Namba'].map((label) => ({ id: `shop ${label}`, label }));
      await aiko.reply(conversationId, { type: 'choices', style, text: `Which shop on ${channel}?`, options, buttonLabel: 'Shops' });
      const asked = await until('the choices', async () =>
        (await answers()).find((entry) => entry.buttons?.some(({ label }) => label === 'Namba')),
      );
      const { data } = asked.buttons!.find(({ label }) => label === 'Namba')!;
      await standIn.act(customerId, { type: 'choose', messageId: asked.id, choice: data ?? 'Namba' });
      await until('the choice', async () =>
        (await customerMessages(conversationId)).some(({ content }) => content.type === 'postback' && content.data === 'shop Namba'),
      );
    }
    if (capabilities.reactions !== 'none') {
      await aiko.react(conversationId, first!.providerMessageId, '👍');
      await until('the reaction', async () => (await standIn.chat(customerId)).some((entry) => entry.reactions?.includes('👍')));
    }
  });

  it('webhooks that come twice are stored once', async () => {
    await standIn.fault({ on: 'webhook', kind: 'twice', times: 1 });
    await write(`delivered twice on ${channel}`);
    await write(`delivered behind it on ${channel}`);
    await until('the message behind it', async () =>
      (await customerMessages(conversationId)).some((message) => textOf(message) === `delivered behind it on ${channel}`),
    );
    await until('nothing to be under way', async () => (await standIn.pending()) === 0);
    const texts = (await customerMessages(conversationId)).map(textOf);
    expect(texts.filter((each) => each === `delivered twice on ${channel}`)).toHaveLength(1);
  });

  it('M-51: closed and written to again, it becomes the next conversation of the same customer', async () => {
    await aiko.close(conversationId);
    await until('the conversation to be done', async () =>
      (await aiko.conversations('done')).items.some(({ id }) => id === conversationId),
    );
    await write(`One more thing on ${channel}`);
    const next = await aiko.takeOffer(`One more thing on ${channel}`);
    expect(next).not.toBe(conversationId);
    expect(await aiko.conversation(next)).toMatchObject({ threadNumber: 2, earlier: [{ id: conversationId, number: 1 }] });
    await aiko.close(next);
  });
});

it('M-08: conversations of all channels stand in one list', async () => {
  const channels = await until('all conversations', async () => {
    const { items } = await aiko.conversations('done');
    const seen = new Set<string>(items.map(({ channel }) => channel));
    return CHANNELS.every(({ channel }) => seen.has(channel)) && seen;
  });
  expect(channels.size).toBe(CHANNELS.length);
});

describe('an answer whose fate is unknown', () => {
  it('is shown as doubtful on Telegram and not sent again by itself', async () => {
    const standIn = new StandIn(system.addresses(), 'telegram');
    const customerId = await standIn.newCustomer('Борис Сомнев');
    await standIn.act(customerId, { type: 'text', text: 'Is this doubtful?' });
    const conversationId = await aiko.takeOffer('Is this doubtful?');
    await standIn.fault({ on: 'call', kind: 'accept-then-reset', call: 'sendMessage', times: 1 });
    await aiko.reply(conversationId, { type: 'text', text: 'Did you get this?' });
    await until('the doubt', async () => (await replies(conversationId))[0]?.delivery === 'unknown');
    expect(await standIn.answers(customerId)).toHaveLength(1);
    await aiko.close(conversationId);
  });

  it('becomes exactly one message on LINE, where a push may be repeated with its key', async () => {
    const standIn = new StandIn(system.addresses(), 'line');
    const customerId = await standIn.newCustomer('鈴木 一郎');
    await standIn.act(customerId, { type: 'text', text: 'Is this one message?' });
    const conversationId = await aiko.takeOffer('Is this one message?');
    await aiko.reply(conversationId, { type: 'text', text: 'This spends the reply token.' });
    await until('the first answer', async () => (await standIn.answers(customerId)).length === 1);
    await standIn.fault({ on: 'call', kind: 'accept-then-reset', call: 'push', times: 1 });
    await aiko.reply(conversationId, { type: 'text', text: 'Did you get this?' });
    await until('the tick', async () => (await replies(conversationId))[1]?.delivery === 'accepted');
    expect((await standIn.answers(customerId)).map(({ text }) => text)).toEqual(['This spends the reply token.', 'Did you get this?']);
    await aiko.close(conversationId);
  });
});
