import { randomUUID } from 'node:crypto';
import { Desk } from '../system/desk.js';
import { StandIn } from '../system/stand-in.js';
import { startSystem, type System } from '../system/start-system.js';
import { until } from '../system/until.js';

let system: System;
let aiko: Desk;
let standIn: StandIn;

beforeAll(async () => {
  system = await startSystem();
  aiko = await Desk.signIn(system.addresses(), 'aiko');
  await aiko.setPresence('available');
  standIn = new StandIn(system.addresses(), 'telegram', system.addresses().demo.bot?.account);
});

afterAll(async () => {
  await system?.stop();
});

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
