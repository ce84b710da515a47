import { randomUUID } from 'node:crypto';
import { Admin } from '../system/admin.js';
import { Desk } from '../system/desk.js';
import { type OrderBot, startOrderBot } from '../system/order-bot.js';
import { StandIn } from '../system/stand-in.js';
import { startSystem } from '../system/start-system.js';
import type { System } from '../system/system.js';
import { until } from '../system/until.js';

let system: System;
let orderBot: OrderBot;
let admin: Admin;
let aiko: Desk;
let standIn: StandIn;

beforeAll(async () => {
  orderBot = await startOrderBot();
  system = await startSystem({ environment: { MADOGUCHI_BOT_ORIGINS: new URL(orderBot.endpoint).origin } });
  admin = await Admin.signIn(system.addresses());
  aiko = await Desk.signIn(system.addresses(), 'aiko');
  await aiko.setPresence('available');
  standIn = new StandIn(system.addresses(), 'telegram', system.addresses().demo.bot?.account);
});

afterAll(async () => {
  await system?.stop();
  await orderBot?.stop();
});

/** A profile tells the country too; whether it or the text comes first, depends on the run. */
const RUSSIAN = expect.stringMatching(/^ru\b/) as string;

const accountOf = (channel: string) => system.addresses().demo.accounts.find((account) => account.channel === channel)!;
const heardBy = (customer: { readonly at: StandIn; readonly id: string }, words: string) =>
  until(`"${words}" at the customer`, async () => (await customer.at.answers(customer.id)).find(({ text = '' }) => text.includes(words)));
/** Who writes from now on meets it. */
const addBot = async (bot: object): Promise<void> => {
  const { id } = await admin.add('bots', bot);
  await until('the bot in the list', async () =>
    (await admin.get<{ readonly items: readonly { readonly id: string }[] }>('bots')).items.some((listed) => listed.id === id),
  );
};

describe('a customer of an account with a bot', () => {
  const name = `Anna ${randomUUID().slice(0, 4)}`;
  let customerId: string;
  let conversationId: string;
  const hears = (words: string) =>
    until(`"${words}" at the customer`, async () => (await standIn.answers(customerId)).find(({ text = '' }) => text.includes(words)));
  const row = async () => (await aiko.conversations('bot')).items.find(({ customer }) => customer.name === name);

  it('M-181, M-188, M-189: is answered by the bot first, and the operator stays empty', async () => {
    customerId = await standIn.newCustomer(name);
    await standIn.act(customerId, { type: 'text', text: 'Hello, is anybody there?' });
    await hears('I am the assistant of the demo');
    await hears('What is it about?');
    const handled = await until('the row under "handled by bot"', row);
    conversationId = handled.id;
    expect(handled).toMatchObject({ status: 'bot', owner: null, bot: { name: 'Assistant' } });
    expect((await aiko.offers()).items).toEqual([]);
  });

  it('is heard by a person after asking for one, who reads what was said and answers', async () => {
    await standIn.act(customerId, { type: 'text', text: 'I want to talk to a person' });
    expect(await aiko.takeOffer('talk to a person')).toBe(conversationId);
    const entries = await aiko.timeline(conversationId);
    expect(
      entries.filter((entry) => entry.kind === 'reply').every((entry) => entry.agent === null && entry.bot?.name === 'Assistant'),
    ).toBe(true);
    expect(entries.flatMap((entry) => (entry.kind === 'system' ? [entry.what] : []))).toEqual(
      expect.arrayContaining(['given to bot', 'handed over', 'assigned']),
    );
    await aiko.reply(conversationId, { type: 'text', text: 'Aiko here, a person.' });
    await hears('Aiko here, a person.');
    expect(await aiko.conversation(conversationId)).toMatchObject({ owner: { name: 'Aiko Tanaka' }, bot: null });
  });
});

describe('the bot of the examples, a program behind the webhook', () => {
  it('M-183: is asked and answers over HTTP, signed both ways, and hands over what it does not know', async () => {
    const { endpoint, secret } = orderBot;
    const channel = 'viber';
    const bot = { kind: 'webhook', name: 'Orders', endpoint, secret, accountIds: [accountOf(channel).id], fields: ['language'] };
    await addBot(bot);
    const at = new StandIn(system.addresses(), channel);
    const customer = { at, id: await at.newCustomer(`Emma ${randomUUID().slice(0, 4)}`) };
    await at.act(customer.id, { type: 'text', text: 'Where is my order, please?' });
    await heardBy(customer, 'Which order is it?');
    await at.act(customer.id, { type: 'text', text: 'It is order 4711' });
    await heardBy(customer, 'Order 4711 is on its way to you.');
    await at.act(customer.id, { type: 'text', text: 'And where is 4799?' });
    await heardBy(customer, 'A colleague will look.');
    const id = await aiko.takeOffer('A colleague will look.');
    expect(await aiko.timeline(id)).toContainEqual(
      expect.objectContaining({ what: 'handed over', summary: 'Asks for order 4799, which is not in the list' }),
    );
    // Nobody else is answered by it.
    expect((await fetch(endpoint, { method: 'POST', body: '{}' })).status).toBe(401);
  });
});

describe('from a bot to a person who speaks the language of the customer', () => {
  const codes = [{ code: 'solved', names: { en: 'Solved' } }];
  const ring = { seconds: 7, minimumLevels: {}, droppedSkills: [], agentGroups: [] };
  const policy = {
    requires: { skills: {}, languageLevel: 3 },
    rings: [{ ...ring, agentGroups: ['first line'] }, ring],
    wrapUp: { kind: 'required', seconds: 0, codes },
  };
  let ivan: Desk;
  let emma: Desk;
  let queueId: string;

  beforeAll(async () => {
    [ivan, emma] = await Promise.all([Desk.signIn(system.addresses(), 'ivan'), Desk.signIn(system.addresses(), 'emma')]);
    queueId = (await admin.add('queues', { name: 'First line, then everybody', offerSeconds: 20, policy })).id;
    for (const desk of [aiko, ivan, emma]) {
      const groups = desk === emma ? ['first line'] : [];
      const profile = { groups, queueIds: [queueId] };
      await until('the profile', async () => (await admin.change(`agent-profiles/${desk.session.user.agentId}`, profile)) !== undefined);
      await desk.setPresence('available');
    }
  });

  const offerTo = (desk: Desk, conversationId: string) =>
    until(`an offer to ${desk.session.user.name}`, async () =>
      (await desk.offers()).items.find(({ conversation }) => conversation.id === conversationId),
    );

  const BOT_APP = '998877665544332';
  const speaks = { en: 'Hello, I am a bot. What is it about?', ru: 'Здравствуйте, я бот. О чём ваш вопрос?' };
  const script = {
    language: 'en',
    start: 'question',
    steps: { question: { do: 'ask', text: speaks, field: 'question', goTo: 'people' }, people: { do: 'hand over' } },
  };

  it.each([
    {
      channel: 'line',
      bot: { kind: 'built-in', name: 'Greeter', script },
      greets: speaks.ru,
    },
    {
      // An app of the page's own, which has the thread first; ours is the secondary receiver.
      channel: 'messenger',
      bot: { kind: 'messenger', name: 'Bot at Messenger', appId: BOT_APP },
      greets: 'Bot: Здравствуйте',
      atPlatform: { botApp: { appId: BOT_APP } },
      credentials: { receiverRole: 'secondary' },
      // Messenger tells it; at LINE it is found in what the customer writes.
      language: 'ru',
    },
  ])(
    'M-51, M-176, M-181, M-188: a customer of $channel asks the bot for a person; nobody answers in time; the next ring does',
    async (one) => {
      const { channel, bot, greets, atPlatform, credentials, language } = one;
      const at = new StandIn(system.addresses(), channel);
      if (atPlatform) await at.configure(atPlatform);
      await admin.change(`integration-accounts/${accountOf(channel).id}`, { queueId, credentials });
      await addBot({ ...bot, accountIds: [accountOf(channel).id], fields: ['language'] });
      await emma.setPresence('available');
      const name = `Анна ${randomUUID().slice(0, 4)}`;
      const customer = { at, id: await at.newCustomer(name, language) };

      await at.act(customer.id, { type: 'text', text: 'Здравствуйте, где мой заказ?' });
      await heardBy(customer, greets);
      const { id } = await until('the row under "handled by bot"', async () =>
        (await aiko.conversations('bot')).items.find((row) => row.customer.name === name),
      );
      expect(await aiko.conversation(id)).toMatchObject({ status: 'bot', owner: null, customer: { language: RUSSIAN } });

      await at.act(customer.id, { type: 'text', text: 'Позовите оператора' });
      expect(await offerTo(emma, id)).toMatchObject({ explanation: { ring: 1, asked: { language: RUSSIAN } } });
      await until('Emma not to have answered', async () => (await emma.me()).reason === 'not responding');

      const { offerId, explanation } = await offerTo(ivan, id);
      expect(explanation).toMatchObject({ ring: 2, asked: { language: RUSSIAN } });
      const verdicts = new Map(explanation.candidates.map(({ agentId, verdict }) => [agentId, verdict]));
      expect([aiko, emma, ivan].map(({ session }) => verdicts.get(session.user.agentId ?? ''))).toEqual([
        'lacks the language',
        'not available',
        'chosen',
      ]);
      await ivan.accept(offerId);
      await until('the conversation to be his', async () => (await ivan.conversation(id)).owner?.agentId === ivan.session.user.agentId);
      await ivan.reply(id, { type: 'text', text: 'Иван, человек. Сейчас посмотрю.' });
      await heardBy(customer, 'Иван, человек.');

      await ivan.close(id);
      await until('the conversation to be closed', async () => (await ivan.conversation(id)).status === 'closed');
      await until('it to be wrapped up', async () => ivan.wrapUp(id, 'solved'));
      await until('the place to be free', async () => (await ivan.me()).load === 0);
    },
  );
});
