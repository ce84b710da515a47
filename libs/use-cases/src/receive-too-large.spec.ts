import { derivedId } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { InboundItem, InboundMessage } from '@madoguchi/contracts';
import { receiveInbound } from './receive-inbound.js';

const now = () => new Date('2026-11-26T10:00:00Z');
const large = 'x'.repeat(1_100_000);

const received = (item: InboundItem) => {
  const receive = receiveInbound(inMemoryEventStore({ now }), now);
  const ids = { tenantId: derivedId('spec', 'tenant'), accountId: derivedId('spec', 'account') };
  const message: InboundMessage = { ...ids, channel: 'line', receivedAt: now().toISOString(), item };
  // Delivered twice, as everything may be.
  return receive(message).then(async (first) => [first, await receive(message)]);
};

describe('an item that was acknowledged and is larger than an event can be', () => {
  const around = { dedupKey: 'd1', conversationKey: 'U1' } as const;
  const written = { ...around, kind: 'message', customer: { key: 'U1' }, providerMessageId: 'm1', sentAt: now().toISOString() } as const;

  it.each<[string, InboundItem, unknown]>([
    ['a message', { ...written, orderKey: '1', content: { type: 'text', text: large } }, null],
    [
      'a mail, whose file is named',
      {
        ...written,
        orderKey: '1',
        content: {
          type: 'email',
          text: large,
          attachments: [],
          raw: { mediaId: 'f', source: { kind: 'stored' } },
          from: { address: 'a@b.example' },
        },
      },
      { mail: { mediaId: 'f', source: { kind: 'stored' } } },
    ],
    ['what nobody understood', { ...around, kind: 'unread', platformKind: 'body', reason: 'no JSON', raw: large }, null],
  ])('lies on the shelf without its content: %s', async (_, item, raw) => {
    const [first, again] = await received(item);
    const shelved = { type: 'WebhookItemShelved', data: { reason: 'too large to show', raw } };
    expect(first).toMatchObject([shelved]);
    expect(again).toMatchObject([shelved]);
  });
});
