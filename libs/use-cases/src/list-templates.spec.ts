import { type ConversationEvent, conversationStream } from '@madoguchi/conversation';
import { derivedId, eventId, metadataOf, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { Channel } from './channel.js';
import { listTemplates } from './list-templates.js';

const tenantId = derivedId('spec', 'tenant');
const conversationId = derivedId('spec', 'conversation');
const accountId = derivedId('spec', 'account');
const now = () => new Date('2026-11-25T10:00:00.000Z');

const approved = ['en_US', 'ja', 'ru', 'ja_JP'].map((language) => ({ name: `ready ${language}`, language, text: '', parameters: 0 }));

it.each([
  ['ja', ['ja', 'ja_JP', 'en_US', 'ru']],
  ['en-GB', ['en_US', 'ja', 'ru', 'ja_JP']],
  [undefined, ['en_US', 'ja', 'ru', 'ja_JP']],
])('M-177: the templates of a platform come with those first that are in the language of the conversation: %s', async (language, order) => {
  const store = inMemoryEventStore({ now });
  const told: ConversationEvent[] = [
    {
      type: 'ConversationOpened',
      data: { threadKey: 't', accountId, channel: 'whatsapp', number: 1, customerKey: 'c', contactId: 'c' },
    },
    ...(language === undefined ? [] : [{ type: 'LanguageCorrected', data: { agentId: 'a', language } } as const]),
  ];
  const cause = startOf(tenantId, { kind: 'customer', id: 'c' }, derivedId('spec', 'told'));
  const events = told.map((event, n) => ({
    ...event,
    id: eventId(cause.commandId, n),
    schemaVersion: 1,
    metadata: metadataOf(cause, now()),
  }));
  await store.append(conversationStream(conversationId), events, 'no stream');
  const whatsapp = {
    listTemplates: async () => [
      { ...approved[0]!, name: 'refused', status: 'rejected' as const },
      ...approved.map((one) => ({ ...one, status: 'approved' as const })),
    ],
  } as Partial<Channel> as Channel;
  const list = listTemplates({ store, channels: new Map([['whatsapp', whatsapp]] as const), credentials: async () => ({}) });
  const { items } = await list({ tenantId, conversationId });
  expect(items.map((item) => item.language)).toEqual(order);
});
