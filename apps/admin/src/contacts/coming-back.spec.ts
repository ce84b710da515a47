import { randomBytes } from 'node:crypto';
import { contactStream, conversationStream } from '@madoguchi/conversation';
import { aCustomer, AGENT, type Centre } from './testing/centre.js';
import { startErasing } from './testing/start-erasing.js';

const word = () => `KANARI${randomBytes(9).toString('hex')}`;

describe('somebody who was erased comes back', () => {
  let server: Awaited<ReturnType<typeof startErasing>>;
  let centre: Centre;
  beforeAll(async () => {
    server = await startErasing();
    centre = server.centre;
  });
  afterAll(async () => {
    await centre?.close();
    await server?.stop();
  });

  const at = () => new Date().toISOString();
  const typesIn = async (conversation: string) =>
    (await centre.log.raw.readStream(conversationStream(conversation))).map(({ type }) => type);
  const reaches = async (conversation: string, type: string) => {
    for (const deadline = Date.now() + 120_000; !(await typesIn(conversation)).includes(type);) {
      if (Date.now() > deadline) throw new Error(`${type} did not come into the log`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const of = (key: string) => ({ conversationKey: key, customer: { key } });
  const writes = (key: string, text: string) =>
    centre.tell({
      ...of(key),
      kind: 'message',
      dedupKey: `${key} ${text}`,
      providerMessageId: `wamid.${key}.${text}`,
      orderKey: '0009',
      sentAt: at(),
      content: { type: 'text', text },
    });
  const reacts = (key: string, providerMessageId: string) =>
    centre.tell({
      ...of(key),
      kind: 'reaction',
      dedupKey: `${key} to ${providerMessageId}`,
      providerMessageId,
      reactions: ['👍'],
      reactedAt: at(),
    });
  const saidIn = async (conversation: string) =>
    (await centre.log.store.readStream(conversationStream(conversation))).flatMap(
      ({ data }) => (data as { content?: unknown }).content ?? [],
    );

  it('and follows before they write: the follow says nothing personal, and what they write is received', async () => {
    const name = word();
    const person = await aCustomer(centre, name);
    expect((await server.erase(person.contact)).status).toBe(200);
    await centre.tell({ ...of(person.key), kind: 'follow', dedupKey: `${name} follow`, at: at() });
    await writes(person.key, 'back again');

    const again = await centre.ids.conversation(person.key, 2);
    await reaches(again, 'CustomerMessageReceived');
    expect(await saidIn(again)).toEqual([{ type: 'text', text: 'back again' }]);
    const contact = await centre.log.store.readStream(contactStream(person.contact));
    expect(contact.slice(-2).map(({ type }) => type)).toEqual(['ContactErased', 'ContactFollowed']);
    expect(contact.at(-1)!.data).not.toHaveProperty('customerKey');
  });

  it('after a reaction to an old message had begun their next conversation: what they write opens the one behind it', async () => {
    const name = word();
    const person = await aCustomer(centre, name);
    await centre.command(person.conversation, { type: 'CloseConversation', agentId: AGENT });
    await reacts(person.key, 'wamid.long-ago.1');
    const begun = await centre.ids.conversation(person.key, 2);
    await reaches(begun, 'CustomerReacted');
    await centre.settled();
    expect((await server.erase(person.contact)).status).toBe(200);

    await reacts(person.key, 'wamid.long-ago.2');
    await writes(person.key, 'back again');
    const again = await centre.ids.conversation(person.key, 3);
    await reaches(again, 'CustomerMessageReceived');
    expect(await saidIn(again)).toEqual([{ type: 'text', text: 'back again' }]);
    expect(await typesIn(begun)).toEqual(['CustomerReacted']);
    await writes(person.key, 'and more');
    await reacts(person.key, `wamid.${person.key}.and more`);
    await reaches(again, 'CustomerReacted');
    expect(await saidIn(again)).toHaveLength(2);
  });
});
